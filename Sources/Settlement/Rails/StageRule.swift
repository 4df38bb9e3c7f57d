import Bookkeeping
import Scenarios

/// What holds while a payment is in a stage: one row of the table of its rail.
///
/// A rail has a row for each stage that its payments can be in, and no other (`RailKind.rule`).
/// Whoever calls a payment up (the director), accounts for its time (`Simulator+StageTime`) or
/// tells of it reads the row.
struct StageRule {
  /// Whether a clock of its own ends it; where not, it stands in a line until that calls it up.
  let isTimed: Bool
  /// Who is called when it is over.
  let next: Next
  /// What its time counts as.
  let time: StageTime

  /// A stage that an event of the payment's own ends.
  static func timed(_ time: StageTime, then next: Next) -> StageRule {
    StageRule(isTimed: true, next: next, time: time)
  }

  /// A stage that ends when a line calls the payment up.
  static func inLine(_ time: StageTime, then next: Next) -> StageRule {
    StageRule(isTimed: false, next: next, time: time)
  }
}

/// What the time of a payment counts as. Closed hours have the cause of their closure.
enum StageTime {
  /// All of it as one cause.
  case all(Cause)
  /// Open hours as a cause; as that of the closure which they lead to where there is none.
  case hours(StageHours, open: Cause?)
  /// The check, and the review of an alert.
  case screening
  /// The correspondent that works on it, in its hours; the dealer on the way; the exchange desk.
  case correspondent, dealer, exchange
  /// A queue of a clearing, or a cycle of it.
  case clearing
  /// A chain, which may be down; its issuer, in hours and queue.
  case chain, issuer
}

/// Whose hours bind a payment.
enum StageHours {
  /// The branch that takes it.
  case acceptance
  /// The branch from which it leaves, there or back, and that at which it is credited.
  case dispatch, posting
  /// The system of its next leg.
  case system
  /// The people of the payer's branch who repair it, and those of the payee's who handle it.
  case repair, handling
}

/// Rows that rails share.
extension StageRule {
  static var accepting: StageRule { .inLine(.hours(.acceptance, open: nil), then: .accept) }
  static var screening: StageRule { .timed(.screening, then: .screened) }
  static var repairing: StageRule { .timed(.hours(.repair, open: .processing), then: .release) }
  static var releasing: StageRule { .inLine(.hours(.dispatch, open: .batch), then: .depart) }
  static var posting: StageRule { .inLine(.hours(.posting, open: .posting), then: .posted) }

  /// A stage before a system opens.
  static func settling(then next: Next) -> StageRule {
    .inLine(.hours(.system, open: nil), then: next)
  }

  /// A stage in the line of a pool.
  static func queueing(then next: Next) -> StageRule { .inLine(.all(.liquidity), then: next) }

  /// The stages that every rail has once a payment is where its payee is, or is held; `nil` for any
  /// other.
  static func atEnd(_ stage: Stage) -> StageRule? {
    switch stage {
    case .investigating: .timed(.all(.processing), then: .sendBack)
    case .handling: .timed(.hours(.handling, open: .processing), then: .handOn)
    case .converting: .timed(.exchange, then: .converted)
    case .delivering: .timed(.all(.foreignExchange), then: .delivered)
    case .held: .inLine(.all(.outage), then: .resume)
    default: nil
    }
  }
}
