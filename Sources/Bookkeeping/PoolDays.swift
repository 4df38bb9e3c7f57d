/// What each measured business day left in a pool, and how its payments spread over the hours.
public struct PoolDays: Hashable, Sendable {
  /// The days, in their order.
  public var days: [PoolDayFact] = []
  /// For each full hour of the clock, 1 to 24, the share of a day's outgoing value settled before
  /// it, in parts of `PoolDays.whole`, added over the days on which something left.
  public var settledByHour = [Int64](repeating: 0, count: PoolDays.hourCount)
  /// On how many days something left.
  public var sendingDays = 0

  /// How many full hours a day has.
  public static let hourCount = 24
  /// What stands for the whole of a day's outgoing value.
  public static let whole: Int64 = 1_000_000_000

  /// No days yet.
  public init() {}
}

/// One business day of a pool, in minor units of its currency.
public struct PoolDayFact: Hashable, Sendable {
  /// The balance when the day began; below zero the drawn part of the credit line.
  public var opening: Int64 = 0
  /// What payments took out.
  public var sent: Int64 = 0
  /// What payments brought in.
  public var received: Int64 = 0
  /// The largest excess of what had been paid out over what had come in, since the day began.
  public var netDebit: Int64 = 0
  /// The largest excess of what had come in over what had been paid out, since the day began.
  public var netCredit: Int64 = 0
  /// The same excess of payments out, had each settled the moment it was instructed.
  public var upperBound: Int64 = 0
  /// What had gone out net at the end of the day, had each settled so.
  public var lowerBound: Int64 = 0
  /// The payments that were due on the day: those out of the pool whose deadline falls on it.
  public var due: Int64 = 0
  /// Those of them that were not credited by their deadline.
  public var late: Int64 = 0
  /// What payments waited for the pool's money while its system was open: minor units × µs.
  public var queued: Int128 = 0
  /// What payments out of the pool waited in all while its system was open, for its money or
  /// inside a clearing for a cycle, the other leg of a trade or finality: minor units × µs.
  public var waited: Int128 = 0
  /// The payments out, each times what was left of the day when it settled: minor units × µs.
  public var spared: Int128 = 0

  /// Nothing yet.
  public init() {}
}
