import Scenarios

/// What of a rail is a table: its traits, and the stages of its payments.
extension RailKind {
  /// What holds for it always.
  @inline(__always)
  var traits: RailTraits {
    switch self {
    case .correspondent: CorrespondentRail.traits
    case .tokenizedDeposit: TokenRail.traits
    case .interbankClearing: ClearingRail.traits
    case .depositToken: DepositTokenRail.traits
    case .stablecoin: StablecoinRail.traits
    }
  }

  /// The place of the kind among all.
  var place: Int { traits.place }

  /// What holds while one of its payments is in a stage.
  ///
  /// - Precondition: It has that stage, or the run traps with a sentence that names both.
  func rule(for stage: Stage) -> StageRule {
    let rule =
      switch self {
      case .correspondent: CorrespondentRail.rule(for: stage)
      case .tokenizedDeposit: TokenRail.rule(for: stage)
      case .interbankClearing: ClearingRail.rule(for: stage)
      case .depositToken: DepositTokenRail.rule(for: stage)
      case .stablecoin: StablecoinRail.rule(for: stage)
      }
    guard let rule else { preconditionFailure("no payment by \(rawValue) is ever \(stage)") }
    return rule
  }
}
