import Foundation
import Testing

@Suite("Shares over replications are written, however many succeed") struct ShareTests {
  /// A thousand replications in which pools are short in nearly all or in hardly any: pairs of
  /// successes and trials for which GSL's inverse of the beta distribution finds nothing.
  @Test("A run of a thousand replications ends with all its files") func thousand() throws {
    let folder = try Folder()
    let file = Folder.ofTests.appendingPathComponent("Scenarios/thousand-replications.yaml")
    let ending = try Command.nostro(
      ["run", file.path, "--out", "out", "--no-store", "--journeys", "none", "--quiet"], in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty, Comment(rawValue: ending.errors))
    let rows = try folder.text("out/shares.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let columns = try #require(rows.first)
    let (low, high) = (
      try #require(columns.firstIndex(of: "low95")), try #require(columns.firstIndex(of: "high95"))
    )
    #expect(rows.count > 1)
    for row in rows.dropFirst() {
      let ends = (try #require(Double(row[low])), try #require(Double(row[high])))
      #expect(0 <= ends.0 && ends.0 < ends.1 && ends.1 <= 1)
    }
  }
}
