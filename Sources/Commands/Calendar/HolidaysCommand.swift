import ArgumentParser
import Calendars
import Experiments
import Vocabulary

/// `nostro calendar holidays`: the holidays of a year, with their sources.
struct HolidaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holidays", abstract: "The holidays of a calendar in a year: date,name,source.",
    discussion: "Example: nostro calendar holidays TARGET --year 2026")

  @Argument(help: "The calendar, as `nostro calendar list` names it.")
  var calendar: String

  @Option(help: "The year.")
  var year: Int

  func run() throws {
    let calendar = try CalendarArguments.calendar(calendar)
    guard calendar.years.contains(year) else {
      throw Failure.badInput(
        "--year: calendar \(calendar.name) covers \(calendar.years.lowerBound) to "
          + "\(calendar.years.upperBound), not \(year)")
    }
    let rows = calendar.holidays.filter { $0.date.year == year }.map { holiday in
      CSVFile.line([holiday.date.description, holiday.name, holiday.source])
    }
    try Output.write(CSVFile.line(["date", "name", "source"]) + rows.joined())
  }
}
