import Calendars
import Reporting
import Scenarios
import Vocabulary

extension ClockAxis {
  /// The clocks under the pictures of a scenario: UTC, then one for each zone of its branches.
  static func axes(of scenario: Scenario) -> [ClockAxis] {
    var axes = [axis("UTC", .utc, branches: [], scenario.experiment)]
    var seen: [String] = []
    for branch in scenario.branches where !seen.contains(branch.zone.identifier) {
      seen.append(branch.zone.identifier)
      let names = scenario.branches.filter { $0.zone == branch.zone }.map(\.name)
      axes.append(axis(branch.title, branch.zone, branches: names, scenario.experiment))
    }
    return axes
  }

  private static func axis(
    _ title: String, _ zone: Zone, branches: [String], _ experiment: Experiment
  ) -> ClockAxis {
    var ticks: [Tick] = []
    var date = zone.local(of: experiment.from).date
    while zone.startOfDay(date) < experiment.horizon {
      let midnight = zone.startOfDay(date)
      if midnight >= experiment.from {
        ticks.append(Tick(at: midnight, label: "\(date.weekday.abbreviation) \(date.day)"))
      }
      date = date + 1
    }
    return ClockAxis(title: title, branches: branches, ticks: ticks)
  }
}
