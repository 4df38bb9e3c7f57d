import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Calendars
@testable import Scenarios

/// Scenarios, tables and messages read points of time alike; each keeps what it refuses on purpose.
@Suite("Every file of a scenario reads points of time by the one reader")
struct InstantsInFilesTests {
  /// What is refused, with what is added to the message; a local time is each file's own.
  static let refused =
    InstantTexts.refused.map { ($0.0, "; \($0.1)") } + InstantTexts.others.map { ($0, "") }

  /// The small scenario over five days, with a file beside it.
  private func small(_ name: String, _ text: String, _ flow: String = "") -> InFolder {
    var small = SmallScenario().with("from: 2026-03-06T05:00:00Z", "from: 2026-03-05T00:00:00Z")
      .with("until: 2026-03-07T05:00:00Z", "until: 2026-03-10T05:00:00Z")
    if !flow.isEmpty {
      small = small.with(
        "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, "
          + "amount: {constant: 25k}}", flow)
    }
    return InFolder(small: small, name: name, text: text)
  }

  /// A scenario with the file that it names.
  private struct InFolder {
    var small: SmallScenario
    let name: String
    let text: String

    private func within<Result>(_ body: (SmallScenario) throws -> Result) throws -> Result {
      try withTemporaryFolder { folder in
        if !name.isEmpty {
          try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        var placed = small
        placed.folder = folder.path
        return try body(placed)
      }
    }

    func read() throws -> Scenario { try within { try $0.read() } }

    /// The problems without the folder.
    func problems() throws -> [String] {
      try within { placed in
        placed.problems.map { $0.replacing(placed.folder + "/", with: "") }
      }
    }

    /// When the payments of the first flow are instructed.
    func instructed() throws -> [String] {
      guard case .listed(let payments) = try read().flows[0].origin else { return [] }
      return payments.map(\.instructed.description)
    }
  }

  private func table(_ text: String) -> InFolder {
    let header = PaymentFile.columns.joined(separator: ",")
    return small(
      "week.csv", header + "\nP,\(text),NYC,LDN,USD,1,,\n", "{file: week.csv}")
  }

  @Test("A table of payments: accepted", arguments: InstantTexts.accepted)
  func payments(text: String, ofUTC: String) throws {
    #expect(try table(text).instructed() == [ofUTC])
  }

  @Test(
    "A table of payments: refused",
    arguments: refused + [(InstantTexts.local, "; " + InstantTexts.noZone)])
  func paymentsRefused(text: String, clause: String) throws {
    #expect(
      try table(text).problems() == [
        "week.csv:2:1: instructed_utc: found '\(text)', expected an instant like "
          + "2026-03-06T05:00:00Z\(clause)"
      ])
  }

  private func rates(_ text: String) -> InFolder {
    var rates = small("rates.csv", "pair,from_utc,mid\nEUR/USD,\(text),1.17\n")
    rates.small = rates.small.with(
      "branches:\n",
      "exchange-rates: {reporting-currency: USD, rates: {EUR/USD: 1.16}, file: rates.csv}\n"
        + "branches:\n")
    return rates
  }

  @Test("A table of rates: accepted", arguments: InstantTexts.accepted)
  func steps(text: String, ofUTC: String) throws {
    #expect(try rates(text).read().rates.steps.map(\.from.description) == [ofUTC])
  }

