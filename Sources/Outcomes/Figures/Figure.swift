import Bookkeeping
import Scenarios
import Vocabulary

/// What every replication gives of one metric and scope.
struct Figure: Hashable, Sendable {
  /// The metric.
  var metric: Metric
  /// What it is of.
  var scope: String
  /// Its unit.
  var unit: String
  /// What this replication gives.
  var observation: Observation

  /// A figure with what was observed of it.
  init(metric: Metric, scope: String, unit: String, _ observation: Observation) {
    (self.metric, self.scope, self.unit) = (metric, scope, unit)
    self.observation = observation
  }

  /// A figure with its value, or without an observation.
  init(metric: Metric, scope: String, unit: String, value: Double?) {
    self.init(metric: metric, scope: scope, unit: unit, Observation(value))
  }
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
