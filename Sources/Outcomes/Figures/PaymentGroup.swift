import Bookkeeping
import Measures

/// The payments of one scope: counts, and what is asked of the times of those that are due.
///
/// Every payment is added, in any order; then every due one is passed, in ascending order of its
/// time to the credit or the horizon. No group keeps a payment.
struct PaymentGroup {
  private(set) var credited = CreditTally(
    limits: bands.map { $0.minutes * 60_000_000 }, probabilities: quantiles.map(\.probability))
  private var returned = 0
  /// From instruction to the horizon of those that are still open, added, in microseconds.
  private var waited: Int128 = 0
  private var withDeadline = 0
  private var late = 0
  private var missedCutOff = 0
  private var withinBusinessDay = 0
  private var repaired = 0
  private var nearlyDirect = 0
  private var reached = [0, 0]
  /// How long credited payments lay at the payee's bank, in microseconds.
  private var atPayeesBank: Int128 = 0
  private var microseconds: Int128 = 0
  /// The amounts of credited payments, in minor units where the scope has one currency.
  private(set) var value: Int128 = 0

  /// Adds a payment.
  mutating func add(_ fact: PaymentFact) {
    switch fact.end {
    case .credited:
      credited.count(fact.elapsed)
      microseconds += Int128(fact.elapsed)
      value += Int128(fact.amount)
      let reached = min(fact.elapsed, Int64(fact.reached) * 1_000_000)
      atPayeesBank += Int128(fact.elapsed - reached)
    case .returned: returned += 1
    case .open:
      credited.countOpen()
      waited += Int128(fact.elapsed)
    }
    if fact.end != .returned {
      for (place, band) in PaymentGroup.reachBands.enumerated()
      where Int64(fact.reached) <= band.minutes * 60 { reached[place] += 1 }
    }
    if fact.intermediaries <= 1 { nearlyDirect += 1 }
    if fact.marks.contains(.repaired) { repaired += 1 }
    if fact.marks.contains(.hasDeadline) { withDeadline += 1 }
    if fact.marks.contains(.late) { late += 1 }
    if fact.marks.contains(.missedCutOff) { missedCutOff += 1 }
    if fact.marks.contains(.withinBusinessDay) { withinBusinessDay += 1 }
  }

  /// Takes a due payment again, now in ascending order of their time.
  mutating func pass(_ fact: PaymentFact) {
    credited.pass(fact.elapsed, isCredited: fact.end == .credited)
  }

  /// How many payments were instructed.
  var instructed: Int { credited.expected + returned }
  /// How many should be credited: all but the returned.
  var expected: Int { credited.expected }

  /// Times within which credits are counted, in minutes, and their names (FSB targets and the
  /// bands that SWIFT publishes for gpi).
  private static let bands: [(metric: Metric, minutes: Int64)] = [
    (.within5Minutes, 5), (.within30Minutes, 30), (.withinHour, 60), (.within6Hours, 360),
    (.within24Hours, 1_440),
  ]

  /// The quantiles of the time to credit.
  private static let quantiles: [(metric: Metric, probability: Double)] = [
    (.medianTime, 0.5), (.time90, 0.9), (.time95, 0.95), (.time99, 0.99), (.longestTime, 1),
  ]

  /// Times within which the payee's bank is reached, in minutes, and their names (Swift, October
  /// 2024: 90 % within an hour).
  private static let reachBands: [(metric: Metric, minutes: Int64)] = [
    (.reachedWithin10Minutes, 10), (.reachedWithinHour, 60),
  ]

  /// A metric with what the group gives of it.
  typealias Given = (metric: Metric, observation: Observation)

  /// What the group gives, in a fixed order.
  var given: [Given] {
    var given: [Given] = [
      PaymentGroup.given(.instructed, Double(instructed)),
      PaymentGroup.given(.credited, Double(credited.count)),
      PaymentGroup.given(.returned, Double(returned)),
      PaymentGroup.given(.open, Double(credited.open)),
    ]
    for (place, quantile) in PaymentGroup.quantiles.enumerated() {
      let time = credited.observation(atProbability: place).divided(by: 1_000_000)
      given.append((quantile.metric, time))
    }
    let mean = Double(microseconds) / 1_000_000 / Double(credited.count)
    given.append(PaymentGroup.given(.meanTime, credited.isEmpty ? nil : mean))
    given.append(PaymentGroup.given(.restrictedMeanTime, restrictedMean))
    for (place, band) in PaymentGroup.bands.enumerated() {
      let count = credited.count(withinLimit: place)
      given.append(PaymentGroup.given(band.metric, share(count, of: expected)))
    }
    given += [
      PaymentGroup.given(.withinBusinessDay, share(withinBusinessDay, of: expected)),
      PaymentGroup.given(.late, share(late, of: withDeadline)),
      PaymentGroup.given(.missedCutOff, share(missedCutOff, of: instructed)),
    ]
    return given + givenOfWay
  }

  private static func given(_ metric: Metric, _ value: Double?) -> Given {
    (metric, Observation(value))
  }

  /// The mean time of all due payments until their credit or the horizon, in seconds; `nil` where
  /// none is due.
  private var restrictedMean: Double? {
    expected == 0 ? nil : Double(microseconds + waited) / 1_000_000 / Double(expected)
  }

  /// What is known of the way: how soon the payee's bank has it, how long it lies there.
  private var givenOfWay: [Given] {
    let lay = Double(atPayeesBank) / 1_000_000 / Double(credited.count)
    return zip(PaymentGroup.reachBands, reached).map { band, count in
      PaymentGroup.given(band.metric, share(count, of: expected))
    } + [
      PaymentGroup.given(.meanAtPayeesBank, credited.isEmpty ? nil : lay),
      PaymentGroup.given(.nearlyDirect, share(nearlyDirect, of: instructed)),
      PaymentGroup.given(.repaired, share(repaired, of: instructed)),
    ]
  }

  private func share(_ count: Int, of all: Int) -> Double? {
    all == 0 ? nil : Double(count) / Double(all)
  }
}
