public import Measures
public import Outcomes
public import Scenarios
public import Settlement
import Vocabulary

/// The runs of one model with several warm-ups: how long a run takes to forget its start, and what
/// that does to a figure.
public struct WarmUpRuns: Sendable {
  /// A scenario with one model, run without antithetic pairs, control or batches.
  private let scenario: Scenario
  /// One of payments.
  private let metric: Metric
  /// The length of a stretch, in hours.
  private let hours: Int
  /// How many replications run at once.
  private let threads: Int
  /// How many events a replication may take.
  private let terms: RunTerms

  /// The runs of a model of a scenario.
  ///
  /// - Parameters:
  ///   - model: The model that is run; its scenario's other models are not.
  ///   - metric: One of payments: `StretchSeries.metrics`.
  ///   - hours: The length of a stretch, from 1.
  ///   - threads: How many replications run at once, from 1.
  ///   - terms: How many events a replication may take.
  public init(
    of scenario: Scenario, model: Model, metric: Metric, hours: Int,
    threads: Int = Replications.allCores, terms: RunTerms = RunTerms()
  ) {
    precondition(hours >= 1, "a stretch has an hour at least")
    precondition(StretchSeries.metrics.contains(metric), "\(metric.name) is not one of payments")
    var scenario = scenario
    scenario.models = [model]
    (scenario.experiment.variates, scenario.experiment.control) = (nil, nil)
    scenario.experiment.batches = nil
    scenario.expectations = []
    (self.scenario, self.metric, self.hours) = (scenario, metric, hours)
    (self.threads, self.terms) = (threads, terms)
  }

  /// The series without warm-up, and the figure without, with that of MSER-5 where it cuts anything,
  /// and with that of the scenario where it has one.
  ///
  /// - Parameter window: How many stretches on either side are averaged; `nil` for those of a day, or
  ///   an eighth of all where that is less.
  /// - Throws: `.badInput` where the scenario cannot be compiled, or a replication takes more events
  ///   than it may.
  /// - Complexity: The time of all replications, up to four times over.
  public func effect(window: Int?) async throws(Failure) -> WarmUpEffect {
    let experiment = scenario.experiment
    let series = try await series()
    let stretches = series.stretches(window: 0).count
    var effect = WarmUpEffect(
      scenario: scenario.name, model: scenario.models[0].name,
      unit: metric.unit(of: .all, reporting: scenario.rates.reportingCurrency),
      replications: experiment.replications, series: series,
      window: window ?? min(max(1, 12 / hours), stretches / 8))
    let cut = WarmUpEffect.warmUp(of: series, from: experiment.from)
    effect.figures.append(try await figure("none", .zero))
    if series.truncation.stretches > 0, cut < experiment.until - experiment.from {
      effect.figures.append(try await figure("MSER-5", cut))
    }
    if experiment.warmUp > .zero {
      effect.figures.append(try await figure("scenario", experiment.warmUp))
    }
    return effect
  }

  /// The figure by the time at which payments were instructed, over all replications without warm-up.
  private func series() async throws(Failure) -> StretchSeries {
    let world = try world(.zero)
    let empty = StretchSeries(metric, over: scenario.experiment, hours: hours)
    var series = empty
    try await InOrder.run(
      scenario.experiment.replications, threads: threads,
      work: { replication throws(Failure) in
        let record = try world.withinBudget { world throws(TooManyEvents) in
          try world.replicate(ModelID(0), replication: UInt32(replication))
        }
        return empty.values(of: record)
      },
      take: { _, values throws(Failure) in
        series.add(values)
        return true
      })
    return series
  }

  /// The figure over all payments instructed after a warm-up; its estimate is missing where there are none.
  private func figure(_ name: String, _ warmUp: TimeSpan) async throws(Failure)
    -> WarmUpEffect.Figure
  {
    let runs = Replications(world: try world(warmUp), threads: threads)
    let comparison = try await runs.run().study.comparison
    let row = comparison.rows.first { $0.metric == metric && $0.scope == .all }
    return WarmUpEffect.Figure(name: name, warmUp: warmUp, estimate: row?.estimate)
  }

  private func world(_ warmUp: TimeSpan) throws(Failure) -> World {
    var scenario = scenario
    scenario.experiment.warmUp = warmUp
    return try World.compiled(scenario, terms)
  }
}
