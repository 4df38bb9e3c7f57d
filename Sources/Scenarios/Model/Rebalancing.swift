public import Calendars
public import Vocabulary

/// When and how pools of one currency are brought back to target.
public enum Rebalancing: Hashable, Sendable {
  /// At given times, by transfers that arrive after a lag.
  case windows(RebalancingWindows)
  /// As soon as a pool falls below its floor, and not again until it has been back at its target
  /// (hysteresis), by transfers that leave when both sides are open and arrive after this lag.
  case belowFloor(lag: TimeSpan)
  /// At any second, when a payment finds its pool short: tokens drawn from the other pools.
  case onDemand
}

/// The windows of a batch treasury.
public struct RebalancingWindows: Hashable, Sendable {
  /// The clock of the times.
  public var zone: Zone
  /// Times of the day, every day; what is closed then does not take part.
  public var times: [WallTime]
  /// From instruction to arrival.
  public var lag: TimeSpan
  /// How the transfers of a window are picked.
  public var policy: TransferPolicy
  /// What the treasurer expects each pool to need until its next window, in place of the pools'
  /// floors and targets; `nil` where those hold.
  public var estimate: NeedEstimate?
}

/// How a treasury picks the transfers of a window: the one type for it, from the scenario file to
/// the window at which the simulator asks for the transfers.
///
/// Both policies see the same surplus and need, move as much as there is and take no pool below its
/// target; they differ in which pools the transfers join (`OptimalTransfers`, `TopUp` of Liquidity).
public enum TransferPolicy: String, CaseIterable, Hashable, Sendable {
  /// The cheapest transfers that bring as much as there is to where it lacks.
  case optimal
  /// The neediest pool first, from the largest surplus.
  case topUp = "top-up"

  /// How it picks the transfers, for the key of files.
  public var meaning: String {
    switch self {
    case .optimal: "the cheapest that fund what can be funded"
    case .topUp: "the neediest pool first from the largest surplus"
    }
  }
}

/// The treasurer's estimate before a closed period: the transfer of a Friday afternoon.
///
/// For each window and pool it is a quantile, over samples of the flows that are not those of the
/// run, of how far payments take the pool down until the transfers of its next window arrive.
public struct NeedEstimate: Hashable, Sendable {
  /// The share of samples whose need is covered, above 0 and below 1.
  public var quantile: Double
  /// How many samples of the past are looked at, at least 1; files that do not say so get 100,
  /// assumed.
  public var samples: Int
}
