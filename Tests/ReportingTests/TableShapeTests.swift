import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Every row of every table of the page has a cell under every title") struct TableShapeTests {
  /// Counts the columns that each row of a page takes, headings over several rows included.
  private final class Rows: NSObject, XMLParserDelegate {
    /// For each table its caption and the columns of its rows, the titles first.
    private(set) var tables: [(caption: String, rows: [Int])] = []
    /// How many columns headings of earlier rows take from the next rows.
    private var spanned: [Int] = []
    private(set) var spans = 0
    private var columns = 0
    private var isCaption = false

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?,
      qualifiedName _: String?, attributes: [String: String]
    ) {
      switch name {
      case "table": (tables, spanned) = (tables + [("", [])], [])
      case "caption": isCaption = true
      case "tr":
        columns = spanned.count
        spanned = spanned.map { $0 - 1 }.filter { $0 > 0 }
      case "th", "td":
        columns += 1
        if let span = attributes["rowspan"].flatMap(Int.init), span > 1 {
          spanned.append(span - 1)
          spans += 1
        }
      default: break
      }
    }

    func parser(_: XMLParser, foundCharacters text: String) {
      if isCaption { tables[tables.count - 1].caption += text }
    }

    func parser(
      _: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?
    ) {
      if name == "caption" { isCaption = false }
      if name == "tr" { tables[tables.count - 1].rows.append(columns) }
    }
  }

  @Test("also where a heading stands over the rows of several models") func shapes() {
    let page = ReportPage.html(
      Week.comparison(), identity: Week.identity, clocks: Week.clocks, limits: Week.limits)
    let rows = Rows()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = rows
    #expect(parser.parse())
    #expect(rows.tables.count > 5)
    #expect(rows.spans > 20, "pools and corridors stand over two models each")
    for table in rows.tables {
      #expect(Set(table.rows).count == 1, "\(table.caption): \(table.rows)")
    }
  }
}
