import Foundation
import TestSupport
import Testing

@testable import Scenarios

/// What is given twice is told with both places.
@Suite struct SecondPlaceTests {
  private static let flow =
    "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, amount: {constant: 25k}}"
  private static let columns = "id,instructed_utc,from,to,currency,amount,priority,deadline_utc\n"

  private static func row(_ id: String) -> String {
    "\(id),2026-03-06T12:00:00Z,NYC,LDN,USD,5,,\n"
  }

  private static func listed(_ id: String) -> String {
    "      - {id: \(id), at: 2026-03-06T12:00:00Z, from: NYC, to: LDN, currency: USD, amount: 5}\n"
  }

  private static func transaction(_ id: String) -> String {
    """
    <CdtTrfTxInf><PmtId><EndToEndId>\(id)</EndToEndId></PmtId>
    <IntrBkSttlmAmt Ccy="USD">5</IntrBkSttlmAmt>
    <DbtrAgt><FinInstnId><BICFI>ABCDUS33</BICFI></FinInstnId></DbtrAgt>
    <CdtrAgt><FinInstnId><BICFI>ABCDGB22</BICFI></FinInstnId></CdtrAgt></CdtTrfTxInf>

    """
  }

  /// The problems of the small scenario with other flows and files beside it.
  private func problems(_ flows: String, _ files: [String: String]) throws -> [String] {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      var small = SmallScenario().with("  suppliers:\n    \(Self.flow)\n", flows)
        .with(
          "opens: 09:00, closes: 17:00}\n  LDN",
          "opens: 09:00, closes: 17:00, bic: ABCDUS33}\n  LDN"
        )
        .with(
          "opens: 09:00, closes: 17:00}\npools",
          "opens: 09:00, closes: 17:00, bic: ABCDGB22}\npools")
      small.folder = folder.path
      return small.problems.map {
        $0.replacingOccurrences(of: folder.path + "/", with: "")
      }
    }
  }

  @Test func secondPaymentsOfOneFileNameBothLines() throws {
    #expect(
      try problems(
        "  a: {file: a.csv}\n",
        ["a.csv": Self.columns + Self.row("p") + Self.row("q") + Self.row("p")])
        == ["a.csv:4:1: a second payment 'p', the first in a.csv:2"])
    #expect(
      try problems("  a:\n    payments:\n" + Self.listed("p") + Self.listed("p"), [:])
        == ["week.yaml:18:9: flows.a.payments[1]: a second payment 'p', the first in line 17"])
    let message =
      "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"><FIToFICstmrCdtTrf>"
      + "<GrpHdr><CreDtTm>2026-03-06T12:00:00Z</CreDtTm></GrpHdr>\n"
      + Self.transaction("p") + Self.transaction("p") + "</FIToFICstmrCdtTrf></Document>"
    #expect(
      try problems("  a: {file: a.xml}\n", ["a.xml": message])
        == ["a.xml:6:1: a second payment 'p', the first in a.xml:2"])
  }

  @Test func secondPaymentsOfTwoFilesNameBothFiles() throws {
    let files = ["a.csv": Self.columns + Self.row("p"), "b.csv": Self.columns + Self.row("p")]
    #expect(
      try problems("  a: {file: a.csv}\n  b: {file: b.csv}\n", files)
        == ["b.csv:2:1: a second payment 'p', the first in a.csv:2"])
    #expect(
      try problems(
        "  a: {file: a.csv}\n  b:\n    payments:\n" + Self.listed("p"), ["a.csv": files["a.csv"]!])
        == ["week.yaml:18:9: flows.b.payments[0]: a second payment 'p', the first in a.csv:2"])
  }

  @Test func aBranchTwiceInAListNamesBothPlaces() {
    let small = SmallScenario().with(
      "{from: NYC, to: LDN, currency", "{from: [NYC, NYC], to: LDN, currency")
    #expect(
      small.problems == [
        "week.yaml:16:18: flows.suppliers.from[1]: given twice in one list, first in line 16, "
          + "column 13"
      ])
  }
}
