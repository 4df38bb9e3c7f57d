import Calendars
import Vocabulary

extension ScenarioReader {
  /// Hours of a bank on the way, kept on its own clock and calendar; one that has no entry works
  /// without a break.
  static let correspondentShape = Shape(
    name: "correspondent", description: "A bank that passes payments on, in hours of its own.",
    fields: [
      Field("zone", .zone, .required, "Its clock.", examples: ["America/New_York"]),
      Field(
        "calendar", .calendar, .required, "Its business days.", examples: PublishedCalendars.names),
      Field("opens", .time, .required, "When it starts to work on its clock."),
      Field("closes", .time, .required, "When it stops."),
    ])

  /// Reads the correspondents that have hours of their own.
  mutating func readCorrespondents(_ root: Section) {
    let entries = root.map("correspondents")
    guard fits(entries.count, "correspondents", at: root.value) else { return }
    for entry in entries {
      correspondentPlaces[entry.key] = correspondents.count
      correspondents.append(readCorrespondent(entry))
    }
  }

  private mutating func readCorrespondent(_ entry: Written.Entry) -> Correspondent? {
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
