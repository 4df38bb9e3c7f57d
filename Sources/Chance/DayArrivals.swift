import CGSL
public import Vocabulary

/// The arrivals of one day as shares of its volume: a Poisson process on [0, 1).
///
/// Gaps are exponential with mean 1 / expected. Arrival `k` of a day draws at (day, k), so days
/// are independent of each other, and any arrival can be found again by its day and index.
/// A profile turns a share into a time of day: `profile.second(ofFraction: share)`.
public struct DayArrivals: IteratorProtocol, Sendable {
  private let stream: RandomStream
  private let expected: Double
  private let firstDraw: UInt64
  private var reached = 0.0

  /// How many arrivals have been given so far; the index of the last is one less.
  public private(set) var count: UInt32 = 0
  /// The number of (0, 1) for the amount of the last arrival, of the block of its gap.
  public private(set) var amount = 0.5

  /// The arrivals of `day`.
  ///
  /// - Parameters:
  ///   - stream: The stream of the flow.
  ///   - day: The local day, the high half of the draw's address.
  ///   - expected: The mean number of arrivals, finite and not negative.
  public init(_ stream: RandomStream, on day: CivilDate, expected: Double) {
    precondition(expected.isFinite && expected >= 0, "a day expects \(expected) arrivals")
    (self.stream, self.expected) = (stream, expected)
    firstDraw = UInt64(UInt32(bitPattern: day.daysSinceEpoch)) << 32
  }

  /// The next share in [0, 1), above or equal to the last; `nil` when the day is over.
  public mutating func next() -> Double? {
    guard expected > 0, reached < 1 else { return nil }
    let (gap, amount) = stream.uniforms(.arrival, draw: firstDraw | UInt64(count))
    reached -= log(1 - gap) / expected
    guard reached < 1 else { return nil }
    count += 1
    self.amount = amount
    return reached
  }
}
