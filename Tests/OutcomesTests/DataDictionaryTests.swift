import Foundation
import Measures
import Outcomes
import TestSupport
import Testing

/// The lists of the data dictionary are those of the program.
///
/// To take over what the program defines now, set `NOSTRO_SNAPSHOTS=rewrite` and read the diff.
@Suite("the data dictionary defines every metric and measure as the program does")
struct DataDictionaryTests {
  private static let file = Repository.root.appendingPathComponent("Reports/README.md")

  /// The rows of the table under a heading, after the line of dashes.
  private func expect(_ rows: [String], under heading: String) throws {
    var lines = try String(contentsOf: DataDictionaryTests.file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: heading)) + 2
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
    if ProcessInfo.processInfo.environment["NOSTRO_SNAPSHOTS"] == "rewrite" {
      lines.replaceSubrange(start..<end, with: rows)
      try Data(lines.joined(separator: "\n").utf8).write(to: DataDictionaryTests.file)
    } else {
      #expect(Array(lines[start..<end]) == rows)
    }
  }

  @Test("The metrics of outcomes.csv, then the measures of bcbs.csv") func lists() throws {
    try expect(
      Metric.allCases.map { metric in
        let scopes = metric.kinds.map(\.rawValue).joined(separator: ", ")
        return "| `\(metric.name)` | \(metric.measure.word) | \(scopes) | "
          + "\(metric.better.rawValue) | \(metric.definition) |"
      }, under: "| metric | unit | of | better | definition |")
    try expect(
      MonitoringMeasure.allCases.map { measure in
        "| `\(measure.name)` | \(measure.tool) | \(measure.unitWord) | \(measure.definition) |"
      }, under: "| measure | tool | unit | definition |")
  }
}
