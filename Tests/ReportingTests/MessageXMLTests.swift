import Bookkeeping
import Foundation
import Testing
import Vocabulary

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Messages are well-formed and add up") struct MessageXMLTests {
  private let midnight = Instant(seconds: 0)

  private func statement(_ amounts: [Int64], payment: String = "p") throws -> PoolStatement {
    PoolStatement(
      branch: "LDN", title: "London & \"Co\" <Ltd>", code: "NOSTGB2L", currency: .usd,
      date: try #require(CivilDate("1970-01-01")), day: midnight..<midnight + .day,
      opening: -150,
      entries: amounts.map {
        PoolEntry(instant: midnight + .hour, kind: .settlement, payment: payment, amount: $0)
      },
      closing: amounts.reduce(-150, +))
  }

  /// Elements with their texts, in the order of their ends, as a parser reads them.
  private func read(_ text: String) throws -> [(name: String, text: String)] {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse() && parser.parserError == nil)
    return reader.elements
  }

  @Test("Opening and entries add up to the closing balance in the text itself")
  func reconciles() throws {
    let text = AccountStatement.xml(try statement([12_345, -1, 200, -99_999]))
    let elements = try read(text)
    let sizes = elements.filter { $0.name == "Amt" }.map { $0.text }
    let sides = elements.filter { $0.name == "CdtDbtInd" }.map { $0.text }
    #expect(sizes == ["1.50", "876.05", "123.45", "0.01", "2.00", "999.99"])
    #expect(sides == ["DBIT", "DBIT", "CRDT", "DBIT", "CRDT", "DBIT"])
    // −1.50 + 123.45 − 0.01 + 2.00 − 999.99 = −876.05.
    let sums = elements.filter { $0.name == "Sum" }.map { $0.text }
    #expect(sums == ["125.45", "1000.00"])
    #expect(elements.filter { $0.name == "NbOfNtries" }.map { $0.text } == ["2", "2"])
    #expect(elements.first { $0.name == "Nm" }?.text == "London & \"Co\" <Ltd>")
    #expect(elements.first { $0.name == "BICFI" }?.text == "NOSTGB2L")
  }

  @Test("What XML has no place for becomes a mark, what it marks with is escaped")
  func escapes() throws {
    #expect(XMLElement.escaped("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;")
    #expect(XMLElement.escaped("\u{1}\u{FFFF}\n") == "\u{FFFD}\u{FFFD}&#10;")
    let name = "]]>&'\"<x/>\u{0}é漢🙂"
    let text = AccountStatement.xml(try statement([1], payment: name))
    let reference = try read(text).first { $0.name == "EndToEndId" }
    #expect(reference?.text == name.replacingOccurrences(of: "\u{0}", with: "\u{FFFD}"))
  }

  @Test("References have 35 characters at most, and two long ones stay two") func references()
    throws
  {
    let long = String(repeating: "x", count: 36)
    #expect(MessageText.identity(String(long.dropLast())) == String(long.dropLast()))
    #expect(MessageText.identity(long).count == 35)
    #expect(MessageText.identity(long) != MessageText.identity(long + "y"))
    #expect(MessageText.identity("") == "NOTPROVIDED")
    let elements = try read(AccountStatement.xml(try statement([1], payment: long)))
    #expect(elements.first { $0.name == "AddtlTxInf" }?.text == long)
  }

  @Test("Each standing has its code") func codes() throws {
    func standing(_ journey: Journey) throws -> PaymentStanding {
      try #require(PaymentStanding(of: journey, at: midnight + .hours(2)))
    }
    func journey(_ end: PaymentEnd, _ segments: [(Cause, Int64)]) -> Journey {
      var at = midnight
      let chain = segments.map { cause, minutes in
        let segment = Segment(cause: cause, from: at, to: at + .minutes(minutes))
        at = segment.to
        return segment
      }
      return Journey(
        payment: "p", payer: "LDN", payee: "NYC", amount: Money(minorUnits: 5, .usd),
        instructed: midnight, segments: chain, end: end, missedCutOff: false)
    }
    let text = StatusReport.xml(
      try [
        standing(journey(.credited, [(.processing, 60)])),
        standing(journey(.returned, [(.processing, 60)])),
        standing(journey(.credited, [(.night, 180), (.processing, 1)])),
        standing(journey(.credited, [(.screening, 180)])),
        standing(journey(.credited, [(.screening, 1), (.weekend, 1_000)])),
        standing(journey(.open, [(.screening, 1), (.liquidity, 1_000)])),
      ], identity: "day", at: midnight + .hours(2))
    let elements = try read(text)
    #expect(
      elements.filter { $0.name == "TxSts" }.map { $0.text }
        == ["ACSC", "RJCT", "PDNG", "PDNG", "ACSP", "ACSP"])
    #expect(
      elements.filter { $0.name == "Prtry" }.map { $0.text }
        == ["returned", "night", "screening", "weekend", "liquidity"])
  }
}

/// Notes elements with their texts.
private final class ElementReader: NSObject, XMLParserDelegate {
  var elements: [(name: String, text: String)] = []
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) { text = "" }

  func parser(_ parser: XMLParser, foundCharacters more: String) { text += more }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { elements.append((name, text)) }
}
