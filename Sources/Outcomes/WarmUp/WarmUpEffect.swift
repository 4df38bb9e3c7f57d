public import Measures
public import Vocabulary

/// What a warm-up does to a figure: the series, the cut, and the figure with and without it.
public struct WarmUpEffect: Sendable {
  /// The scenario and the model that was run.
  public let scenario, model: String
  /// The metric that was looked at.
  public var metric: Metric { series.metric }
  /// The unit of the figure.
  public let unit: Unit
  /// How many replications were run.
  public let replications: Int
  /// The figure by stretch of instruction.
  public let series: StretchSeries
  /// How many stretches to either side are averaged (Welch's window).
  public let window: Int
  /// The figure with several warm-ups: none, that of MSER-5, the scenario's own.
  public var figures: [Figure] = []

  /// The figure of all payments after a warm-up.
  public struct Figure: Hashable, Sendable {
    /// Which warm-up it is: `none`, `MSER-5`, `scenario`.
    public let name: String
    /// What is not counted.
    public let warmUp: TimeSpan
    /// The figure; `nil` where no replication gives it.
    public let estimate: Estimate?

    /// A figure after a warm-up.
    public init(name: String, warmUp: TimeSpan, estimate: Estimate?) {
      (self.name, self.warmUp, self.estimate) = (name, warmUp, estimate)
    }
  }

  /// The effect of what was run, without figures.
  public init(
    scenario: String, model: String, unit: Unit, replications: Int, series: StretchSeries,
    window: Int
  ) {
    (self.scenario, self.model, self.unit) = (scenario, model, unit)
    (self.replications, self.series, self.window) = (replications, series, window)
  }

  /// From the start of a run until the cut.
  public static func warmUp(of series: StretchSeries, from: Instant) -> TimeSpan {
    let hours = Int64(series.truncation.stretches * series.hours)
    let cut = series.start + TimeSpan(microseconds: hours * TimeSpan.hour.microseconds)
    return max(.zero, cut - from)
  }
}
