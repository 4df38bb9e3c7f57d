import Testing

@testable import Reporting

@Suite("A row of a table of the terminal keeps its name") struct TextTableTests {
  private let wide = TextTable.Group(
    title: "Money", rows: [["fees", String(repeating: "9", count: 12)]])
  private let long = TextTable.Group(title: "Speed", rows: [["90th percentile", "1 h"]])

  private func lines(_ groups: [TextTable.Group], _ width: Int) -> [String] {
    TextTable(heading: ["", "batch"], groups: groups).lines(width: width)
  }

  @Test("Tables have common columns where every name fits") func common() {
    #expect(
      lines([long, wide], 29) == [
        "", "Speed", "                        batch", "90th percentile           1 h",
        "", "Money", "                        batch", "fees             999999999999",
      ])
  }

  @Test("Where one does not, each table has columns of its own") func own() {
    #expect(
      lines([long, wide], 24) == [
        "", "Speed", "                 batch", "90th percentile    1 h",
        "", "Money", "             batch", "fees  999999999999",
      ])
  }

  @Test("What does not fit by itself goes on in the next line, figures are never cut for it")
  func wrapped() {
    let group = TextTable.Group(title: "Speed", rows: [["90th percentile", "9 min 54 s"]])
    let table = lines([group], 24)
    #expect(table[3...] == ["90th          9 min 54 s", "percentile"])
    #expect(table.allSatisfy { $0.count <= 24 })
  }
}
