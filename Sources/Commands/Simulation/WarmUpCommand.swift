import ArgumentParser
import Experiments
import Measures
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
    let scenario = try scenarioToRun()
    let model = try scenario.model(named: model ?? scenario.models.first?.name ?? "")
    let runs = WarmUpRuns(
      of: scenario, model: model, metric: try metricToShow(), hours: try hours(),
      threads: work.threadsAtOnce, terms: events.terms)
    let effect = try await runs.effect(window: window)
    if let out { try OutputFile.write(WarmUpCSV.text(effect), to: out) }
    try Output.write(work.json ? WarmUpJSON.text(effect) : WarmUpTable.text(effect))
  }

  /// The scenario with one model and plain replications.
  private func scenarioToRun() throws -> Scenario {
    var scenario = try Scenario.loaded(from: self.scenario)
    if let seed { scenario.experiment.seed = seed }
    if let replications = count.replications { scenario.experiment.replications = replications }
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
