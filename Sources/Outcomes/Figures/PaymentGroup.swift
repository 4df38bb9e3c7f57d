import Bookkeeping

/// The payments of one scope: counts and the ascending times of those that were credited.
struct PaymentGroup {
  private(set) var credited: [Int64] = []
  private var returned = 0
  private var open = 0
  private var withDeadline = 0
  private var late = 0
  private var missedCutOff = 0
  private var withinBusinessDay = 0
  private var microseconds: Int128 = 0
  /// The amounts of credited payments, in minor units where the scope has one currency.
  private(set) var value: Int128 = 0

  /// Adds a payment; credited ones come in ascending order of their time.
  mutating func add(_ fact: PaymentFact) {
    switch fact.end {
    case .credited:
      credited.append(fact.elapsed)
      microseconds += Int128(fact.elapsed)
      value += Int128(fact.amount)
    case .returned: returned += 1
    case .open: open += 1
    }
    if fact.marks.contains(.hasDeadline) { withDeadline += 1 }
    if fact.marks.contains(.late) { late += 1 }
    if fact.marks.contains(.missedCutOff) { missedCutOff += 1 }
    if fact.marks.contains(.withinBusinessDay) { withinBusinessDay += 1 }
  }

  /// How many payments were instructed.
  var instructed: Int { credited.count + returned + open }
  /// How many should be credited: all but the returned.
  var expected: Int { credited.count + open }

  /// Times within which credits are counted, in minutes, and their names (FSB targets and the
  /// bands that SWIFT publishes for gpi).
  private static let bands: [(name: String, minutes: Int64)] = [
    ("5min", 5), ("30min", 30), ("1h", 60), ("6h", 360), ("24h", 1_440),
  ]

  /// The figures of the scope.
  func figures(of scope: String) -> [Figure] {
    func figure(_ metric: String, _ unit: String, _ value: Double?) -> Figure {
      Figure(metric: metric, scope: scope, unit: unit, value: value)
    }
    var figures = [
      figure("payments.instructed", "count", Double(instructed)),
      figure("payments.credited", "count", Double(credited.count)),
      figure("payments.returned", "count", Double(returned)),
      figure("payments.open", "count", Double(open)),
    ]
    for (name, probability) in [
      ("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("max", 1),
    ] {
      let value = OrderStatistic.value(probability, of: credited, among: expected)
      figures.append(figure("time_to_credit.\(name)", "s", value.map { Double($0) / 1_000_000 }))
    }
    let mean = Double(microseconds) / 1_000_000 / Double(credited.count)
    figures.append(figure("time_to_credit.mean", "s", credited.isEmpty ? nil : mean))
    for band in PaymentGroup.bands {
      let count = PaymentGroup.count(of: credited, upTo: band.minutes * 60_000_000)
      figures.append(figure("within.\(band.name)", "share", share(count, of: expected)))
    }
    figures += [
      figure("within.1bd", "share", share(withinBusinessDay, of: expected)),
      figure("late", "share", share(late, of: withDeadline)),
      figure("missed_cut_off", "share", share(missedCutOff, of: instructed)),
    ]
    return figures
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
