import ArgumentParser
import Calendars
import Experiments
import Vocabulary

/// `nostro calendar`: what the calendars and the settlement systems say, as CSV.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Holidays, windows, cut-offs and value dates of the published calendars, as CSV.",
    discussion: "Example: nostro calendar week --branches NYC,SIN",
    subcommands: [
      HolidaysCommand.self, WindowsCommand.self, EarliestCommand.self, OverlapCommand.self,
      ValueDateCommand.self, WeekCommand.self, SystemsCommand.self, CalendarListCommand.self,
    ])
}

/// Names and dates of the command line, found or refused with exit code 65.
enum CalendarArguments {
  /// The system of a name.
  static func system(_ name: String) throws -> SettlementSystem {
    guard let system = PublishedSystems.named(name) else {
      throw Failure.badInput(unknownSystem(name))
    }
    return system
  }

  /// The calendar of a name.
  static func calendar(_ name: String) throws -> HolidayCalendar {
    guard let calendar = PublishedCalendars.named(name) else {
      let hint = NearestName.question(name, among: PublishedCalendars.names)
      throw Failure.badInput("no calendar named '\(name)'\(hint)")
    }
    return calendar
  }

  /// What to say of a system that is not there.
  static func unknownSystem(_ name: String) -> String {
    "no system named '\(name)'" + NearestName.question(name, among: PublishedSystems.names)
  }

  /// The date of an option.
  static func date(_ text: String, of option: String) throws -> CivilDate {
    guard let date = CivilDate(text) else {
      throw Failure.badInput("\(option): expected a date like 2026-03-06, found '\(text)'")
    }
    return date
  }

  /// The dates of `--from` and `--to`, the second not before the first.
  static func range(from: String, to: String) throws -> Range<CivilDate> {
    let start = try date(from, of: "--from")
    let end = try date(to, of: "--to")
    guard start <= end else { throw Failure.badInput("--from \(start) lies after --to \(end)") }
    return start..<end
  }

  /// The names of a list parted by commas, each once.
  static func names(_ list: String) -> [String] {
    let names = list.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    return names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// Runs what may leave the years of a calendar; that is bad input.
  static func refusing<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as CalendarError {
      throw Failure.badInput("\(error)")
    }
  }
}
