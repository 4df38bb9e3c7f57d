import Bookkeeping
import Measures
import Scenarios
import Vocabulary

/// What every replication gives of one metric and scope.
struct Figure: Hashable, Sendable {
  /// The metric.
  var metric: Metric
  /// What it is of.
  var scope: Scope
  /// What it is counted in, which follows from metric and scope.
  var unit: Unit
  /// What this replication gives.
  var observation: Observation

  /// A figure with what was observed of it.
  init(_ metric: Metric, of scope: Scope, reporting: Currency, _ observation: Observation) {
    (self.metric, self.scope, self.observation) = (metric, scope, observation)
    unit = metric.unit(of: scope, reporting: reporting)
  }
}

extension Scopes {
  /// A figure with its value in the unit of metric and scope, or without an observation.
  func figure(_ metric: Metric, of scope: Scope, value: Double?) -> Figure {
    Figure(metric, of: scope, reporting: reportingCurrency, Observation(value))
  }

  /// The currency of totals.
  var reportingCurrency: Currency { scenario.rates.reportingCurrency }
}

/// The figures of one replication of one model, always in the same order.
public struct ReplicationFigures: Sendable {
  let figures: [Figure]
  /// How many payments were credited within each time of the curve.
  let creditedWithin: [Int64]
  /// How many payments the curve is of: all but the returned.
  let expected: Int64
  /// The monitored measures of the pools, where their days were noted.
  let monitoring: [Double?]
  /// The digests of events, books and outcomes.
  let digests: [Digest]
  /// What the payments of each hour of the week took.
  let hoursOfWeek: HourTally
  /// Hourly balances by pool, where they were asked for.
  var balances: [[Int64]]
  /// The journeys that were asked for.
  let journeys: [Journey]
}