  @Test(
    "A table of rates: refused",
    arguments: refused + [(InstantTexts.local, "; " + InstantTexts.noZone)])
  func stepsRefused(text: String, clause: String) throws {
    let found = try rates(text).problems()
    #expect(
      found == [
        "rates.csv:2:1: found '\(text)', expected an instant like 2026-03-06T05:00:00Z\(clause)"
      ])
  }

  private func scenario(_ text: String) -> InFolder {
    var small = small("", "")
    small.small = small.small.with("from: 2026-03-05T00:00:00Z", "from: '\(text)'")
    return small
  }

  @Test(
    "A scenario: accepted, also on the clock of a zone",
    arguments: InstantTexts.accepted + [
      // London was on the clock of UTC until 29 March 2026.
      ("2026-03-06 09:30 Europe/London", "2026-03-06T09:30:00Z"),
      ("2026-03-06T09:30:00.25 Europe/London", "2026-03-06T09:30:00.250000Z"),
      ("2026-03-06 9:30 America/New_York", "2026-03-06T14:30:00Z"),
    ])
  func yaml(text: String, ofUTC: String) throws {
    #expect(try scenario(text).read().experiment.from.description == ofUTC)
  }

  @Test(
    "A scenario: refused",
    arguments: refused + [
      (InstantTexts.local, "; " + InstantTexts.noZone),
      ("2026-03-06 24:00 Europe/London", "; found the time 24:00, which no day has"),
      (
        "2026-03-06 09:30+01:00 Europe/London",
        "; found an offset and a zone, expected one of them"
      ),
      ("6 March", ""),
    ])
  func yamlRefused(text: String, clause: String) throws {
    let shown = "found '\(text)', expected \(Form.instant.expected)\(clause)"
    #expect(
      try scenario(text).problems().map { $0.hasSuffix(": experiment.from: \(shown)") } == [true])
  }

  private func message(_ text: String, zone: String = "") -> InFolder {
    var message = small(
      "wires.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>\(text)</CreDtTm></GrpHdr>
      <CdtTrfTxInf><PmtId><EndToEndId>P</EndToEndId></PmtId>
      <IntrBkSttlmAmt Ccy="USD">1.00</IntrBkSttlmAmt><ChrgBr>SHAR</ChrgBr>
      <DbtrAgt><FinInstnId><BICFI>NOSTUS33</BICFI></FinInstnId></DbtrAgt>
      <CdtrAgt><FinInstnId><BICFI>NOSTGB2L</BICFI></FinInstnId></CdtrAgt></CdtTrfTxInf>
      </FIToFICstmrCdtTrf></Document>
      """, "{file: wires.xml\(zone)}")
    message.small = message.small.with("NYC: {", "NYC: {bic: NOSTUS33, ")
      .with("LDN: {", "LDN: {bic: NOSTGB2L, ")
    return message
  }

  @Test("A message: accepted", arguments: InstantTexts.accepted)
  func xml(text: String, ofUTC: String) throws {
    #expect(try message(text).instructed() == [ofUTC])
  }

  @Test("A message: refused", arguments: refused) func xmlRefused(text: String, clause: String)
    throws
  {
    let shown = "expected a date and time like 2026-03-06T09:30:00+01:00\(clause)"
    #expect(
      try message(text).problems() == ["wires.xml:3:1: CreDtTm: found '\(text)', \(shown)"])
  }

  @Test("A message: a local time is on the clock of the flow's zone, or asks for one")
  func xmlLocal() throws {
    let zone = ", zone: America/New_York"
    #expect(
      try message("2026-03-06 09:30:00.5", zone: zone).instructed() == [
        "2026-03-06T14:30:00.500000Z"
      ])
    #expect(
      try message(InstantTexts.local).problems().map {
        $0.hasSuffix("or Z behind it, or 'zone' beside 'file' in the scenario")
      } == [true])
    // The clocks of New York went from 02:00 to 03:00 on 8 March 2026.
    #expect(
      try message("2026-03-08T02:30:00", zone: zone).problems().map {
        $0.hasSuffix("expected a time that the clock of the scenario's 'zone' shows")
      } == [true])
    #expect(
      try message("2126-03-08T02:30:00", zone: zone).problems().map {
        $0.hasSuffix("; the clock of America/New_York is known for 1970 to 2099")
      } == [true])
  }

  @Test("A scenario and each of its files is read behind a byte order mark") func marks() throws {
    let mark = "\u{FEFF}"
    var plain = SmallScenario()
    let expected = try plain.read()
    plain.text = mark + plain.text
    #expect(try plain.read().branches.map(\.name) == expected.branches.map(\.name))
    // The place of a problem is that of the text without the mark.
    plain.text = mark + "scenarios: week\n" + plain.text.dropFirst()
    #expect(plain.problems.first?.hasPrefix("week.yaml:1:1: ") == true)
    for file in [table("2026-03-06T09:30:00Z"), message("2026-03-06T09:30:00Z")] {
      let marked = InFolder(small: file.small, name: file.name, text: mark + file.text)
      #expect(try marked.instructed() == ["2026-03-06T09:30:00Z"])
    }
    let steps = rates("2026-03-06T09:30:00Z")
    let marked = InFolder(small: steps.small, name: steps.name, text: mark + steps.text)
    #expect(try marked.read().rates.steps.count == 1)
    let event = "BEGIN:VEVENT\nDTSTART:20260306\nEND:VEVENT\n"
    let calendar = InFolder(
      small: SmallScenario().with(
        "branches:\n", "calendars:\n  Own: {years: 2026, ics: own.ics}\nbranches:\n"
      ).with("calendar: GBENG", "calendar: Own"), name: "own.ics",
      text: mark + "BEGIN:VCALENDAR\n" + event + "END:VCALENDAR\n")
    let day = try #require(CivilDate("2026-03-06"))
    #expect(try !calendar.read().branches[1].calendar.isBusinessDay(day))
  }
}
