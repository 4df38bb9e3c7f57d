public import Bookkeeping
public import Measures
import Scenarios
import Vocabulary

/// Figures of payments: all, by corridor, by currency, by day.
///
/// Scopes overlap: each payment is one of all, one of its corridor, one of the currency that it
/// sends and one of the day (UTC) on which it was instructed; of a batch too, where a long run is
/// divided.
struct PaymentFigures {
  private let scopes: Scopes
  private let record: RunRecord
  /// All payments.
  private var all = PaymentGroup()
  /// By corridor, in the order of the record.
  private var corridors: [PaymentGroup]
  /// By the currency sent, in the order of `Scopes.currencies`.
  private var currencies: [PaymentGroup]
  /// By the day of the instruction, UTC, the first day of the scenario first.
  private var days: [PaymentGroup]
  /// What the payments of each hour of the week took.
  private(set) var hoursOfWeek = HourTally()
  /// By batch; none where the run is not divided.
  private var batches: [PaymentGroup]
  /// For each time of the curve, ascending, how many payments were credited within it.
  private(set) var creditedWithin: [Int64] = []

  /// Groups the payments of a record: counted once in any order, then passed in ascending order of
  /// their times, so that no group keeps any of them.
  ///
  /// - Complexity: O(n) in the number of payments, eight bytes for each beside the record.
  init(_ record: RunRecord, _ scopes: Scopes) {
    self.scopes = scopes
    self.record = record
    corridors = Array(repeating: PaymentGroup(), count: scopes.corridors.count)
    currencies = Array(repeating: PaymentGroup(), count: scopes.currencies.count)
    days = Array(repeating: PaymentGroup(), count: scopes.days.count)
    batches = Array(repeating: PaymentGroup(), count: scopes.batches?.count ?? 0)
    let currencyOfCorridor = scopes.currencyOfCorridor
    for fact in record.payments {
      all.add(fact)
      corridors[Int(fact.corridor)].add(fact)
      currencies[currencyOfCorridor[Int(fact.corridor)]].add(fact)
      days[Int(fact.day)].add(fact)
      hoursOfWeek.add(fact)
      if let batch = scopes.batches?.place(of: fact) { batches[batch].add(fact) }
    }
    let order = CreditOrder(record.payments)
    for place in order.places {
      let fact = record.payments[Int(place)]
      all.pass(fact)
      corridors[Int(fact.corridor)].pass(fact)
      currencies[currencyOfCorridor[Int(fact.corridor)]].pass(fact)
      days[Int(fact.day)].pass(fact)
      if let batch = scopes.batches?.place(of: fact) { batches[batch].pass(fact) }
    }
    creditedWithin = order.credited(record.payments, within: CreditTimes.microseconds)
  }

  /// All figures, in a fixed order.
  ///
  /// All payments, their hours and costs, then currencies, days, corridors, batches. Whoever adds a
  /// figure puts it where all replications have it: stored replications have their places only.
  var figures: [Figure] {
    var figures = self.figures(of: .all, all)
    figures.append(
      scopes.figure(.valueCredited, of: .all, value: total { Double(corridors[$0].value) }))
    figures += hours(of: .all, among: all.instructed, record.corridors.map(\.microseconds))
    figures += costs
    for (group, currency) in zip(currencies, scopes.currencies) {
      figures += self.figures(of: .currency(currency), group)
      figures.append(
        scopes.figure(
          .valueCredited, of: .currency(currency), value: currency.majorUnits(group.value)))
    }
    for (group, day) in zip(days, scopes.days) { figures += self.figures(of: .day(day), group) }
    for place in corridors.indices { figures += self.figures(at: place) }
    for (place, group) in batches.enumerated() {
      figures += self.figures(of: .batch(place + 1), group)
    }
    return figures
  }

  /// How many payments the curve is of. All but the returned.
  var expected: Int64 { Int64(all.expected) }

  /// What a group gives, as figures of a scope.
  private func figures(of scope: Scope, _ group: PaymentGroup) -> [Figure] {
    group.given.map { metric, observation in
      Figure(metric, of: scope, reporting: scopes.reportingCurrency, observation)
    }
  }

