import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The columns of the data dictionary are those of the program, word for word.
///
/// To take over what the program says now, set `NOSTRO_SNAPSHOTS=rewrite` and read the diff.
@Suite("Reports/README.md says of every column what its table says") struct ColumnDictionaryTests {
  private static let file = URL(fileURLWithPath: Repository.file("Reports/README.md"))
  private static let head = "| column | unit | definition | empty |"

  private func lines() throws -> [String] {
    try String(contentsOf: ColumnDictionaryTests.file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(
    "Name, unit, definition and where it is empty, in the order of the file",
    arguments: DescribedTable.all.map(\.file))
  func words(_ name: String) throws {
    let table = try #require(DescribedTable.all.first { $0.file == name })
    var lines = try lines()
    let section = try #require(lines.firstIndex(of: "## `\(name)`"))
    let head = try #require(lines[section...].firstIndex(of: ColumnDictionaryTests.head))
    let end = lines[(head + 2)...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
    guard ProcessInfo.processInfo.environment["NOSTRO_SNAPSHOTS"] == "rewrite" else {
      #expect(Array(lines[(head + 2)..<end]) == table.lines)
      return
    }
    lines.replaceSubrange((head + 2)..<end, with: table.lines)
    try Data(lines.joined(separator: "\n").utf8).write(to: ColumnDictionaryTests.file)
  }

  @Test("A section for every table, a table for every section and every listed CSV file")
  func sections() throws {
    let lines = try lines()
    let sections = lines.filter { $0.hasPrefix("## `") && $0.hasSuffix(".csv`") }
    #expect(sections == DescribedTable.all.map { "## `\($0.file)`" })
    let listed = lines.drop { !$0.hasPrefix("| file |") }.prefix { $0.hasPrefix("|") }
      .map { $0.dropFirst(3).prefix { $0 != "`" } }.filter { $0.hasSuffix(".csv") }
    #expect(listed.count >= 9)
    for name in listed { #expect(DescribedTable.all.contains { $0.file == name }, "\(name)") }
  }

  @Test("Every column has a name, a unit, a definition and says where it is empty")
  func complete() {
    for table in DescribedTable.all {
      #expect(!table.lines.isEmpty, "\(table.file)")
      for line in table.lines {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(cells.count == 6 && cells[1...4].allSatisfy { !$0.isEmpty }, "\(line)")
        #expect(cells[1].wholeMatch(of: /`[A-Za-z][A-Za-z0-9_]*`/) != nil, "\(line)")
        #expect(!cells[3].hasSuffix("."), "\(line)")
      }
    }
  }
}
