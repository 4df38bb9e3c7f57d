import Calendars
import Reporting
import Scenarios
import Vocabulary

extension ClockAxis {
  /// The clocks under the pictures of a scenario: UTC, then one for each zone of its branches.
  ///
  /// - Returns: Ticks from the first instruction to the horizon. Branches of one zone share a clock under the
  ///   title of the first of them.
  static func axes(of scenario: Scenario) -> [ClockAxis] {
    let range = scenario.experiment.from..<scenario.experiment.horizon
    var axes = [axis("UTC", .utc, range)]
    var seen: [String] = []
    for branch in scenario.branches where !seen.contains(branch.zone.identifier) {
      seen.append(branch.zone.identifier)
      let names = scenario.branches.filter { $0.zone == branch.zone }.map(\.name)
      axes.append(axis(branch.title, branch.zone, branches: names, range))
    }
    return axes
  }

  /// A clock with ticks where people look: from seconds to months, by the length of the range.
  ///
  /// - Parameters:
  ///   - title: What readers call the clock: a branch, or `UTC`.
  ///   - branches: The short names of the branches that keep it.
  ///   - range: What the picture shows, in UTC. Up to two days it is marked by times, up to 21 by
  ///     midnights, up to 120 by Mondays, above by firsts of the month.
  static func axis(
    _ title: String, _ zone: Zone, branches: [String] = [], _ range: Range<Instant>
  ) -> ClockAxis {
    let days = (range.upperBound - range.lowerBound).inSeconds / 86_400
    let ticks =
      days <= 2
      ? times(zone, range)
      : midnights(zone, range).filter { date, _ in
        days <= 21 || (days <= 120 ? date.weekday == .monday : date.day == 1)
      }.map { date, at in Tick(at: at, label: label(date, among: days)) }
    return ClockAxis(title: title, branches: branches, ticks: ticks)
  }

  /// The local days of a range with the instants at which they begin: not midnight where a clock moves then.
  private static func midnights(_ zone: Zone, _ range: Range<Instant>)
    -> [(date: CivilDate, at: Instant)]
  {
    let first = zone.local(of: range.lowerBound).date
    let last = zone.local(of: range.upperBound).date
    return (0...max(0, last - first)).map { (first + $0, zone.startOfDay(first + $0)) }
      .filter { range.contains($0.1) }
  }

  /// `Mon 9`, `9 Mar`, `Mar`; of January the year too. The longer the range, the less each tick says.
  private static func label(_ date: CivilDate, among days: Double) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let month = months[date.month - 1]
    if days <= 21 { return "\(date.weekday.abbreviation) \(date.day)" }
    return days <= 120 ? "\(date.day) \(month)" : date.month == 1 ? "\(month) \(date.year)" : month
  }

  /// Ticks within a day or two: the first of these steps of which there are twelve or fewer.
  private static func times(_ zone: Zone, _ range: Range<Instant>) -> [Tick] {
    let length = (range.upperBound - range.lowerBound).inSeconds
    let steps: [Int64] = [1, 5, 15, 60, 300, 900, 3_600, 10_800, 21_600]
    let step = steps.first { length / Double($0) <= 12 } ?? 43_200
    let (date, time) = zone.local(of: range.lowerBound)
    let start = zone.startOfDay(date)
    return (time / 1_000_000 / step...(time / 1_000_000 + Int64(length)) / step + 1).compactMap {
      let at = start + .seconds($0 * step)
      guard range.contains(at) else { return nil }
      let (date, time) = zone.local(of: at)
      let clock = WallTime(seconds: Int32(time / 1_000_000))
      let text = step < 60 ? clock.withSeconds : String(clock.withSeconds.prefix(5))
      return Tick(at: at, label: time == 0 ? "\(date.weekday.abbreviation) \(date.day)" : text)
    }
  }
}
