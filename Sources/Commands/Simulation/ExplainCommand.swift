import ArgumentParser
import Bookkeeping
import Experiments
import Scenarios
import Settlement
import Vocabulary

/// `nostro explain`: the story of one payment on the clocks of both ends.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells the story of one payment in every model, on the clocks of both ends.",
    discussion: """
      Payments are named as in journeys.csv: listed ones by their id, drawn ones by flow, local \
      date and number.

      Example: nostro explain Scenarios/five-branches.yaml \
      --payment own-funds/NYC-SIN:2026-03-06:3
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The payment.")
  var payment: String

  @Option(help: "The replication, from 0. (default: 0)", transform: WholeNumber.replication)
  var replication: UInt32 = 0

  @Option(help: "Writes the story as one page with its timeline to this file.")
  var html: String?

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @OptionGroup var events: EventOptions

  func run() throws {
    var scenario = try Scenario.loaded(from: self.scenario)
    if let seed { scenario.experiment.seed = seed }
    let world = try World.compiled(scenario, events.terms)
    var stories: [Story] = []
    for (place, model) in scenario.models.enumerated() {
      let record = try world.withinBudget { world throws(TooManyEvents) in
        try world.replicate(
          ModelID(place), replication: replication, journeys: .only(payment))
      }
      // A contract is one payment where it lapses and several where it is funded.
      guard let journey = record.journeys.first else { continue }
      stories.append(Story(journey: journey, model: model, scenario: scenario))
    }
    guard !stories.isEmpty else { throw unknown(in: scenario) }
    if let html { try write(stories, to: html) }
    try Output.write(stories.map(\.text).joined(separator: "\n"))
  }

  private func write(_ stories: [Story], to path: String) throws {
    var command = "nostro explain SCENARIO.yaml --payment '\(payment)'"
    command += " --replication \(replication) --seed \(stories[0].scenario.experiment.seed)"
    try OutputFile.write(Story.page(stories, payment: payment, command: command), to: path)
  }

  private func unknown(in scenario: Scenario) -> Failure {
    let flows = scenario.flows.filter { $0.contract != nil && $0.hasPayment(named: payment) }
    if let contract = flows.first?.contract {
      return Failure.badInput(
        "no payment '\(payment)' in replication \(replication): a contract that is funded is "
          + "explained by its parts, \(payment)/1 to \(payment)/\(contract.conditions.count + 1)")
    }
    let flow = payment.split(separator: ":").first.map(String.init) ?? payment
    let known = scenario.flows.flatMap { flow in
      if case .listed(let payments) = flow.origin { payments.map(\.id) } else { [flow.name] }
    }
    let hint = NearestName.question(flow, among: known)
    return Failure.badInput(
      "no payment '\(payment)' in replication \(replication): expected an id, or a flow with date "
        + "and number like \(known.first ?? "flow"):2026-03-06:0\(hint)")
  }
}

extension Flow {
  /// Whether a name in files can be that of a payment of this flow.
  fileprivate func hasPayment(named text: String) -> Bool {
    switch origin {
    case .listed(let payments): payments.contains { $0.id == text }
    case .generated: text.hasPrefix("\(name):") && !text.dropFirst(name.count).contains("/")
    }
  }
}
