import Scenarios

/// An issuer's coins on a public chain: bought and paid out through a bank, which brings hours,
/// runs and cut-offs at both ends of the chain.
enum StablecoinRail {
  static var traits: RailTraits {
    RailTraits(
      place: 4, hasRoutes: false, endsInDeposits: false, hasContracts: false, settlesTrades: false,
      waitsForPayersBranch: true)
  }

  @inline(__always)
  static func rule(for stage: Stage) -> StageRule? {
    switch stage {
    case .accepting: .accepting
    case .screening: .screening
    case .releasing: .releasing
    case .settling: .settling(then: .settle)
    case .queueing: .queueing(then: .pay)
    case .travelling: .timed(.correspondent, then: .chain(.ramped))
    case .awaitingMint: .inLine(.issuer, then: .chain(.askForMint))
    case .mintingOnChain: .timed(.chain, then: .chain(.bought))
    case .awaitingRedemption: .inLine(.issuer, then: .settle)
    case .redeeming: .timed(.chain, then: .chain(.join))
    case .posting: .posting
    default: ChainRail.transferRule(for: stage) ?? .atEnd(stage)
    }
  }
}
