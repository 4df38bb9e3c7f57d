public import Vocabulary

/// What a run can give as a number: the figures of `outcomes.csv`.
///
/// One table tells all there is to know of each, a row a metric (`Metric+PaymentRows`,
/// `Metric+MoneyRows`, `Metric+PoolRows`): expectations are checked against it when a file is read,
/// figures are made with it, and tables, sentences, definitions and the data dictionary come from
/// it. A new one is a case here with its row, and the line in `Outcomes/Figures` that makes it.
///
/// The order of the cases is that of lists for readers; within a topic it is that of its lines.
public enum Metric: Int, CaseIterable, Hashable, Sendable {
  case instructed, credited, returned, open
  case medianTime, time90, time95, time99, longestTime, meanTime, restrictedMeanTime
  case within5Minutes, within30Minutes, withinHour, within6Hours, within24Hours,
    withinBusinessDay, late, missedCutOff
  case reachedWithin10Minutes, reachedWithinHour, meanAtPayeesBank, nearlyDirect, repaired
  case valueCredited
  case hoursOfProcessing, hoursOfBatch, hoursOfNight, hoursOfWeekend, hoursOfHoliday,
    hoursOfLiquidity, hoursOfScreening, hoursOfForeignExchange, hoursOfNetwork, hoursOfOutage,
    hoursOfPosting
  case fees, exchangeCost
  case splitTrades, principalAtRisk
  case fundedContracts, lapsedContracts, refundedContracts, disputedContracts, lockedByContracts
  case undone
  case openingBalance, peakUse, lowestBalance, idleBalance, fundingCost, creditCost, turnover,
    transferredIn, queuedHours
  case peakOfTotal, sumOfPeaks, totalFundingCost, clientsFloat, floatValue
}

extension Metric {
  /// The name in files: `time_to_credit.p95`.
  public var name: String { row.name }
  /// What tables call it, in the width of a column: `95th percentile`.
  public var title: String { row.title }
  /// What sentences call it: `the 95th percentile of the time to credit`.
  public var phrase: String { row.phrase }
  /// What it counts.
  public var measure: Measure { row.measure }
  /// Of what it is given, in a fixed order; never empty.
  public var kinds: [Scope.Kind] { row.kinds }
  /// With which others tables show it.
  public var topic: Topic { row.topic }
  /// Whether more of it is better.
  public var better: Better { row.better }
  /// How it is made of the payments, pools or instants of a replication.
  public var statistic: Statistic { row.statistic }
  /// What else is to be known of it.
  public var traits: Traits { row.traits }
  /// What exactly it is, a sentence or two: the glossary of the report and the data dictionary show
  /// it.
  ///
  /// "Payments" are those instructed after the warm-up; "due" are all of them but the returned
  /// ones; pools are measured from the end of the warm-up until nothing more is instructed.
  public var definition: String { row.definition }

  /// The metric of a name; `nil` for a name that is none.
  public init?(name: String) {
    guard let metric = Metric.places[name] else { return nil }
    self = metric
  }

  /// The metrics that tables show together, in the order of their lines.
  public static func all(of topics: Topic...) -> [Metric] {
    topics.flatMap { topic in allCases.filter { $0.topic == topic } }
  }

  private var row: Row { Metric.rows[rawValue] }

  /// Every row, as the groups of the table hold them.
  static let table: [Row] =
    counts + times + shares + way + hours + costs + trades + contracts + pools + currencies

  /// The rows by the places of their metrics.
  private static let rows: [Row] = allCases.map { metric in
    let rows = table.filter { $0.metric == metric }
    precondition(rows.count == 1, "the metric \(metric) has \(rows.count) rows, expected one")
    return rows[0]
  }

  private static let places = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0.metric) })
}

extension Metric {
  /// The unit in which its figures of a scope are given.
  ///
  /// - Parameter reporting: The currency of totals.
  public func unit(of scope: Scope, reporting: Currency) -> Unit {
    switch measure {
    case .seconds: .seconds
    case .hours: .hours
    case .share: .share
    case .count: .count
    case .money: .currency(currency(of: scope, reporting: reporting))
    }
  }

  /// What a conversion costs is told in what is credited, all else in what is sent or held.
  private func currency(of scope: Scope, reporting: Currency) -> Currency {
    switch scope {
    case .all, .day, .batch: reporting
    case .currency(let currency), .pool(_, let currency): currency
    case .corridor(let corridor): self == .exchangeCost ? corridor.creditedIn : corridor.currency
    }
  }

  /// Whether it is a mean or a total over payments or over time, which moves in proportion to them:
  /// what a control variate may correct.
  ///
  /// Quantiles and levels are order statistics; shares are bounded, and those within a time stand in
  /// an order that a correction of each by its own slope would break.
  public var isMeanOrTotal: Bool { statistic == .mean || statistic == .total }

  /// Where it can lie: shares from 0 to 1, all else from 0 on, but for what may have any sign.
  public var range: ClosedRange<Double> {
    traits.contains(.anySign)
      ? -.infinity ... .infinity : measure == .share ? 0...1 : 0 ... .infinity
  }
}