  /// The figures of a corridor: beside those of its payments, hours by cause, fees in the currency
  /// sent and, where it converts, the cost of the exchange in the currency credited.
  private func figures(at place: Int) -> [Figure] {
    let scope = scopes.corridor(at: place)
    let corridor = scopes.corridors[place]
    let fact = record.corridors[place]
    var figures = self.figures(of: scope, corridors[place])
    figures += hours(of: scope, among: corridors[place].instructed, [fact.microseconds])
    figures.append(
      scopes.figure(.fees, of: scope, value: corridor.currency.majorUnits(fact.fees)))
    if corridor.creditedIn != corridor.currency {
      figures.append(
        scopes.figure(
          .exchangeCost, of: scope, value: corridor.creditedIn.majorUnits(fact.exchangeCost)))
    }
    return figures
  }

  /// Mean hours by cause of the payments of a scope.
  ///
  /// Returned and open payments are counted, with the time that they took until their end or the
  /// horizon.
  ///
  /// - Parameters:
  ///   - count: How many payments were instructed; with none there is no figure.
  ///   - parts: The time of each corridor by cause, in microseconds.
  private func hours(of scope: Scope, among count: Int, _ parts: [ByCause<Int128>]) -> [Figure] {
    Cause.allCases.map { cause in
      let sum = parts.reduce(Int128(0)) { $0 + $1[cause] }
      let mean = Double(sum) / 3_600_000_000 / Double(count)
      return scopes.figure(cause.metric, of: scope, value: count == 0 ? nil : mean)
    }
  }

  /// Fees and the cost of exchange of all payments, in the reporting currency.
  private var costs: [Figure] {
    let fees = total { Double(record.corridors[$0].fees) }
    let exchange = total(creditedIn: true) { Double(record.corridors[$0].exchangeCost) }
    return [
      scopes.figure(.fees, of: .all, value: fees),
      scopes.figure(.exchangeCost, of: .all, value: exchange),
    ]
  }

  /// The sum over corridors of minor units, in major units of the reporting currency at mid.
  ///
  /// Rates are those of the scenario as given, whatever they do in a replication, so that totals
  /// compare.
  ///
  /// - Parameters:
  ///   - creditedIn: Whether the amounts are in the currency credited, not in that sent.
  ///   - minorUnits: What a corridor gives.
  /// - Returns: `nil` where an amount that is not 0 has no rate.
  private func total(creditedIn: Bool = false, _ minorUnits: (Int) -> Double) -> Double? {
    var sum = 0.0
    for (place, corridor) in scopes.corridors.enumerated() {
      let currency = creditedIn ? corridor.creditedIn : corridor.currency
      let amount = minorUnits(place)
      guard amount != 0 else { continue }
      guard let rate = scopes.scenario.rates.reportingValue(ofMinorUnitOf: currency) else {
        return nil
      }
      sum += amount * rate
    }
    return scopes.scenario.rates.reportingCurrency.majorUnits(sum)
  }
}

extension Cause {
  /// The metric of the hours that it took.
  public var metric: Metric {
    switch self {
    case .processing: .hoursOfProcessing
    case .batch: .hoursOfBatch
    case .night: .hoursOfNight
    case .weekend: .hoursOfWeekend
    case .holiday: .hoursOfHoliday
    case .liquidity: .hoursOfLiquidity
    case .screening: .hoursOfScreening
    case .foreignExchange: .hoursOfForeignExchange
    case .network: .hoursOfNetwork
    case .outage: .hoursOfOutage
    case .posting: .hoursOfPosting
    }
  }
}

extension Currency {
  /// Minor units as major units, for statistics.
  func majorUnits(_ minorUnits: Int128) -> Double { majorUnits(Double(minorUnits)) }

  /// Minor units as major units, for statistics.
  func majorUnits(_ minorUnits: Double) -> Double { minorUnits / Double(minorUnitsPerUnit) }
}
