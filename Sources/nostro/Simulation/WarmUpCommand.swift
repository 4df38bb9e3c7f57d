import ArgumentParser
import Measures
import Experiments
import Outcomes
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// `nostro warm-up`: how long a run takes to forget its start, and what that does to a figure.
struct WarmUpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warm-up",
    abstract: "Shows how a figure settles after the start, and what a warm-up does to it.",
    discussion: """
      Runs a model without warm-up and shows a figure by the time at which payments were instructed \
      (Welch's procedure, 1983), the start that MSER-5 would cut off (White 1997), and the figure of \
      all payments without warm-up, with that of MSER-5 and with the scenario's own.

      Example: nostro warm-up Scenarios/five-branches.yaml --model batch --replications 20
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "A metric of payments.")
  var metric = Metric.meanTime.name

  @Option(help: "The model (default: the first).")
  var model: String?

  @Option(help: "The length of a stretch in whole hours.")
  var stretch = "1h"

  @Option(
    help: "How many stretches on either side are averaged (default: a day's, or an eighth).",
    transform: WholeNumber.within(0...10_000))
  var window: Int?

  @Option(help: "The CSV file of the stretches to write.")
  var out: String?

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @OptionGroup var count: ReplicationOption

  @OptionGroup var work: WorkOptions

  @OptionGroup var events: EventOptions

  func run() async throws {
    let effect = try await WarmUpRuns(
      scenario: scenarioToRun(), metric: metricToShow(), hours: hours(), work: work,
      terms: events.terms
    ).effect(window: window)
    if let out { try OutputFile.write(WarmUpCSV.text(effect), to: out) }
    try Output.write(work.json ? WarmUpJSON.text(effect) : WarmUpTable.text(effect))
  }

  /// The scenario with one model and plain replications.
  private func scenarioToRun() throws -> Scenario {
    var scenario = try Scenario.loaded(from: self.scenario)
    if let seed { scenario.experiment.seed = seed }
    if let replications = count.replications { scenario.experiment.replications = replications }
    let names = scenario.models.map(\.name)
    scenario.models = [try scenario.model(named: model ?? names.first ?? "")]
    (scenario.experiment.variates, scenario.experiment.control) = (nil, nil)
    scenario.experiment.batches = nil
    scenario.expectations = []
    return scenario
  }

  private func metricToShow() throws -> Metric {
    let known = StretchSeries.metrics
    if let metric = Metric(name: metric), known.contains(metric) { return metric }
    let isOther = Metric(name: metric) != nil
    throw Failure.badInput(
      "--metric '\(metric)' " + (isOther ? "is not one of payments" : "is no metric")
        + NearestName.question(metric, among: known.map(\.name))
        + " (known: \(known.map(\.name).joined(separator: ", ")))")
  }

  private func hours() throws -> Int {
    guard let span = TimeSpan(stretch), span >= .hour, span <= .days(365),
      span.microseconds % TimeSpan.hour.microseconds == 0
    else { throw Failure.badInput("--stretch '\(stretch)': expected whole hours like 1h or 1d") }
    return Int(span.microseconds / TimeSpan.hour.microseconds)
  }
}

/// The runs of one model with several warm-ups.
struct WarmUpRuns {
  /// A scenario with one model.
  let scenario: Scenario
  let metric: Metric
  /// The length of a stretch.
  let hours: Int
  let work: WorkOptions
  /// How many events a replication may take.
  let terms: RunTerms

  /// The series without warm-up, and the figure with each warm-up.
  func effect(window: Int?) async throws -> WarmUpEffect {
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

  private func series() async throws -> StretchSeries {
    let world = try world(.zero)
    let empty = StretchSeries(metric, over: scenario.experiment, hours: hours)
    var series = empty
    try await InOrder.run(
      scenario.experiment.replications, concurrency: work.concurrency,
      work: { replication in
        let record = try world.withinBudget { world throws(TooManyEvents) in
          try world.replicate(ModelID(0), replication: UInt32(replication))
        }
        return empty.values(of: record)
      },
      take: { _, values in
        series.add(values)
        return true
      })
    return series
  }

  private func figure(_ name: String, _ warmUp: TimeSpan) async throws -> WarmUpEffect.Figure {
    let runs = Replications(
      world: try world(warmUp), concurrency: work.concurrency, journeys: .none)
    let comparison = try await runs.run(progress: { _ in }, recorded: { _ in }).study.comparison
    let row = comparison.rows.first { $0.metric == metric && $0.scope == .all }
    return WarmUpEffect.Figure(name: name, warmUp: warmUp, estimate: row?.estimate)
  }

  private func world(_ warmUp: TimeSpan) throws -> World {
    var scenario = scenario
    scenario.experiment.warmUp = warmUp
    return try World.compiled(scenario, terms)
  }
}
