import ArgumentParser
import Calendars
import Experiments
import Foundation
import Scenarios
import Vocabulary

/// `nostro calendar week`: seven days of a scenario's branches and their systems, as a picture.
struct WeekCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Draws a week of a scenario's branches and systems on UTC and on their own clocks.",
    discussion: "Example: nostro calendar week --branches NYC,SIN --from 2026-03-06")

  @Option(
    help: "The scenario whose branches and systems are drawn.",
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario = "Scenarios/five-branches.yaml"

  @Option(help: "The branches by short names, parted by commas (default: all).")
  var branches: String?

  @Option(help: "The first of the seven days, UTC (default: today).")
  var from: String?

  func run() throws {
    let scenario = try Scenario.loaded(from: scenario)
    let start = try from.map { try CalendarArguments.date($0, of: "--from") } ?? WeekCommand.today
    let week = WeekPicture(start: start, branches: try rows(of: scenario, from: start))
    try Output.write(week.text)
  }

  /// The clock of this machine is asked for a default only.
  private static var today: CivilDate {
    CivilDate.split(Int64(Date().timeIntervalSince1970) * 1_000_000).date
  }

  /// The chosen branches in the order of the scenario, each with the systems of its pools.
  private func rows(of scenario: Scenario, from start: CivilDate) throws
    -> [WeekPicture.BranchRows]
  {
    let range = start.startOfDayUTC..<(start + WeekPicture.days).startOfDayUTC
    return try chosen(of: scenario).map { place in
      let branch = scenario.branches[place]
      var systems: [SettlementSystem] = []
      for pool in scenario.pools where pool.branch.place == place {
        let system = scenario.systems[pool.system.place]
        if !systems.contains(where: { $0.name == system.name }) { systems.append(system) }
      }
      let hours = [(branch.name, branch.hours)] + systems.map { ($0.name, $0.hours) }
      return WeekPicture.BranchRows(
        branch: branch,
        rows: try hours.map { name, hours in
          let table = try CalendarArguments.refusing { try hours.compile(covering: range) }
          return WeekPicture.Row(name: name, timetable: table)
        })
    }
  }

  private func chosen(of scenario: Scenario) throws -> [Int] {
    guard let branches else { return Array(scenario.branches.indices) }
    let known = scenario.branches.map(\.name)
    let names = CalendarArguments.names(branches)
    let unknown = names.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw Failure.badInput(
        unknown.map {
          "--branches: \(scenario.name) has no branch '\($0)'"
            + NearestName.question($0, among: known)
        })
    }
    return scenario.branches.indices.filter { names.contains(known[$0]) }
  }
}
