import ArgumentParser
import Calendars
import Vocabulary

/// `nostro calendar value-date`: T+n over one or several calendars.
struct ValueDateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "value-date",
    abstract: "The date a number of business days after a date, good in all given calendars.",
    discussion: """
      With 0 days: the date itself or, where it is none, the next business day. With n: the n-th \
      business day after the date; with −n: the n-th before.

      Example: nostro calendar value-date --calendars USFED,TARGET --date 2026-12-24 --days 2
      """)

  @Option(help: "The calendars, parted by commas.")
  var calendars: String

  @Option(help: "The date to count from.")
  var date: String

  @Option(parsing: .unconditional, help: "How many business days to go.")
  var days: Int

  func run() throws {
    let names = CalendarArguments.names(calendars)
    let parts = try names.map(CalendarArguments.calendar)
    let start = try CalendarArguments.date(date, of: "--date")
    let result = try CalendarArguments.refusing {
      let joint = try HolidayCalendar.joint(parts)
      _ = try joint.status(of: start)
      return try joint.valueDate(from: start, days: days)
    }
    try Output.write("\(result)\n")
  }
}
