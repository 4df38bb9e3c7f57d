import Scenarios

/// The bank's own tokens on a public chain: the bank mints and redeems in its hours, the payer's
/// pool pays when the tokens are redeemed.
enum DepositTokenRail {
  static var traits: RailTraits {
    RailTraits(
      place: 3, hasRoutes: false, endsInDeposits: true, hasContracts: true, settlesTrades: false,
      waitsForPayersBranch: true)
  }

  @inline(__always)
  static func rule(for stage: Stage) -> StageRule? {
    switch stage {
    case .screening: .screening
    case .awaitingMint: .inLine(.issuer, then: .chain(.askForMint))
    case .mintingOnChain: .timed(.chain, then: .chain(.minted))
    case .awaitingRedemption: .inLine(.issuer, then: .chain(.askForRedemption))
    case .redeeming: .timed(.chain, then: .chain(.redeemed))
    case .queueing: .queueing(then: .chain(.settle))
    default: ChainRail.transferRule(for: stage) ?? .atEnd(stage)
    }
  }
}
