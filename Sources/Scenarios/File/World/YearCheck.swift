import Calendars
import Vocabulary

extension ScenarioReader {
  /// Checks that every calendar and clock in use covers the simulated time, each reported once.
  ///
  /// The problem stands at the experiment's `until`, not at the branches: what has to change is
  /// most often the time that is simulated. Published calendars with holidays cover 2020 to 2035.
  ///
  ///     experiment.until: the simulated time runs from 2035-12-28T05:00:00Z to …
  ///
  /// - Complexity: O(entities × days): all hours are compiled once more when the world is made.
  mutating func checkYears(_ root: Section) {
    guard let experiment, let section = root.section("experiment") else { return }
    let written = section["until"] ?? section.value
    let range = experiment.from..<experiment.horizon
    var reported: Set<String> = []
    for branch in branches.compactMap({ $0 }) {
      for hours in [branch.hours, branch.exchangeDesk, branch.reviewDesk] {
        checkYears(of: hours, range, written, &reported)
      }
    }
    for correspondent in correspondents.compactMap({ $0 }) {
      checkYears(of: correspondent.hours, range, written, &reported)
    }
    for (system, place) in zip(systems.used, systems.places) {
      checkYears(of: system.hours, range, written, &reported)
      checkEffect(of: system, range, at: place)
    }
  }

  /// Checks that a system's hours hold at some time of the simulation.
  ///
  /// Hours that start or end inside of it are admitted; outside of them the system is closed.
  private func checkEffect(
    of system: SettlementSystem, _ range: Range<Instant>, at place: YAMLValue
  ) {
    let zone = system.hours.zone
    if let from = system.hours.effectiveFrom, from > zone.local(of: range.upperBound).date {
      problems.add(place, "'\(system.name)' runs from \(from) on, after the simulated time")
    }
    if let until = system.hours.effectiveUntil, until <= zone.local(of: range.lowerBound).date {
      problems.add(place, "'\(system.name)' ran until \(until), before the simulated time")
    }
  }

  /// Compiles hours for the simulated time; each calendar and each clock is reported once, whoever
  /// keeps it.
  private func checkYears(
    of hours: OperatingHours, _ range: Range<Instant>, _ written: YAMLValue,
    _ reported: inout Set<String>
  ) {
    do {
      _ = try hours.compile(covering: range)
    } catch {
      guard reported.insert(ScenarioReader.subject(of: error)).inserted else { return }
      problems.add(
        written,
        "the simulated time runs from \(range.lowerBound) to \(range.upperBound), but "
          + error.description)
    }
  }

  /// What an error is about, so that a second one about it is not told.
  private static func subject(of error: CalendarError) -> String {
    switch error {
    case .outsideYears(let calendar, _, _): "calendar \(calendar)"
    case .outsideZoneYears(let zone, _, _): "zone \(zone)"
    default: error.description
    }
  }
}
