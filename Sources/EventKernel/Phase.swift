/// The order of business within one instant: what falls on the same microsecond runs phase by
/// phase, and within a phase first in, first out.
///
/// Closings come before everything else, so that a payment handed over *at* a cut-off has missed
/// it; measurements come last, so that they see the instant as it ended. The raw values are part
/// of every event's key and fixed for ever.
public enum Phase: UInt8, CaseIterable, Hashable, Sendable {
  /// Windows, desks and days that close.
  case closings
  /// Windows, desks and days that open.
  case openings
  /// Liquidity that becomes usable: transfers that land, lines that are restored.
  case liquidity
  /// Payments that arrive.
  case arrivals
  /// Holds that end: batches that leave, reviews that finish.
  case releases
  /// Settlements of what has been released.
  case settlements
  /// Measurements of the instant as it ended.
  case measurements
}

extension Phase: Comparable {
  /// Whether the left runs before the right within one instant.
  @inlinable
  public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
}
