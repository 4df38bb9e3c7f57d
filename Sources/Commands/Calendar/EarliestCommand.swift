import ArgumentParser
import Calendars
import Experiments
import Vocabulary

/// `nostro calendar earliest`: when payments handed over at given instants settle first.
struct EarliestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "earliest",
    abstract: "When a payment handed over at an instant settles first, for each row of a file.",
    discussion: """
      The file is CSV with the columns system, instant_utc and kind (customer or interbank); the \
      output has the same columns plus settle_utc and value_date.

      Example: nostro calendar earliest --file instants.csv
      """)

  @Option(help: "The file, or - for the standard input.")
  var file: String

  func run() throws {
    let table: CSVFile
    do {
      table = try CSVFile(InputFile(path: file).text(limit: CSVFile.byteLimit))
    } catch let error as CSVError {
      throw Failure.badInput("\(file): \(error)")
    }
    try requireColumns(of: table)
    var output = CSVFile.line(table.columns + ["settle_utc", "value_date"])
    var problems = BoundedList()
    for record in table.records {
      switch answer(to: record, of: table, isTold: !problems.isFull) {
      case .success(let fields): output += CSVFile.line(record.fields + fields)
      case .failure(let problem): problems.add("\(file):\(record.line): \(problem.sentence)")
      }
    }
    guard problems.isEmpty else { throw Failure.badInput(problems.told(of: file)) }
    try Output.write(output)
  }

  /// Why a row has no answer.
  private struct Problem: Error {
    let sentence: String
  }

  private func requireColumns(of table: CSVFile) throws {
    let missing = ["system", "instant_utc", "kind"].filter { !table.columns.contains($0) }
    guard missing.isEmpty else {
      throw Failure.badInput(
        missing.map { name in
          "\(file):1: no column '\(name)'" + NearestName.question(name, among: table.columns)
        })
    }
  }

  /// The instant of settlement and the value date of a row, or what is wrong with it.
  ///
  /// - Parameter isTold: Whether what is wrong will be told.
  private func answer(to record: CSVFile.Record, of table: CSVFile, isTold: Bool) -> Result<
    [String], Problem
  > {
    guard record.fields.count == table.columns.count else {
      return problem("expected \(table.columns.count) fields, found \(record.fields.count)")
    }
    let name = table.field("system", of: record) ?? ""
    let written = table.field("instant_utc", of: record) ?? ""
    let kindName = table.field("kind", of: record) ?? ""
    guard let system = PublishedSystems.named(name) else {
      return problem(isTold ? CalendarArguments.unknownSystem(name) : "")
    }
    let instant: Instant
    do { instant = try Instant(reading: written) } catch {
      return problem(
        "expected an instant like 2026-03-06T23:45:00Z, found '\(written)'\(error.clause)")
    }
    guard let kind = CutOff(rawValue: kindName) else {
      return problem("expected kind 'customer' or 'interbank', found '\(kindName)'")
    }
    return settlement(in: system, kind, at: instant)
  }

  private func settlement(in system: SettlementSystem, _ kind: CutOff, at instant: Instant)
    -> Result<[String], Problem>
  {
    do throws(CalendarError) {
      guard let found = try system.hours.earliest(kind, at: instant) else {
        let end = system.hours.effectiveUntil?.description ?? "their end"
        return problem("\(system.name) has no window after \(instant): its hours hold until \(end)")
      }
      return .success([found.settles.description, found.window.valueDate.description])
    } catch {
      return problem("\(error)")
    }
  }

  private func problem(_ sentence: String) -> Result<[String], Problem> {
    .failure(Problem(sentence: sentence))
  }
}
