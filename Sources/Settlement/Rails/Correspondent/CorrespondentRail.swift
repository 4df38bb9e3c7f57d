import Calendars
import Vocabulary

/// The decisions of batch correspondent banking: hours, cut-offs, money.
///
/// Every rule is half-open: who comes *at* the cut-off has missed it.
enum CorrespondentRail {
  /// Whether a branch takes an instruction for value today.
  ///
  /// - Parameters:
  ///   - now: The instant of the instruction.
  ///   - window: The branch's first window that closes after `now`.
  static func acceptance(at now: Instant, in window: Window) -> Decision {
    now >= window.opens && now < window.customerCutOff ? .proceed : .hold
  }

  /// Whether a leg settles.
  ///
  /// - Parameters:
  ///   - amount: What is to be paid, in minor units.
  ///   - available: What the paying pool has with its credit line, in the same unit; `nil` where
  ///     another bank pays, whose liquidity is not the scenario's.
  ///   - now: The instant at which the leg asks.
  ///   - window: The system's first window that closes after `now`.
  ///   - cutOff: Which of the window's cut-offs binds the leg.
  static func settlement(
    of amount: Int64, available: Int64?, at now: Instant, in window: Window, before cutOff: CutOff
  ) -> Decision {
    guard now >= window.opens, now < window.cutOff(cutOff) else { return .hold }
    guard let available else { return .proceed }
    return available >= amount ? .proceed : .queue
  }

  /// What a correspondent takes: its fee, but never more than is left.
  static func charge(_ fee: Int64, from moving: Int64) -> Int64 { min(fee, moving) }
}

/// What holds always, and the stages of its payments.
extension CorrespondentRail {
  static var traits: RailTraits {
    RailTraits(
      place: 0, hasRoutes: true, endsInDeposits: false, hasContracts: false, settlesTrades: false,
      waitsForPayersBranch: false)
  }

  @inline(__always)
  static func rule(for stage: Stage) -> StageRule? {
    switch stage {
    case .accepting: .accepting
    case .screening: .screening
    case .repairing: .repairing
    case .releasing: .releasing
    case .settling: .settling(then: .settle)
    case .queueing: .queueing(then: .pay)
    case .travelling: .timed(.correspondent, then: .correspondent(.worked))
    case .changing: .timed(.dealer, then: .correspondent(.changed))
    case .posting: .posting
    default: .atEnd(stage)
    }
  }
}
