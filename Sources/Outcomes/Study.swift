public import Bookkeeping
import Measures
public import Scenarios
import Vocabulary

/// Turns records into a comparison, one replication at a time, in the order of the replications.
///
/// Each figure keeps its running mean, and each later model that of its paired difference to the
/// first (common random numbers); memory grows with the replications by 8 bytes for each figure of
/// which quantiles are given. The result is the same to the bit for any number of threads, because
/// figures are added in index order.
///
/// Shape: figures come model by model, in the order of the scenario's models, and of every model in
/// the same fixed order, which the first replication shows. A *row* is what becomes one value of a
/// mean: a replication or, where these come in antithetic pairs, a pair.
public struct Study: Sendable {
  private let scopes: Scopes
  /// Of each model, in the order of the scenario.
  private var models: [ModelTally]
  /// For each later model, the paired differences to the first, figure by figure.
  ///
  /// Shape: `[later model][figure]`; empty before the first row.
  private var differences: [[FigureMean]] = []
  private let design: StudyDesign
  private var rowMaker: RowMaker
  private var expectations: ExpectationStudy
  private var precision: PrecisionStudy?
  private var monitoring: MonitoringStudy
  /// The balances of some pools in the first replications.
  private var fans = FanTally()
  /// How many replications have been added, also those that have completed no row yet.
  private var replications = 0
  private var likeness = Likeness()

  /// How many replications, the first ones, are followed with the balances of their pools.
  public static let followedReplications = FanTally.replications

  /// A study of a scenario whose records count payments by these corridors.
  ///
  /// - Parameter control: The expectation of the scenario's control, where it has one.
  /// - Parameters:
  ///   - corridors: The corridors in the order of the record, as `World.corridors` gives them.
  public init(_ scenario: Scenario, corridors: [Corridor], control: Double? = nil) {
    scopes = Scopes(scenario, corridors: corridors)
    let design = StudyDesign(scenario.experiment, expectation: control)
    self.design = design
    rowMaker = RowMaker(design)
    models = scenario.models.map { _ in ModelTally(design) }
    expectations = ExpectationStudy(scenario, corridors: corridors, design)
    precision = PrecisionStudy(scopes, design)
    monitoring = MonitoringStudy(scopes)
  }

  /// The figures of one record: pure, and so fit for any thread.
  ///
  /// Payments first, then pools, trades and contracts: an order that `ReplicationBytes` relies on,
  /// as only numbers are stored.
  ///
  /// - Complexity: O(n) in the number of payments.
  public func figures(of record: RunRecord) -> ReplicationFigures {
    let payments = PaymentFigures(record, scopes)
    let pools = PoolFigures(record: record, scopes: scopes)
    let trades = TradeFigures(record: record, scopes: scopes)
    let contracts = ContractFigures(record: record, scopes: scopes)
    return ReplicationFigures(
      figures: payments.figures + pools.figures + trades.figures + contracts.figures,
      creditedWithin: payments.creditedWithin,
      expected: payments.expected,
      monitoring: MonitoringFigures(record: record, scopes: scopes).values,
      digests: record.digests,
      hoursOfWeek: payments.hoursOfWeek, balances: record.balances, journeys: record.journeys)
  }

  /// How many monitored values a replication has where its days were noted. Fixed by the scenario:
  /// `[pool][measure][statistic]`, then one for each currency.
  var monitoredCount: Int { monitoring.count }

  /// The figures of a replication in which nothing happened: their names in their order.
  ///
  /// The order does not depend on what happens in a replication, so that an empty one shows it.
  var names: [Figure] {
    figures(
      of: RunRecord(
        corridors: scopes.corridors.count, pools: scopes.scenario.pools.count,
        currencies: scopes.currencies.count)
    ).figures
  }

  /// The journeys that the figures of a replication bring along, model by model.
  public func journeys(of figures: [ReplicationFigures], replication: Int) -> [RecordedJourney] {
    zip(scopes.scenario.models, figures).flatMap { model, figures in
      figures.journeys.map {
        RecordedJourney(model: model.name, replication: replication, journey: $0)
      }
    }
  }

  /// Adds the next replication: the figures of each model, in the order of the models.
  ///
  /// The caller keeps the order of the replications; statistics of the same numbers in another
  /// order could differ in the last bit.
  ///
  /// - Precondition: As many as models.
  public mutating func add(_ figures: [ReplicationFigures]) {
    precondition(figures.count == models.count, "a replication has a record of each model")
    for (place, each) in figures.enumerated() { models[place].add(each) }
    fans.add(figures.map(\.balances))
    likeness.add(figures)
    if let row = rowMaker.row(of: figures) { add(row) }
    replications += 1
  }

  /// Whether the scenario asks for a precision and has it: more replications are not needed.
  ///
  /// It changes only at the numbers of replications at which the scenario looks.
  public var isPreciseEnough: Bool { precision?.isReached ?? false }

