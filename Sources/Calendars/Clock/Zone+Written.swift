public import Vocabulary

extension Zone {
  /// What a date and time without an offset means on a clock.
  public enum Reading: Hashable, Sendable {
    /// The instant at which the clock shows it: the earlier one where it does so twice.
    case instant(Instant)
    /// The clock jumps over it.
    case jumpedOver
    /// It lies outside the years for which the clock is compiled.
    case outsideYears
  }

  /// The instant at which this clock shows a written date and time, to the microsecond.
  ///
  ///     try Zone(identifier: "America/New_York").reading(WrittenInstant("2026-03-08 02:30"))
  ///     // jumpedOver: the clocks went from 02:00 to 03:00
  ///
  /// - Precondition: The text gives no offset, which would say another thing of the same clock.
  /// - Complexity: O(log n) in the transitions of the clock.
  public func reading(_ written: WrittenInstant) -> Reading {
    precondition(written.offset == nil, "an offset and a clock are not both looked at")
    guard Zone.years.contains(written.date.year) else { return .outsideYears }
    let (second, rest) = written.timeOfDay.quotientAndRemainder(dividingBy: 1_000_000)
    let (instant, resolution) = instant(on: written.date, at: WallTime(seconds: Int32(second)))
    guard resolution != .gap else { return .jumpedOver }
    return .instant(instant + TimeSpan(microseconds: rest))
  }
}
