public import Bookkeeping
public import Measures
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
  private var means: [FigureMean]
  private let firstHour: Int

  /// The metrics that stretches can be looked at by: those of groups of payments.
  public static let metrics: [Metric] = PaymentGroup().given.map(\.metric)

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
    let none = FigureMean(StudyDesign.plain, in: metric.range)
    means = Array(repeating: none, count: (length + stretch - 1) / stretch)
  }

  /// What one replication gave, stretch by stretch. Pure, and so fit for any thread.
  ///
  /// - Parameter record: Of a run without warm-up, so that everything is counted.
  public func values(of record: RunRecord) -> [Observation] {
    var groups = Array(repeating: PaymentGroup(), count: means.count)
    func stretch(of fact: PaymentFact) -> Int {
      let hour = Int(fact.day) * 24 + Int(fact.hour) - firstHour
      return min(max(hour / hours, 0), groups.count - 1)
    }
    for fact in record.payments { groups[stretch(of: fact)].add(fact) }
    for place in CreditOrder(record.payments).places {
      let fact = record.payments[Int(place)]
      groups[stretch(of: fact)].pass(fact)
    }
    return groups.map { group in
      group.instructed == 0 && metric.measure != .count
        ? .nothing
        : group.given.first { $0.metric == metric }?.observation ?? .nothing
    }
  }

  /// Adds the next replication, in the order of the replications.
  public mutating func add(_ values: [Observation]) {
    for (place, value) in values.enumerated() {
      if let sample = FigureMean.Sample(value) { means[place].add(sample, control: nil) }
    }
  }

  /// One stretch.
  public struct Stretch: Hashable, Sendable {
    /// When it starts.
    public let start: Instant
    /// The mean over the replications with its interval; `nil` where none has an observation.
    public let estimate: Estimate?
    /// The mean over the stretches around it (Welch's moving average); `nil` where none has a value,
    /// and where one of them is later than the horizon.
    public let smoothed: Double?
  }

  /// The stretches, each with the mean of itself and of `window` neighbours on either side, fewer at
  /// the ends.
  public func stretches(window: Int) -> [Stretch] {
    means.indices.map { place in
      let reach = min(window, place, means.count - 1 - place)
      let around = means[place - reach...place + reach].filter { $0.count > 0 }.map(\.plainMean)
      let known = around.compactMap { $0 }
      return Stretch(
        start: start + TimeSpan(microseconds: Int64(place * hours) * TimeSpan.hour.microseconds),
        estimate: means[place].count == 0 ? nil : means[place].estimate,
        smoothed: known.isEmpty || known.count < around.count
          ? nil : known.reduce(0, +) / Double(known.count))
    }
  }

  /// Where MSER-5 cuts the series: stretches without an observation are left out; where one is later
  /// than the horizon, there is no cut to be trusted.
  public var truncation: Truncation {
    let given = means.indices.filter { means[$0].count > 0 }
    let known = given.compactMap { means[$0].plainMean }
    guard known.count == given.count else {
      return Truncation(
        stretches: 0, isTrusted: false, observations: known.count,
        censored: given.count - known.count)
    }
    let cut = MarginalStandardError.truncation(of: known)
    let stretch = cut.count < given.count ? given[cut.count] : means.count
    return Truncation(
      stretches: cut.count == 0 ? 0 : stretch, isTrusted: cut.isTrusted, observations: given.count,
      censored: 0)
  }

  /// A cut at the start of a series.
  public struct Truncation: Hashable, Sendable {
    /// How many stretches are cut off.
    public let stretches: Int
    /// Whether the cut lies well within the first half; one at its edge says that the run is too
    /// short to tell.
    public let isTrusted: Bool
    /// How many stretches had a value, and how many were later than the horizon.
    public let observations, censored: Int
  }
}
