public import Bookkeeping
public import Scenarios
public import Vocabulary

/// A figure of payments by stretch of instruction, averaged over replications: what a warm-up looks
/// like (Welch's procedure, in Lavenberg, ed., The Computer Performance Modeling Handbook, 1983).
public struct StretchSeries: Sendable {
  /// The figure.
  public let metric: Metric
  /// The length of a stretch, in whole hours.
  public let hours: Int
  /// When the first stretch starts: the full hour, UTC, in which the run does.
  public let start: Instant
  /// The last instant that the stretches reach.
  public let until: Instant
  /// The means over replications, stretch by stretch.
  private var means: [RunningMean]
  private let firstHour: Int

  /// The metrics that stretches can be looked at by: those of groups of payments.
  public static let metrics: [Metric] = PaymentGroup().figures(of: "all").map(\.metric)

  /// An empty series over the run of an experiment.
  ///
  /// - Precondition: The metric is one of `metrics`, and a stretch has an hour.
  public init(_ metric: Metric, over experiment: Experiment, hours: Int) {
    precondition(StretchSeries.metrics.contains(metric) && hours > 0, "stretches of payments")
    (self.metric, self.hours, until) = (metric, hours, experiment.until)
    let hour = TimeSpan.hour.microseconds
    let day = CivilDate.split(experiment.from.microseconds).date.daysSinceEpoch
    let first = CivilDate.split(experiment.from.microseconds).timeOfDay / hour
    firstHour = Int(first)
    start = Instant(microseconds: (Int64(day) * 24 + first) * hour)
    let length = Int((experiment.until - start).microseconds)
    let stretch = hours * Int(hour)
    means = Array(repeating: RunningMean(), count: (length + stretch - 1) / stretch)
  }

  /// What one replication gave, stretch by stretch; `nil` where a stretch has no value. Pure, and so
  /// fit for any thread.
  ///
  /// - Parameter record: Of a run without warm-up, so that everything is counted.
  public func values(of record: RunRecord) -> [Double?] {
    var groups = Array(repeating: PaymentGroup(), count: means.count)
    for fact in record.payments.sorted(by: { $0.elapsed < $1.elapsed }) {
      let hour = Int(fact.day) * 24 + Int(fact.hour) - firstHour
      groups[min(max(hour / hours, 0), groups.count - 1)].add(fact)
    }
    return groups.map { group in
      group.instructed == 0 && metric.measure != .count
        ? nil : group.figures(of: "all").first { $0.metric == metric }?.value
    }
  }

  /// Adds the next replication, in the order of the replications.
  public mutating func add(_ values: [Double?]) {
    for (place, value) in values.enumerated() {
      if let value { means[place].add(value) }
    }
  }

  /// One stretch.
  public struct Stretch: Hashable, Sendable {
    /// When it starts.
    public let start: Instant
    /// The mean over the replications that have a value, with its interval; `nil` where none has.
    public let estimate: Estimate?
    /// The mean over the stretches around it (Welch's moving average); `nil` where none has a value.
    public let smoothed: Double?
  }

  /// The stretches, each with the mean of itself and of `window` neighbours on either side, fewer at
  /// the ends.
  public func stretches(window: Int) -> [Stretch] {
    means.indices.map { place in
      let reach = min(window, place, means.count - 1 - place)
      let around = means[place - reach...place + reach].filter { $0.count > 0 }.map(\.mean)
      return Stretch(
        start: start + TimeSpan(microseconds: Int64(place * hours) * TimeSpan.hour.microseconds),
        estimate: means[place].count == 0 ? nil : means[place].estimate,
        smoothed: around.isEmpty ? nil : around.reduce(0, +) / Double(around.count))
    }
  }

  /// Where MSER-5 cuts the series: stretches without a value are left out.
  public var truncation: Truncation {
    let given = means.indices.filter { means[$0].count > 0 }
    let cut = MarginalStandardError.truncation(of: given.map { means[$0].mean })
    let stretch = cut.count < given.count ? given[cut.count] : means.count
    return Truncation(
      stretches: cut.count == 0 ? 0 : stretch, isTrusted: cut.isTrusted, observations: given.count)
  }

  /// A cut at the start of a series.
  public struct Truncation: Hashable, Sendable {
    /// How many stretches are cut off.
    public let stretches: Int
    /// Whether the cut lies well within the first half; one at its edge says that the run is too
    /// short to tell.
    public let isTrusted: Bool
    /// How many stretches had a value.
    public let observations: Int
  }
}
