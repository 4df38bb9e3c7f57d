import Vocabulary

/// What is wrong with the table of published systems.
struct SystemTableProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence each, without a full stop: `line 3: opens_local: expected …, found '9:30'`.
  let messages: [String]

  /// The sentences, one a line.
  var description: String { messages.joined(separator: "\n") }
}

/// The table of published systems: a row for each system and version of its hours.
enum SystemTable {
  /// Reads the table strictly.
  ///
  /// - Returns: A system for each row, in the order of the rows.
  /// - Throws: Every problem of the table, with its line and column.
  static func systems(of text: String) throws(SystemTableProblems) -> [SettlementSystem] {
    let file: CSVFile
    do { file = try CSVFile(text) } catch { throw SystemTableProblems(messages: ["\(error)"]) }
    let columns = SystemColumn.allCases.map(\.rawValue)
    guard file.columns == columns else {
      let (expected, found) = (columns.joined(separator: ","), file.columns.joined(separator: ","))
      throw SystemTableProblems(messages: ["expected the columns \(expected), found \(found)"])
    }
    var systems: [SettlementSystem] = []
    var problems: [String] = []
    var lines: [String: Int] = [:]
    for record in file.records {
      guard record.fields.count == columns.count else {
        problems.append(
          "line \(record.line): expected \(columns.count) fields, found \(record.fields.count)")
        continue
      }
      var row = SystemRow(record)
      let system = row.system()
      problems += row.problems
      let name = record.fields[0]
      if let line = lines.updateValue(record.line, forKey: name) {
        problems.append(
          "line \(record.line): system: '\(name)' stands in line \(line) already, a version of its "
            + "hours needs a name of its own")
      }
      if let system { systems.append(system) }
    }
    guard problems.isEmpty else { throw SystemTableProblems(messages: problems) }
    return systems
  }
}
