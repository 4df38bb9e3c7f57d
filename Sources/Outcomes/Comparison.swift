public import Bookkeeping
public import Measures
public import Vocabulary

/// What came out of all replications of all models of one scenario: the input of every report.
public struct Comparison: Sendable {
  /// What was run.
  public var header: Header
  /// The models in the order of the scenario.
  public var models: [ModelHeader]
  /// One row per model, metric and scope, then the paired differences of each later model to the
  /// first, in a fixed order.
  public var rows: [OutcomeRow]
  /// How the credits came in over time, one curve per model.
  public var curves: [CreditCurve]
  /// Pool balances hour by hour in replication 0, one history per model and pool.
  public var poolHistories: [PoolHistory]
  /// How long payments take by the hour of the week of their instruction, one week per model.
  public var timesOfWeek: [CreditTimesOfWeek] = []
  /// How the balances of the pools that move most run over the replications, by model and pool.
  public var fans: [PoolFan] = []
  /// What became of the scenario's expectations, in the order of the file.
  public var verdicts: [Verdict] = []
  /// How well a figure is known, where replications were run until it is.
  public var precision: PrecisionOutcome?
  /// What was monitored of the pools, by model, pool and measure.
  public var monitoring: [MonitoringRow] = []
  /// What differs between the replications.
  public var variation = Variation.payments
  /// How the run was designed; `nil` for plain replications.
  public var design: RunDesign?
  /// Quantiles of some figures over the replications, by model.
  public var quantiles: [QuantileRow] = []
  /// In how many replications something was so, by model.
  public var shares: [ShareRow] = []
  /// What the design of the experiment saved; none with plain replications.
  public var variances: [VarianceRow] = []
  /// The figures of one long run with their batches; none without batches.
  public var batches: [BatchRow] = []
  /// Recorded journeys, by model, replication and instruction.
  public var journeys: [RecordedJourney]

  /// A comparison of its parts.
  public init(
    header: Header, models: [ModelHeader], rows: [OutcomeRow], curves: [CreditCurve],
    poolHistories: [PoolHistory], journeys: [RecordedJourney], verdicts: [Verdict] = [],
    precision: PrecisionOutcome? = nil, timesOfWeek: [CreditTimesOfWeek] = [], fans: [PoolFan] = []
  ) {
    (self.verdicts, self.precision) = (verdicts, precision)
    (self.timesOfWeek, self.fans) = (timesOfWeek, fans)
    self.header = header
    self.models = models
    self.rows = rows
    self.curves = curves
    self.poolHistories = poolHistories
    self.journeys = journeys
  }
}

/// What was run: the facts a reader needs to run it again.
public struct Header: Hashable, Codable, Sendable {
  /// The scenario's name, title, question and description.
  public var name, title, question, description: String
  /// Payments are instructed in `[from, until)` and followed until `horizon`.
  public var from, until, horizon: Instant
  /// The seed of every stream.
  public var seed: UInt64
  /// How many replications were run.
  public var replications: Int
  /// The digest of the scenario's files.
  public var scenarioDigest: Digest
  /// The currency of totals.
  public var reportingCurrency: Currency

  /// The facts of a run.
  public init(
    name: String, title: String, question: String, description: String, from: Instant,
    until: Instant, horizon: Instant, seed: UInt64, replications: Int, scenarioDigest: Digest,
    reportingCurrency: Currency
  ) {
    (self.name, self.title, self.question, self.description) = (name, title, question, description)
    (self.from, self.until, self.horizon) = (from, until, horizon)
    (self.seed, self.replications) = (seed, replications)
    (self.scenarioDigest, self.reportingCurrency) = (scenarioDigest, reportingCurrency)
  }
}

/// A model with the digests of its runs.
public struct ModelHeader: Hashable, Codable, Sendable {
  /// The name in files, for readers, and of the rail.
  public var name, title, rail: String
  /// Digests over all replications in order: of events, of books, of outcomes.
  public var events, books, outcomes: Digest

  /// A model with its digests.
  public init(
    name: String, title: String, rail: String, events: Digest, books: Digest, outcomes: Digest
  ) {
    (self.name, self.title, self.rail) = (name, title, rail)
    (self.events, self.books, self.outcomes) = (events, books, outcomes)
  }
}

/// One figure: a row of `outcomes.csv`.
public struct OutcomeRow: Hashable, Sendable {
  /// The model, or `token minus batch` for a paired difference.
  public var model: String
  /// What it is a number of.
  public var metric: Metric
  /// What it is of.
  public var scope: Scope
  /// What it is counted in.
  public var unit: Unit
  /// Mean and interval, or what is known of them.
  public var estimate: Estimate

  /// A figure.
  public init(model: String, metric: Metric, scope: Scope, unit: Unit, estimate: Estimate) {
    (self.model, self.metric, self.scope, self.unit) = (model, metric, scope, unit)
    self.estimate = estimate
  }
}

/// The share of the payments that should be credited, all but the returned, that were credited
/// within a time, over all replications.
public struct CreditCurve: Hashable, Sendable {
  /// The model.
  public var model: String
  /// Points in ascending order of time, from one second to a million; shares never fall.
  public var points: [Point]

  /// One point of the curve.
  public struct Point: Hashable, Sendable {
    /// Time since instruction, in seconds, above zero.
    public var seconds: Double
    /// The share credited within it, 0...1.
    public var share: Double

    /// The share credited within a time.
    public init(seconds: Double, share: Double) {
      (self.seconds, self.share) = (seconds, share)
    }
  }

  /// The curve of a model.
  public init(model: String, points: [Point]) {
    (self.model, self.points) = (model, points)
  }
}

/// The balance of one pool in one model at every full hour of replication 0.
public struct PoolHistory: Hashable, Sendable {
  /// The model.
  public var model: String
  /// The branch's short name.
  public var branch: String
  /// The currency of the balances.
  public var currency: Currency
  /// The instant of the first balance; the others follow every `step`.
  public var start: Instant
  /// The time between two balances.
  public var step: TimeSpan
  /// Balances in minor units.
  public var balances: [Int64]

  /// The history of a pool.
  public init(
    model: String, branch: String, currency: Currency, start: Instant, step: TimeSpan,
    balances: [Int64]
  ) {
    (self.model, self.branch, self.currency) = (model, branch, currency)
    (self.start, self.step, self.balances) = (start, step, balances)
  }
}

/// The journey of a payment in one replication of one model.
public struct RecordedJourney: Hashable, Sendable {
  /// The model.
  public var model: String
  /// The replication, from 0.
  public var replication: Int
  /// The journey.
  public var journey: Journey

  /// A journey with its place.
  public init(model: String, replication: Int, journey: Journey) {
    (self.model, self.replication, self.journey) = (model, replication, journey)
  }
}
