import Foundation
import Reporting

extension FinishedRun {
  /// The largest file of results that is read: 64 MiB.
  private static let byteLimit = 1 << 26

  /// The run whose results lie in a folder.
  ///
  /// - Throws: `Failure` 66 where files are missing, 65 with everything that is wrong with them.
  static func read(_ folder: String) throws -> FinishedRun {
    var failures: [Failure] = []
    func text(_ name: String) -> String {
      do { return try InputFile(path: "\(folder)/\(name)").text(limit: byteLimit) } catch {
        failures.append(error as? Failure ?? .noInput("\(folder)/\(name): cannot be read"))
        return ""
      }
    }
    let texts = [
      "report.json", "outcomes.csv", "curves.csv", "pools.csv", "bcbs.csv", "quantiles.csv",
    ].map(text)
    guard failures.isEmpty else {
      throw Failure(code: failures[0].code, messages: failures.flatMap(\.messages))
    }
    let tables = ResultTables(
      outcomes: texts[1], curves: texts[2], pools: texts[3], bcbs: texts[4],
      quantiles: texts[5])
    var problems = tables.problems.map { "\(folder)/\($0)" }
    do {
      let parts = try ReportParts(json: texts[0])
      guard problems.isEmpty else { throw Failure.badInput(problems) }
      return FinishedRun(label: label(folder), parts: parts, tables: tables)
    } catch let error as UnreadableReport {
      problems.insert("\(folder)/report.json: \(error)", at: 0)
      throw Failure.badInput(problems)
    }
  }

  /// The name of a folder without those above it.
  private static func label(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
  }
}
