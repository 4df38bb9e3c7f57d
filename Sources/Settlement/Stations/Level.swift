import Vocabulary

/// A sum that moves over time, with its extremes: one instant, one state.
///
/// The one rule by which levels are read, here and in all that is made of them (balances of pools,
/// their totals, the positions of a day, the balances at full hours, the flows of SIZE): what
/// happens at one and the same instant counts together, and only the state *after* an instant
/// counts, in whatever order its postings ran. So a value counts if it stood for some time: from
/// the instant at whose end it was reached until the next one that changed it.
struct Level {
  /// The present value, in minor units.
  private(set) var value: Int64
  /// The lowest and the highest value that stood within the counted time so far.
  private var extremes: (lowest: Int64, highest: Int64)?
  /// The instant of the last change.
  private var since: Instant
  /// The time in which values count.
  private let counted: Range<Instant>

  /// A level that had a value at the start, of which the values within `counted` count.
  init(_ value: Int64, at start: Instant, counted: Range<Instant>) {
    (self.value, self.counted) = (value, counted)
    since = start
  }

  /// The lowest value that counted so far; the present one before any has.
  var lowest: Int64 { extremes?.lowest ?? value }

  /// The highest value that counted so far; the present one before any has.
  var highest: Int64 { extremes?.highest ?? value }

  /// Moves the value, after the old one has stood until now.
  ///
  /// - Returns: How long the old value stood within the counted time.
  @discardableResult
  mutating func move(by amount: Int64, at now: Instant) -> TimeSpan {
    let stood = stand(until: now)
    value += amount
    return stood
  }

  /// Takes the present value among the extremes, if it stood until now for any time that counts.
  ///
  /// - Returns: How long it did.
  @discardableResult
  mutating func stand(until now: Instant) -> TimeSpan {
    let (from, to) = (max(since, counted.lowerBound), min(now, counted.upperBound))
    since = now
    guard from < to else { return .zero }
    extremes = (min(lowest, value), max(highest, value))
    return to - from
  }
}
