import Bookkeeping
import Scenarios

/// The payments of one scope: counts, the ascending times of those that were credited, and how long
/// the others were open.
struct PaymentGroup {
  private(set) var credited: [Int64] = []
  private var returned = 0
  /// From instruction to the horizon of those that are still open, ascending.
  private var waited: [Int64] = []
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

  /// Adds a payment; they come in ascending order of their time.
  mutating func add(_ fact: PaymentFact) {
    switch fact.end {
    case .credited:
      credited.append(fact.elapsed)
      microseconds += Int128(fact.elapsed)
      value += Int128(fact.amount)
      let reached = min(fact.elapsed, Int64(fact.reached) * 1_000_000)
      atPayeesBank += Int128(fact.elapsed - reached)
    case .returned: returned += 1
    case .open: waited.append(fact.elapsed)
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

  /// How many payments were instructed.
  var instructed: Int { credited.count + returned + waited.count }
  /// How many should be credited: all but the returned.
  var expected: Int { credited.count + waited.count }

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

  /// The figures of the scope.
  func figures(of scope: String) -> [Figure] {
    func figure(_ metric: Metric, _ unit: String, _ value: Double?) -> Figure {
      Figure(metric: metric, scope: scope, unit: unit, value: value)
    }
    var figures = [
      figure(.instructed, "count", Double(instructed)),
      figure(.credited, "count", Double(credited.count)),
      figure(.returned, "count", Double(returned)),
      figure(.open, "count", Double(waited.count)),
    ]
    for (metric, quantile) in zip(PaymentGroup.quantiles.map(\.metric), quantiles) {
      figures.append(Figure(metric: metric, scope: scope, unit: "s", quantile))
    }
    let mean = Double(microseconds) / 1_000_000 / Double(credited.count)
    figures.append(figure(.meanTime, "s", credited.isEmpty ? nil : mean))
    figures.append(figure(.restrictedMeanTime, "s", restrictedMean))
    for band in PaymentGroup.bands {
      let count = PaymentGroup.count(of: credited, upTo: band.minutes * 60_000_000)
      figures.append(figure(band.metric, "share", share(count, of: expected)))
    }
    figures += [
      figure(.withinBusinessDay, "share", share(withinBusinessDay, of: expected)),
      figure(.late, "share", share(late, of: withDeadline)),
      figure(.missedCutOff, "share", share(missedCutOff, of: instructed)),
    ]
    return figures + wayFigures(of: scope)
  }

  /// The quantiles of the time to credit, open payments later than all others.
  ///
  /// One that falls among them is later than the same quantile with each of them at the horizon:
  /// each is later than that, so that their quantile is.
  private var quantiles: [Observation] {
    let atHorizon = waited.isEmpty ? credited : (credited + waited).sorted()
    return PaymentGroup.quantiles.map { _, probability in
      let value = OrderStatistic.value(probability, of: credited, among: expected)
      if let value { return .value(Double(value) / 1_000_000) }
      let bound = OrderStatistic.value(probability, of: atHorizon, among: expected)
      return bound.map { .laterThan(Double($0) / 1_000_000) } ?? .nothing
    }
  }

  /// The mean time of all due payments until their credit or the horizon, in seconds; `nil` where
  /// none is due.
  private var restrictedMean: Double? {
    let sum = waited.reduce(microseconds) { $0 + Int128($1) }
    return expected == 0 ? nil : Double(sum) / 1_000_000 / Double(expected)
  }

  /// What is known of the way: how soon the payee's bank has it, how long it lies there.
  private func wayFigures(of scope: String) -> [Figure] {
    let lay = Double(atPayeesBank) / 1_000_000 / Double(credited.count)
    return zip(PaymentGroup.reachBands, reached).map { band, count in
      Figure(
        metric: band.metric, scope: scope, unit: "share",
        value: share(count, of: expected))
    } + [
      Figure(
        metric: .meanAtPayeesBank, scope: scope, unit: "s",
        value: credited.isEmpty ? nil : lay),
      Figure(
        metric: .nearlyDirect, scope: scope, unit: "share",
        value: share(nearlyDirect, of: instructed)),
      Figure(
        metric: .repaired, scope: scope, unit: "share", value: share(repaired, of: instructed)),
    ]
  }

  private func share(_ count: Int, of all: Int) -> Double? {
    all == 0 ? nil : Double(count) / Double(all)
  }

  /// How many of the ascending values do not pass a limit.
  static func count(of sorted: [Int64], upTo limit: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > limit { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
