import Calendars
import Settlement
import Vocabulary

@testable import Scenarios

/// What is done with an input of each form, and what must hold of what was read.
enum FuzzedInputs {
  /// The longest run and the most events that an input is run for.
  private static let longestRun = TimeSpan.days(40)
  private static let mostEvents: UInt64 = 5_000

  /// Reads a scenario; one that is read is compiled, and the first replication of each model runs
  /// until its budget of events is spent.
  static func scenario(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard
      let scenario = try? ScenarioFile.read(text: text, named: "input.yaml", folder: "no folder")
    else { return }
    let experiment = scenario.experiment
    guard experiment.horizon - experiment.from <= longestRun,
      scenario.branches.count <= 50, scenario.flows.count <= 200
    else { return }
    guard let world = try? World(scenario, RunTerms(maxEvents: mostEvents)) else { return }
    for model in scenario.models.indices {
      _ = try? world.replicate(ModelID(model), replication: 0, journeys: .all)
    }
  }

  /// Reads the rows of payments between two branches, in pieces of two sizes, which must agree.
  static func payments(_ bytes: [UInt8]) {
    let whole = rows(bytes, piece: max(1, bytes.count))
    let inPieces = rows(bytes, piece: 7)
    precondition(whole == inPieces, "a file reads the same in pieces of any size")
  }

  private static func rows(_ bytes: [UInt8], piece: Int) -> [String] {
    var rows = PaymentRows(file: "input.csv", ["NYC", "LDN"], ProblemList(file: "input.yaml"))
    var ids: [String] = []
    do {
      for start in stride(from: 0, to: bytes.count, by: piece) {
        rows.records.add(Array(bytes[start..<min(bytes.count, start + piece)]))
        while try rows.next() { if let payment = rows.payment() { ids.append(payment.id) } }
      }
      rows.records.end()
      while try rows.next() { if let payment = rows.payment() { ids.append(payment.id) } }
    } catch { ids.append("\(error)") }
    return ids
  }

  /// Reads a table; what is read and written again reads as the same.
  static func table(_ bytes: [UInt8]) {
    guard let table = try? CSVFile(String(decoding: bytes, as: UTF8.self)) else { return }
    let records = [table.columns] + table.records.map(\.fields)
    guard records.allSatisfy({ $0 != [""] }) else { return }
    let again = try? CSVFile(records.map(CSVFile.line).joined())
    precondition(
      again?.columns == table.columns
        && again?.records.map(\.fields) == table.records.map(\.fields),
      "a table that is written reads as the same")
  }

  /// Reads holidays of a calendar.
  static func calendar(_ bytes: [UInt8]) {
    guard let file = try? ICalendarFile(String(decoding: bytes, as: UTF8.self)) else { return }
    _ = file.holidays(in: 2_020...2_030, source: "input.ics")
  }

  /// Reads a message.
  static func message(_ bytes: [UInt8]) {
    _ = try? CustomerTransfersParser.read(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a problem.
  static func problem(_ bytes: [UInt8]) {
    _ = try? JSONParser.parse(String(decoding: bytes, as: UTF8.self))
  }
}
