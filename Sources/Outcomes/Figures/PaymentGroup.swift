import Bookkeeping
import Measures

/// The payments of one scope: counts, and what is asked of the times of those that are due.
///
/// Every payment is added, in any order; then every due one is passed, in ascending order of its
/// time to the credit or the horizon. No group keeps a payment.
struct PaymentGroup {
  private(set) var credited = CreditTally(
    limits: bands.map { $0.minutes * 60_000_000 }, probabilities: quantiles.map(\.probability))
  /// How many were sent back, whatever the reason; they are not due.
  private var returned = 0
  /// From instruction to the horizon of those that are still open, added, in microseconds.
  private var waited: Int128 = 0
  /// How many have a deadline, and how many of these were not credited by it.
  private var withDeadline = 0
  private var late = 0
  /// How many came too late for a cut-off on their way.
  private var missedCutOff = 0
  /// How many were credited within one business day.
  private var withinBusinessDay = 0
  /// How many were repaired by people.
  private var repaired = 0
  /// How many pass one bank at most between the payer's and the payee's.
  private var nearlyDirect = 0
  /// How many reached the payee's bank within each time of `reachBands`, returned ones left out.
  private var reached = [0, 0]
  /// How long credited payments lay at the payee's bank, in microseconds.
  private var atPayeesBank: Int128 = 0
  /// From instruction to credit of all that were credited, added, in microseconds.
  private var microseconds: Int128 = 0
  /// The amounts of credited payments, in minor units where the scope has one currency.
  private(set) var value: Int128 = 0

  /// Adds a payment.
  ///
  /// - Complexity: O(1).
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
    if fact.flags.contains(.repaired) { repaired += 1 }
    if fact.flags.contains(.hasDeadline) { withDeadline += 1 }
    if fact.flags.contains(.late) { late += 1 }
    if fact.flags.contains(.missedCutOff) { missedCutOff += 1 }
    if fact.flags.contains(.withinBusinessDay) { withinBusinessDay += 1 }
  }

  /// Takes a due payment again, now in ascending order of their time. A returned one is not passed.
  mutating func pass(_ fact: PaymentFact) {
    credited.pass(fact.elapsed, isCredited: fact.end == .credited)
  }

  /// How many payments were instructed.
  var instructed: Int { credited.expected + returned }
  /// How many should be credited: all but the returned.
  var expected: Int { credited.expected }

  /// Times within which credits are counted, in minutes, and their names (FSB targets and the bands
  /// that SWIFT publishes for gpi).
  ///
  /// The FSB asks for 75 % of wholesale payments within an hour of their initiation, and the rest
  /// within one business day, by the end of 2027 (Targets for Addressing the Four Challenges of
  /// Cross-Border Payments, October 2021).
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
  ///
  /// Times are in seconds, shares in 0...1. A quantile that falls among open payments is *later
  /// than* the horizon, not missing; the mean of credited payments leaves them out, the mean to the
  /// horizon takes them in with the time until there.
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

  /// A value of a metric, or nothing where there was nothing to measure.
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

  /// A share of payments; `nil` of none.
  private func share(_ count: Int, of all: Int) -> Double? {
    all == 0 ? nil : Double(count) / Double(all)
  }
}
