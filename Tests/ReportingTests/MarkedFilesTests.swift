import MeasureLiterals
import Measures
import Outcomes
import TestSupport
import Testing
import Vocabulary

@testable import Reporting

/// A spreadsheet or an editor may have put a byte order mark before a file that is read back.
@Suite("Files of results and committed tables are read behind a byte order mark")
struct MarkedFilesTests {
  private let mark = "\u{FEFF}"

  @Test("The manifest") func manifest() throws {
    let file = ListedFile(name: "a.csv", bytes: 3, digest: Digest(at: 10))
    let text = Manifest.json(Week.comparison(rows: []), identity: Week.identity, files: [file])
    #expect(try Manifest.listed(in: mark + text) == [file])
    #expect(Manifest.kind(of: mark + text) == .run)
  }

  @Test("What the page holds beside its tables") func report() throws {
    let parts = ReportParts(
      Week.comparison(rows: []), identity: Week.identity, clocks: [], limits: [])
    #expect(try ReportParts(json: mark + parts.json).json == parts.json)
  }

  @Test("Tables of a run, whose instants are read by the one reader") func tables() {
    func tables(_ pools: String) -> ResultTables {
      let head = mark + PoolsCSV.table.names.joined(separator: ",") + "\n"
      return ResultTables(
        outcomes: mark + OutcomesCSV.table.names.joined(separator: ",") + "\n",
        curves: mark + CurvesCSV.table.names.joined(separator: ",") + "\n", pools: head + pools,
        bcbs: mark + MonitoringCSV.table.names.joined(separator: ",") + "\n",
        quantiles: mark + QuantilesCSV.table.names.joined(separator: ",") + "\n")
    }
    for (text, ofUTC) in InstantTexts.accepted {
      let found = tables("batch,NYC,USD,\(text),5,0.05\n")
      #expect(found.problems.isEmpty)
      #expect(found.poolHistories.map(\.start.description) == [ofUTC])
    }
    for (text, reason) in InstantTexts.refused {
      #expect(
        tables("batch,NYC,USD,\(text),5,0.05\n").problems == [
          "pools.csv line 2: at_utc: expected an instant of ISO 8601, found '\(text)'; \(reason)"
        ])
    }
  }

  @Test("Committed outcomes") func committed() throws {
    #expect(try FingerprintsCSV.read(mark + FingerprintsCSV.text([])).isEmpty)
    let row = OutcomeRow(
      model: "batch", metric: "late", scope: "all", unit: "share",
      estimate: Estimate(mean: 2, interval: nil, replications: 5))
    let figures = [BaselineFigure(replications: 5, row: row)]
    #expect(try BaselineCSV.read(mark + BaselineCSV.text(figures)) == figures)
  }
}
