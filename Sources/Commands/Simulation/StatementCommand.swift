import ArgumentParser
import Bookkeeping
import Calendars
import Experiments
import Foundation
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// `nostro statement`: what a branch's bank would tell it of a day, as ISO 20022.
struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Writes the statement of a pool, or the status of a branch's payments, for one day.",
    discussion: """
      camt.053: opening and closing balance of the branch's pool and every entry of the day. \
      pacs.002: how the payments that the branch's clients instructed on the day stand at its end. \
      Both of replication 0, on the branch's own day; the messages have the shape of \
      camt.053.001.08 and pacs.002.001.10.

      Example: nostro statement Scenarios/five-branches.yaml --model batch --branch LDN \
      --currency USD --date 2026-03-09
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The model.")
  var model: String

  @Option(help: "The branch.")
  var branch: String

  @Option(help: "The currency of the pool, or of the payments.")
  var currency: String

  @Option(help: "The day on the branch's clock.")
  var date: String

  @Option(help: "camt.053 or pacs.002.")
  var format = MessageFormat.statement

  @Option(help: "The file to write (default: the standard output).")
  var out: String?

  @Option(help: "The seed, instead of the scenario's.", transform: WholeNumber.seed)
  var seed: UInt64?

  @OptionGroup var events: EventOptions

  func run() throws {
    var scenario = try Scenario.loaded(from: self.scenario)
    if let seed { scenario.experiment.seed = seed }
    let world = try World.compiled(scenario, events.terms)
    let (model, pool) = try chosen(in: scenario)
    let date = try date(in: world, pool)
    let text = try world.withinBudget { world throws(TooManyEvents) in
      switch format {
      case .statement: AccountStatement.xml(try world.statement(of: pool, on: date, model))
      case .status: try status(world, pool, date, model)
      }
    }
    guard let out else { return try Output.write(text) }
    try OutputFile.write(text, to: out)
  }

  private func status(_ world: World, _ pool: PoolID, _ date: CivilDate, _ model: ModelID)
    throws(TooManyEvents) -> String
  {
    let terms = world.scenario.pools[pool.place]
    return StatusReport.xml(
      try world.standings(ofPaymentsFrom: terms.branch, in: terms.currency, on: date, model),
      identity: "\(branch)-\(currency)-\(date)-STS",
      at: world.day(date, of: terms.branch).upperBound)
  }

  private func chosen(in scenario: Scenario) throws -> (ModelID, PoolID) {
    let name = try scenario.model(named: model).name
    let place = scenario.models.firstIndex { $0.name == name } ?? 0
    let names = scenario.branches.map(\.name)
    guard let home = names.firstIndex(of: branch) else {
      throw Failure.badInput("no branch '\(branch)'" + NearestName.question(branch, among: names))
    }
    let pools = scenario.pools.filter { $0.branch.place == home }.map(\.currency.code)
    let found = scenario.pools.firstIndex {
      $0.branch.place == home && $0.currency.code == currency
    }
    guard let found else {
      throw Failure.badInput(
        "\(branch) has no pool in '\(currency)': expected \(pools.joined(separator: ", "))")
    }
    return (ModelID(place), PoolID(found))
  }

  /// The day, which must touch the run.
  private func date(in world: World, _ pool: PoolID) throws -> CivilDate {
    let date = try CalendarArguments.date(self.date, of: "--date")
    let branch = world.scenario.pools[pool.place].branch
    let zone = world.scenario.branches[branch.place].zone
    let experiment = world.scenario.experiment
    let first = zone.local(of: experiment.from).date
    let last = zone.local(of: Instant(microseconds: experiment.horizon.microseconds - 1)).date
    guard (first...last).contains(date) else {
      throw Failure.badInput(
        "--date \(date) lies outside the run, which is from \(first) to \(last)")
    }
    return date
  }
}

/// The choice of `--format`.
enum MessageFormat: String, ExpressibleByArgument, CaseIterable {
  case statement = "camt.053"
  case status = "pacs.002"
}
