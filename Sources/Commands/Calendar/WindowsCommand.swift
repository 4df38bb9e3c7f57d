import ArgumentParser
import Calendars
import Vocabulary

/// `nostro calendar windows`: when a system is open for the value dates of a range.
struct WindowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "windows",
    abstract: "The windows of a system, in UTC, for the value dates from --from up to --to.",
    discussion: "Example: nostro calendar windows 'Fedwire Funds' --from 2026-03-06 --to 2026-03-10"
  )

  @Argument(help: "The system, as `nostro calendar systems` names it.")
  var system: String

  @Option(help: "The first value date.")
  var from: String

  @Option(help: "The date after the last value date.")
  var to: String

  func run() throws {
    let system = try CalendarArguments.system(system)
    let dates = try CalendarArguments.range(from: from, to: to)
    var text = CSVFile.line([
      "system", "opens_utc", "customer_cutoff_utc", "interbank_cutoff_utc", "closes_utc",
      "value_date",
    ])
    if !dates.isEmpty {
      let table = try CalendarArguments.refusing {
        try system.hours.compile(valueDates: dates.lowerBound...(dates.upperBound - 1))
      }
      text += table.windows.map { line(system.name, $0) }.joined()
    }
    try Output.write(text)
  }

  private func line(_ name: String, _ window: Window) -> String {
    CSVFile.line([
      name, window.opens.description, window.customerCutOff.description,
      window.interbankCutOff.description, window.closes.description,
      window.valueDate.description,
    ])
  }
}
