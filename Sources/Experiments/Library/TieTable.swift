import Foundation
import Vocabulary

/// The table of scenarios whose outcomes depend on the order of ties, each explained.
///
/// A figure may depend on the order of simultaneous events only where that order has no meaning, as between
/// two payments of one instant for the last of the money; the table says so for each model.
package enum TieTable {
  /// The name of the file in the folder of the scenarios: `scenario,model,because`.
  package static let name = "TieOrder.csv"

  /// The reasons of a scenario by model; none where no table lies beside the scenario.
  ///
  /// - Throws: `.badInput` where the table cannot be read.
  package static func reasons(beside file: String, _ scenario: String) throws(Failure)
    -> [String: String]
  {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + [name[...]]).joined(separator: "/")
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let table: CSVFile
    let text: String
    do throws(Failure) { text = try InputFile(path: path).text(limit: 1 << 20) } catch {
      throw Failure.badInput("\(path): \(error)")
    }
    do { table = try CSVFile(text) } catch { throw Failure.badInput("\(path): \(error)") }
    guard table.columns == ["scenario", "model", "because"] else {
      throw Failure.badInput("\(path):1: expected the columns scenario,model,because")
    }
    var reasons: [String: String] = [:]
    for record in table.records where record.fields.first == scenario {
      guard record.fields.count == 3, !record.fields[2].isEmpty else {
        throw Failure.badInput("\(path):\(record.line): expected a scenario, a model and a reason")
      }
      reasons[record.fields[1]] = record.fields[2]
    }
    return reasons
  }
}
