import Bookkeeping

/// How long the payments of each hour of the week took, open ones until the horizon: 168 counts and
/// sums, 0 for Monday's first.
struct HourTally: Hashable, Sendable {
  /// How many due payments were instructed in each hour, on the clock of their payer.
  private(set) var counts = Array(repeating: Int64(0), count: 168)
  /// What they took in all, in microseconds.
  private(set) var microseconds = Array(repeating: Int128(0), count: 168)

  /// Nothing yet.
  init() {}

  /// A tally of what `words` gave; `nil` for words of another layout.
  init?(words: [Int64]) {
    guard words.count == 3 * 168 else { return nil }
    for hour in 0..<168 {
      counts[hour] = words[3 * hour]
      let low = UInt64(bitPattern: words[3 * hour + 2])
      microseconds[hour] = Int128(words[3 * hour + 1]) << 64 | Int128(low)
    }
  }

  /// The tally as words of 64 bits: of each hour the count, and the sum from its upper half on.
  var words: [Int64] {
    counts.indices.flatMap { hour in
      [
        counts[hour], Int64(truncatingIfNeeded: microseconds[hour] >> 64),
        Int64(truncatingIfNeeded: microseconds[hour]),
      ]
    }
  }

  /// Adds a payment; a returned one is not due.
  mutating func add(_ fact: PaymentFact) {
    guard fact.end != .returned else { return }
    counts[Int(fact.hourOfWeek)] += 1
    microseconds[Int(fact.hourOfWeek)] += Int128(fact.elapsed)
  }

  /// Adds the payments of another tally.
  mutating func add(_ other: HourTally) {
    for hour in counts.indices {
      counts[hour] += other.counts[hour]
      microseconds[hour] += other.microseconds[hour]
    }
  }

  /// What a model's payments took, hour by hour.
  func times(of model: String) -> CreditTimesOfWeek {
    let hours = zip(counts, microseconds).map { count, sum in
      CreditTimesOfWeek.Hour(
        payments: count, meanSeconds: count == 0 ? nil : Double(sum) / 1_000_000 / Double(count))
    }
    return CreditTimesOfWeek(model: model, hours: hours)
  }
}

/// How long payments take by the hour of the week in which they are instructed.
public struct CreditTimesOfWeek: Hashable, Codable, Sendable {
  /// The model.
  public var model: String
  /// The hours of the week on the payers' clocks, 168 of them, Monday's first at the start.
  public var hours: [Hour]

  /// The payments of an hour.
  public struct Hour: Hashable, Codable, Sendable {
    /// How many were due, over all replications.
    public var payments: Int64
    /// From instruction to credit or, of an open payment, to the horizon, in seconds on average;
    /// `nil` where none was due.
    public var meanSeconds: Double?

    /// The payments of an hour.
    public init(payments: Int64, meanSeconds: Double?) {
      (self.payments, self.meanSeconds) = (payments, meanSeconds)
    }
  }

  /// The times of a model.
  public init(model: String, hours: [Hour]) {
    (self.model, self.hours) = (model, hours)
  }
}