  /// Adds a row of the design: a replication, or an antithetic pair.
  ///
  /// Differences are taken within the row, of the same payments, so that chance common to both
  /// models falls away. They have no range: a difference of two shares may be negative.
  private mutating func add(_ row: Row) {
    for place in models.indices {
      models[place].add(row, of: place)
      monitoring.add(row.monitoring(of: place), model: place)
    }
    expectations.add(row)
    precision?.add(row)
    if differences.isEmpty {
      let none = row.figures[0].figures.map { figure in
        FigureMean(design, isCorrected: figure.metric.isMeanOrTotal)
      }
      differences = Array(repeating: none, count: row.figures.count - 1)
    }
    for later in differences.indices {
      for place in differences[later].indices {
        if let sample = row.difference(later + 1, place) {
          differences[later][place].add(sample, control: row.control)
        }
      }
    }
  }

  /// What came out so far.
  ///
  /// It may be asked at any time and changes nothing; the second of a pair that has not come yet is
  /// not in it, though `replications` counts the first.
  ///
  /// - Complexity: O(figures × models + kept values · log).
  public var comparison: Comparison {
    var comparison = Comparison(
      header: header, models: modelHeaders, rows: rows, curves: curves, poolHistories: histories,
      journeys: [], verdicts: expectations.verdicts, precision: precision?.outcome,
      timesOfWeek: zip(scopes.scenario.models, models).map { $1.hoursOfWeek.times(of: $0.name) },
      fans: fans.fans(of: scopes.scenario))
    comparison.monitoring = monitoring.rows
    comparison.design = RunDesign(design, batches: scopes.batches?.count)
    for (model, tally) in zip(scopes.scenario.models, models) {
      let areIndependent = !design.isPaired
      comparison.quantiles += tally.spread.quantiles(
        of: model.name, areIndependent: areIndependent)
      comparison.shares += tally.spread.shares(of: model.name, areIndependent: areIndependent)
    }
    for (place, (name, means)) in named.enumerated() {
      comparison.variances += VarianceRow.rows(name, design, models[0].names, means)
      comparison.takeBatches(
        scopes.batches?.rows(
          name, models[0].names, means.map(\.plainObservation),
          areDifferences: place >= models.count) ?? [])
    }
    comparison.take(likeness.variation(of: scopes.scenario))
    return comparison
  }
}

extension Study {
  /// What the results are of: the scenario, its time, its seed and digest.
  private var header: Header {
    let scenario = scopes.scenario
    return Header(
      name: scenario.name, title: scenario.title, question: scenario.question,
      description: scenario.description, from: scenario.experiment.from,
      until: scenario.experiment.until, horizon: scenario.experiment.horizon,
      seed: scenario.experiment.seed, replications: replications,
      scenarioDigest: scenario.digest, reportingCurrency: scenario.rates.reportingCurrency)
  }

  /// The models with the digests of their events, books and outcomes over all replications.
  private var modelHeaders: [ModelHeader] {
    zip(scopes.scenario.models, models).map { model, tally in
      ModelHeader(
        name: model.name, title: model.title, rail: model.railNames, events: tally.digests[0],
        books: tally.digests[1], outcomes: tally.digests[2])
    }
  }

  /// The means of each model, then those of the differences to the first, each with its name.
  private var named: [(name: String, means: [FigureMean])] {
    let first = scopes.scenario.models.first?.name ?? ""
    return zip(scopes.scenario.models, models).map { ($0.name, $1.means) }
      + zip(scopes.scenario.models.dropFirst(), differences).map {
        ("\($0.name) minus \(first)", $1)
      }
  }

  /// The rows of `outcomes.csv`: model by model, then the differences.
  private var rows: [OutcomeRow] {
    named.flatMap { OutcomeRow.rows($0.name, models[0].names, $0.means) }
  }

  /// Of each model the share of due payments credited within each time, over the payments of all
  /// replications together: no mean of shares, so that it has no interval.
  private var curves: [CreditCurve] {
    zip(scopes.scenario.models, models).map { model, tally in
      let points = zip(CreditTimes.seconds, tally.creditedWithin).map { seconds, count in
        CreditCurve.Point(
          seconds: seconds, share: tally.expected == 0 ? 0 : Double(count) / Double(tally.expected))
      }
      return CreditCurve(model: model.name, points: points)
    }
  }

  /// The hourly balances of the first replication, in minor units, of every model and pool.
  private var histories: [PoolHistory] {
    zip(scopes.scenario.models, models).flatMap { model, tally in
      tally.balances.enumerated().map { place, balances in
        let pool = scopes.scenario.pools[place]
        return PoolHistory(
          model: model.name, branch: scopes.scenario.branches[pool.branch.place].name,
          currency: pool.currency, start: scopes.scenario.experiment.from, step: .hour,
          balances: balances)
      }
    }
  }
}

extension OutcomeRow {
  /// One row for each figure that some replication gave.
  fileprivate static func rows(_ model: String, _ names: [Figure], _ means: [FigureMean])
    -> [OutcomeRow]
  {
    zip(names, means).compactMap { name, mean in
      guard mean.count > 0 else { return nil }
      return OutcomeRow(
        model: model, metric: name.metric, scope: name.scope, unit: name.unit,
        estimate: mean.estimate)
    }
  }
}
