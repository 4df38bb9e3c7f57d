import Calendars
import Reporting
import Scenarios
import Settlement
import Vocabulary

extension OpeningWeek {
  /// How many clocks and how many rows a picture has at most.
  ///
  /// More would be too small to read (assumed).
  private static let (clocks, most) = (8, 20)

  /// The week of a run that has most to show: the first in which a clock changes, else the first
  /// with a holiday, else the first.
  ///
  /// - Complexity: O(n) in the windows of all branches and systems, for 53 weeks at most: a later clock change
  ///   or holiday is not looked for.
  static func of(_ world: World) -> OpeningWeek {
    let experiment = world.scenario.experiment
    let starts = (0..<53).map { experiment.from + .days(7 * $0) }.filter {
      $0 == experiment.from || $0 + .days(7) <= experiment.until
    }
    let weeks = starts.map { $0..<min($0 + .days(7), experiment.horizon) }
    let keepers = keepers(of: world)
    let zones = keepers.map(\.hours.zone)
    let week =
      weeks.first { week in zones.contains { !changes($0, week).isEmpty } }
      ?? weeks.first { week in keepers.contains { $0.hasHoliday(in: week) } } ?? weeks[0]
    return laid(week, keepers)
  }

  /// The rows of a week, by zones in the order of the scenario. What is more than the picture takes is
  /// counted, not drawn.
  private static func laid(_ week: Range<Instant>, _ keepers: [Keeper]) -> OpeningWeek {
    var zones: [Zone] = []
    for keeper in keepers where !zones.contains(keeper.hours.zone) {
      zones.append(keeper.hours.zone)
    }
    var left = most
    let places = zones.prefix(clocks).map { zone -> Place in
      let own = keepers.filter { $0.hours.zone == zone }.prefix(left)
      left -= own.count
      let title = own.first { $0.isBranch }?.title ?? zone.place
      return Place(
        clock: .axis(title, zone, week), changes: changes(zone, week),
        rows: own.map { $0.row(in: week) })
    }
    return OpeningWeek(
      range: week, clock: .axis("UTC", .utc, week), places: places,
      leftOut: keepers.count - (most - left))
  }

  /// Branches and systems that keep hours; what is always open does not.
  ///
  /// Branches first, then systems, each with its windows as the run keeps them: outages cut out.
  private static func keepers(of world: World) -> [Keeper] {
    let branches = world.scenario.branches.enumerated().map { place, branch in
      Keeper(
        title: branch.title, hours: branch.hours,
        timetable: world.openings(of: BranchID(place)), isBranch: true)
    }
    let systems = world.scenario.systems.enumerated().map { place, system in
      Keeper(
        title: system.name, hours: system.hours,
        timetable: world.openings(of: SystemID(place)), isBranch: false)
    }
    return branches + systems
  }

  /// Where the offset of a zone changes, to the hour.
  private static func changes(_ zone: Zone, _ week: Range<Instant>) -> [ClockAxis.Tick] {
    let hours = Int64((week.upperBound - week.lowerBound).inSeconds / 3_600)
    return (1..<max(2, hours)).compactMap { hour in
      let at = week.lowerBound + .hours(hour)
      let by = zone.offsetSeconds(at: at) - zone.offsetSeconds(at: at - .hours(1))
      guard by != 0 else { return nil }
      let minutes = by / 60
      let size = minutes % 60 == 0 ? "\(abs(minutes / 60)) h" : "\(abs(minutes)) min"
      return ClockAxis.Tick(at: at, label: "clock \(by > 0 ? "+" : "−")\(size)")
    }
  }
}

/// Somebody or something that keeps hours.
private struct Keeper {
  var title: String
  var hours: OperatingHours
  var timetable: Timetable
  var isBranch: Bool

  /// Whether a business day falls out for a holiday.
  func hasHoliday(in week: Range<Instant>) -> Bool { !closings(in: week, .holiday).isEmpty }

  /// One row: its windows, what closes it, and its cut-offs where they lie before the end of a window.
  ///
  /// A branch is drawn with the cut-off of its customers, a system with that among banks: each is the last
  /// moment for those who hand payments to it.
  func row(in week: Range<Instant>) -> OpeningWeek.Row {
    let windows = timetable.windows.filter {
      $0.closes > week.lowerBound && $0.opens < week.upperBound
    }
    let closed = [
      (Closure.weekend, OpeningWeek.Closing.Kind.weekend), (.holiday, .holiday),
      (.outage, .outage),
    ].flatMap { closure, kind in
      closings(in: week, closure).map { piece in
        OpeningWeek.Closing(kind: kind, during: piece, name: name(of: piece, closure))
      }
    }
    let cutOffs = windows.map { isBranch ? $0.customerCutOff : $0.interbankCutOff }
    return OpeningWeek.Row(
      title: title, open: windows.map { $0.opens..<$0.closes },
      closed: closed.sorted { $0.during.lowerBound < $1.during.lowerBound },
      cutOffs: zip(cutOffs, windows).filter { $0 < $1.closes }.map(\.0),
      hours: "\(hours.opens)–\(hours.closes)",
      cutOff: "\(isBranch ? hours.customerCutOff : hours.interbankCutOff)")
  }

  /// The pieces of a week that are closed for one reason, within what the timetable covers.
  private func closings(in week: Range<Instant>, _ closure: Closure) -> [Range<Instant>] {
    let covered = timetable.covered
    let (from, to) = (
      max(week.lowerBound, covered.lowerBound), min(week.upperBound, covered.upperBound)
    )
    guard from < to else { return [] }
    return timetable.closedPieces(from: from, to: to).filter { $0.cause == closure }
      .map { $0.start..<$0.end }
  }

  /// What a reader sees of a closing: its local day, with the name of the holiday.
  private func name(of piece: Range<Instant>, _ closure: Closure) -> String {
    let date = hours.zone.local(of: piece.lowerBound).date
    let day = "\(date.weekday.abbreviation) \(date.day)"
    switch closure {
    case .holiday:
      let holiday = hours.days.calendar.holidays.first { $0.date == date }
      return "\(day), \(holiday?.name ?? "holiday")"
    case .outage: return "\(day), outage"
    default: return day
    }
  }
}

extension Zone {
  /// What people call the place of a zone: `New York` of `America/New_York`.
  fileprivate var place: String {
    let last = identifier.split(separator: "/").last.map(String.init) ?? identifier
    return String(last.map { $0 == "_" ? " " : $0 })
  }
}
