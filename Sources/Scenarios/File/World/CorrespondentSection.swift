import Calendars
import Vocabulary

extension ScenarioReader {
  /// Hours of a bank on the way, kept on its own clock and calendar; one that has no entry works
  /// without a break.
  ///
  /// The section is for hours alone: a correspondent's fees, times of work and place in the chain
  /// are those of the hops that name it. It has no cut-off of its own; a leg is bound by that of
  /// its system.
  static let correspondentShape = Shape(
    name: "correspondent", description: "A bank that passes payments on, in hours of its own.",
    fields: [
      Field("zone", .zone, .required, "Its clock.", examples: ["America/New_York"]),
      Field(
        "calendar", .calendar, .required, "Its business days.", examples: PublishedCalendars.names),
      Field("opens", .time, .required, "When it starts to work on its clock."),
      Field("closes", .time, .required, "When it stops."),
    ])

  /// Reads the correspondents that have hours of their own. A refused one keeps its place, so that
  /// hops may name it.
  mutating func readCorrespondents(_ root: Section) {
    let entries = root.map("correspondents")
    guard fits(entries.count, "correspondents", at: root.value) else { return }
    for entry in entries {
      correspondentPlaces[entry.key] = correspondents.count
      correspondents.append(readCorrespondent(entry))
    }
  }

  /// A correspondent whose hours can be kept; its name need not stand in any hop.
  private mutating func readCorrespondent(_ entry: YAMLValue.Entry) -> Correspondent? {
    guard let section = Section(entry.value, as: ScenarioReader.correspondentShape, problems) else {
      return nil
    }
    let zone = zone(section, "zone")
    let calendar = calendar(section, "calendar")
    let opens = section.read("opens", ScenarioReader.timeOfDay)
    let closes = section.read("closes", ScenarioReader.endOfDay)
    guard let zone, let calendar, let opens, let closes else { return nil }
    let hours = reported(at: section["closes"] ?? entry.value) { () throws(CalendarError) in
      try OperatingHours(
        zone: zone, days: OperatingDays(calendar), opens: opens, customerCutOff: closes,
        closes: closes)
    }
    return hours.map { Correspondent(name: entry.key, hours: $0) }
  }

  /// The hours of a correspondent, `nil` where it has none of its own.
  func correspondent(named name: String) -> CorrespondentID? {
    correspondentPlaces[name].map { CorrespondentID($0) }
  }
}
