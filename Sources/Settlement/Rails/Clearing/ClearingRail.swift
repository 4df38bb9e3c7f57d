import Calendars
import Vocabulary

/// The decisions of an interbank clearing: hours and cut-offs.
enum ClearingRail {
  /// Whether payments settle now: from the opening until before the cut-off.
  ///
  /// - Parameter window: The system's first window that closes after `now`.
  static func isOpen(at now: Instant, in window: Window, before cutOff: CutOff) -> Bool {
    now >= window.opens && now < window.cutOff(cutOff)
  }
}

/// What holds always, and the stages of its payments.
extension ClearingRail {
  static var traits: RailTraits {
    RailTraits(
      place: 2, hasRoutes: false, endsInDeposits: false, hasContracts: false, settlesTrades: true,
      waitsForPayersBranch: true)
  }

  @inline(__always)
  static func rule(for stage: Stage) -> StageRule? {
    switch stage {
    case .accepting: .accepting
    case .screening: .screening
    case .settling: .settling(then: .clearing(.clear))
    case .standing, .awaitingCycle, .awaitingFinality:
      .inLine(.clearing, then: .clearing(.cleared))
    case .posting: .posting
    default: .atEnd(stage)
    }
  }
}
