import ArgumentParser
import Calendars
import Vocabulary

/// `nostro calendar systems`: the published settlement systems.
struct SystemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "systems", abstract: "The settlement systems with hours, source and confidence.",
    discussion: "Example: nostro calendar systems")

  func run() throws {
    let header = [
      "system", "currency", "iana_zone", "opening", "opens_local", "customer_cutoff_local",
      "interbank_cutoff_local", "closes_local", "days", "calendar", "effective_from",
      "effective_until", "kind", "source", "confidence", "notes",
    ]
    let rows = PublishedSystems.all.map { CSVFile.line(fields($0)) }
    try Output.write(CSVFile.line(header) + rows.joined())
  }

  private func fields(_ system: SettlementSystem) -> [String] {
    let hours = system.hours
    return [
      system.name, system.currencyCode, hours.zone.identifier, hours.opening.rawValue,
      hours.opens.description, hours.customerCutOff.description,
      hours.interbankCutOff.description, hours.closes.description, hours.days.rule.description,
      hours.days.calendar.name, hours.effectiveFrom?.description ?? "",
      hours.effectiveUntil?.description ?? "", system.kind, system.source, system.confidence,
      system.notes,
    ]
  }
}

/// `nostro calendar list`: the published calendars.
struct CalendarListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The calendars with their years, source and confidence.",
    discussion: "Example: nostro calendar list")

  func run() throws {
    let rows = PublishedCalendars.all.map { published in
      CSVFile.line([
        published.name, "\(published.years.lowerBound)-\(published.years.upperBound)",
        published.source, published.confidence,
      ])
    }
    let never = CSVFile.line(["NONE", "1-9998", "", "every day is a business day"])
    try Output.write(
      CSVFile.line(["calendar", "years", "source", "confidence"]) + rows.joined() + never)
  }
}
