import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Calendars
@testable import Scenarios

@Suite("Messages of ISO 20022 give payments") struct MessageTests {
  /// The small scenario with codes for its branches and a message for its flow.
  private func reading(_ message: String, zone: String = "") throws -> Scenario {
    try withTemporaryFolder { folder in
      try message.write(
        to: folder.appendingPathComponent("wires.XML"), atomically: true, encoding: .utf8)
      var small = SmallScenario().with("NYC: {", "NYC: {bic: NOSTUS33, ")
        .with("LDN: {", "LDN: {bic: NOSTGB2LXXX, ")
        .with(
          "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, "
            + "amount: {constant: 25k}}", "{file: wires.XML\(zone)}")
      small.folder = folder.path
      return try small.read()
    }
  }

  private func payments(_ message: String, zone: String = "") throws -> [ListedPayment] {
    guard case .listed(let payments) = try reading(message, zone: zone).flows[0].origin else {
      return []
    }
    return payments
  }

  private func document(
    _ transactions: String, created: String = "2026-03-06T09:00:00Z", version: String = "08"
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.\(version)">
     <p:FIToFICstmrCdtTrf>
      <p:GrpHdr><p:MsgId>M</p:MsgId><p:CreDtTm>\(created)</p:CreDtTm></p:GrpHdr>
    \(transactions.replacing("</", with: "</p:").replacing("<", with: "<p:").replacing("<p:/", with: "</"))
     </p:FIToFICstmrCdtTrf>
    </p:Document>
    """
  }

  private func transaction(
    _ id: String, amount: String = #"<IntrBkSttlmAmt Ccy="USD">1250.50</IntrBkSttlmAmt>"#,
    more: String = "", from: String = "NOSTUS33XXX", to: String = "NOSTGB2L"
  ) -> String {
    """
    <CdtTrfTxInf><PmtId>\(id)</PmtId>\(amount)\(more)<ChrgBr>SHAR</ChrgBr>
    <DbtrAgt><FinInstnId><BICFI>\(from)</BICFI></FinInstnId></DbtrAgt>
    <CdtrAgt><FinInstnId><BICFI>\(to)</BICFI></FinInstnId></CdtrAgt></CdtTrfTxInf>
    """
  }

  @Test(
    "A transaction becomes a payment, its namespace by a prefix or none, in three versions",
    arguments: ["08", "09", "10"])
  func single(version: String) throws {
    let text = document(
      transaction("<EndToEndId>A &amp; B</EndToEndId><TxId>t</TxId>"), version: version)
    let found = try payments(text)
    let expected = ListedPayment(
      id: "A & B", instructed: try #require(Instant("2026-03-06T09:00:00Z")),
      corridor: Corridor(
        from: .branch(BranchID(0)), to: .branch(BranchID(1)), currency: .usd, creditedIn: .usd),
      amount: Money(minorUnits: 125_050, .usd), priority: 5, deadline: nil)
    #expect(found == [expected])
    let plain = text.replacing("<p:", with: "<").replacing("</p:", with: "</")
      .replacing("xmlns:p", with: "xmlns")
    #expect(try payments(plain) == [expected])
  }

  @Test("Many transactions, in the order of their own times") func multiple() throws {
    let later = "<AccptncDtTm>2026-03-06T14:00:00.250+01:00</AccptncDtTm>"
    let earlier = "<AccptncDtTm>2026-03-06T07:59:59-05:00</AccptncDtTm>"
    let found = try payments(
      document(
        transaction("<EndToEndId>one</EndToEndId>", more: later)
          + transaction("<EndToEndId>NOTPROVIDED</EndToEndId><TxId>two</TxId>", more: earlier)))
    #expect(found.map(\.id) == ["two", "one"])
    #expect(
      found.map(\.instructed.description)
        == ["2026-03-06T12:59:59Z", "2026-03-06T13:00:00.250000Z"])
  }

  @Test("An agent that is no branch is outside") func outside() throws {
    let found = try payments(
      document(
        transaction("<EndToEndId>in</EndToEndId>", from: "ABCDDEFF")
          + transaction("<EndToEndId>out</EndToEndId>", to: "ABCDDEFF")))
    #expect(found.map(\.corridor.from) == [.outside, .branch(BranchID(0))])
    #expect(found.map(\.corridor.to) == [.branch(BranchID(1)), .outside])
  }

  @Test(
    "The more urgent of both priorities counts: HIGH 3, URGT 1, NORM and none 5",
    arguments: [
      ("", 5), ("<PmtTpInf><InstrPrty>NORM</InstrPrty></PmtTpInf>", 5),
      ("<PmtTpInf><InstrPrty>HIGH</InstrPrty></PmtTpInf>", 3),
      ("<SttlmPrty>HIGH</SttlmPrty>", 3), ("<SttlmPrty>URGT</SttlmPrty>", 1),
      ("<PmtTpInf><InstrPrty>HIGH</InstrPrty></PmtTpInf><SttlmPrty>NORM</SttlmPrty>", 3),
    ])
  func priorities(more: String, priority: UInt8) throws {
    let text = document(transaction("<EndToEndId>e</EndToEndId>", more: more))
    #expect(try payments(text).map(\.priority) == [priority])
  }

  @Test("A time without offset is on the clock of the scenario's zone, or refused")
  func withoutOffset() throws {
    let text = document(
      transaction("<EndToEndId>e</EndToEndId>"), created: "2026-03-06T09:00:00")
    let found = try payments(text, zone: ", zone: America/New_York")
    // New York is five hours behind UTC before 8 March 2026.
    #expect(found.map(\.instructed.description) == ["2026-03-06T14:00:00Z"])
    #expect(throws: ScenarioErrors.self) { try payments(text) }
  }

  @Test("Elements of other namespaces are passed over, whatever their names")
  func otherNamespaces() throws {
    let foreign = """
      <SplmtryData><Envlp><x:EndToEndId xmlns:x="urn:other">no</x:EndToEndId></Envlp></SplmtryData>
      """
    let whole = document(transaction("<EndToEndId>e</EndToEndId>", more: "@"))
      .replacing(
        "@",
        with: foreign.replacing("</S", with: "</p:S").replacing("<S", with: "<p:S")
          .replacing("</E", with: "</p:E").replacing("<E", with: "<p:E"))
    #expect(try payments(whole).map(\.id) == ["e"])
  }

  /// What the parser says of a text.
  private func refusal(_ text: String) -> String? {
    do {
      _ = try CustomerTransfersParser.read(text)
      return nil
    } catch {
      return "\(error.line): \(error.message)"
    }
  }

  @Test("Entities are never resolved: a declaration is refused before the parser starts")
  func declarations() {
    let whole = document(transaction("<EndToEndId>e</EndToEndId>"))
    let declared = whole.replacing(
      "<p:Document", with: "<!DOCTYPE d [<!ENTITY a \"aaaa\">]>\n<p:Document")
    #expect(refusal(declared) == "2: found <!DOCTYPE, expected a message without declarations")
    #expect(refusal(whole.replacing(">e<", with: ">&e;<"))?.contains("no well-formed XML") == true)
    #expect(
      refusal(whole.replacing("UTF-8", with: "UTF-7"))
        == "1: found the encoding 'UTF-7', expected UTF-8")
  }

  @Test("Instructions are refused: one without data would end the parser, and with it the program")
  func instructions() {
    let whole = document(transaction("<EndToEndId>e</EndToEndId>"))
    let told = "found an instruction <?, expected none behind the first line of a message"
    for text in ["<?x?>", "<?x y?>", "<?xml version=\"1.0\"?>"] {
      #expect(refusal(whole.replacing(">e<", with: ">\(text)<"))?.hasSuffix(told) == true)
    }
    #expect(refusal("<?x?>" + whole) == "1: \(told)")
    let far = String(repeating: " ", count: 300)
    #expect(refusal(whole.replacing(" encoding", with: far + "encoding")) == "1: \(told)")
    #expect(refusal("\u{FEFF}" + whole) == nil, "a byte order mark is none")
    #expect(refusal(whole.replacing(">e<", with: "><!-- c --><![CDATA[e]]><")) == nil)
  }

  @Test("Depth and length are bounded, and a text that is cut off is told")
  func limits() {
    let whole = document(transaction("<EndToEndId>e</EndToEndId>"))
    let long = whole.replacing(">e<", with: ">" + String(repeating: "x", count: 3_000) + "<")
    #expect(refusal(long)?.contains("a text longer than 2048 bytes") == true)
    let most = whole.replacing(">e<", with: ">" + String(repeating: "x", count: 2_048) + "<")
    #expect(refusal(most) == nil)
    let deep = whole.replacing(">e<", with: ">" + String(repeating: "<a>", count: 100) + "<")
    #expect(refusal(deep)?.contains("nested deeper than 32 levels") == true)
    for length in stride(from: 0, to: whole.utf8.count - 1, by: 97) {
      #expect(refusal(String(whole.prefix(length))) != nil, "cut after \(length)")
    }
    #expect(refusal(whole + "<a/>") != nil)
  }

  @Test(
    "Codes of ISO 9362 have 8 or 11 characters, letters where the country stands",
    arguments: [
      ("NOSTUS33", true), ("NOSTUS33XXX", true), ("1OST2S33", false), ("nostus33", false),
      ("1234US33", true), ("NOSTUS3", false), ("NOSTUS33XX", false), ("NOSTUS3Ä", false),
    ])
  func codes(code: String, isGood: Bool) {
    #expect((ScenarioReader.bic(code) != nil) == isGood)
  }
}
