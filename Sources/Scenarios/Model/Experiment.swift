public import Measures
public import Vocabulary

/// How a scenario is run: which random numbers, how often, over which time.
public struct Experiment: Hashable, Sendable {
  /// The seed of every random stream.
  public var seed: UInt64
  /// How many replications are run, at least 1.
  public var replications: Int
  /// Payments are instructed in `[from, until)`.
  public var from: Instant
  /// The first instant at which nothing more is instructed.
  public var until: Instant
  /// How long payments under way are followed after `until`.
  public var runOut: TimeSpan
  /// What is instructed in `[from, from + warmUp)` fills the pipes and is not counted.
  public var warmUp: TimeSpan
  /// Into how many batches of equal length the one long run is divided, if it is.
  public var batches: Int?
  /// How replications draw their numbers; `nil` where each draws its own.
  public var variates: Variates?
  /// The figure whose expectation is known and that corrects the others for its luck, if any.
  public var control: Metric?

  /// When fewer replications than `replications` are enough, if ever.
  public var precision: Precision?

  /// The end of the simulated time: `until + runOut`, itself outside.
  public var horizon: Instant { until + runOut }
  /// The first instant whose payments are counted.
  public var countedFrom: Instant { from + warmUp }
}
