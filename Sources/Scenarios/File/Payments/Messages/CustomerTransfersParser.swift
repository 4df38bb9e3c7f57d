import Foundation
import Vocabulary

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Cuts the text of a message into its transactions, as the parser of XML meets them.
///
/// Nothing outside the text is ever asked for: `MessageBytes` refuses what could, before the parser
/// starts. What is not asked for is passed over, whatever its size.
///
/// Elements of other namespaces than the message's, such as supplementary data, are passed over
/// with all that they hold. Of an element that stands twice the last is kept.
final class CustomerTransfersParser: NSObject, XMLParserDelegate {
  /// Why a text is no message, and the line.
  struct Refusal: Error {
    let line: Int
    let message: String
  }

  private typealias Element = CustomerTransfers.Element

  /// What has been read so far.
  private var message = CustomerTransfers()
  /// Why it is no message; after it nothing more is taken.
  private var refusal: Refusal?
  /// The namespace of the root, which says the version; `nil` before it.
  private var namespace: String?
  /// Whether the root has ended.
  private var isClosed = false
  /// The names of the open elements below the root's child; `nil` for those of other namespaces.
  private var open: [String?] = []
  /// The element whose text is being read, with the text so far.
  private var reading: (element: Element, found: CustomerTransfers.Found)?
  /// The elements that are read by the way to them.
  private static let elements = Dictionary(
    uniqueKeysWithValues: Element.allCases.map { ($0.rawValue, $0) })

  /// The message of a text.
  ///
  ///     message-of-another-version.xml:2:1: found the element 'Document' of the namespace …
  ///     message-that-ends-too-early.xml:14:1: no well-formed XML (error 5 of libxml2)
  ///
  /// - Throws: `Refusal` for what may not reach the parser (`MessageBytes`), for XML that is not
  ///   well formed, and for another message than pacs.008 in a version that is known.
  /// - Complexity: O(n) in the bytes.
  static func read(_ text: String) throws(Refusal) -> CustomerTransfers {
    let bytes = Array(text.utf8.dropFirst(ByteOrderMark.length(at: text.utf8)))
    if let refusal = MessageBytes.refusal(bytes) { throw refusal }
    let reader = CustomerTransfersParser()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    let isWhole = parser.parse()
    if let refusal = reader.refusal { throw refusal }
    guard isWhole, parser.parserError == nil else {
      throw illFormed(parser.parserError, at: parser.lineNumber)
    }
    // A text that ends too early is no error to a parser that waits for more.
    guard reader.isClosed else {
      throw Refusal(
        line: max(1, parser.lineNumber), message: "the text ends before its Document does")
    }
    return reader.message
  }

  /// Ends the reading at the present line; only the first reason counts.
  private func refuse(_ parser: XMLParser, _ message: String) {
    if refusal == nil { refusal = Refusal(line: parser.lineNumber, message: message) }
    parser.abortParsing()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    guard refusal == nil else { return }
    guard !isClosed else {
      return refuse(parser, "found an element behind the end of the Document")
    }
    guard namespace != nil else { return startRoot(parser, name, namespaceURI ?? "") }
    guard open.count < CustomerTransfers.deepest else {
      return refuse(parser, "elements nested deeper than \(CustomerTransfers.deepest) levels")
    }
    open.append(namespaceURI == namespace ? name : nil)
    if open.count == 1, name != "FIToFICstmrCdtTrf" {
      return refuse(
        parser, "found the element '\(YAMLValue.shown(name))', expected FIToFICstmrCdtTrf")
    }
    guard let way = way() else { return }
    if way == CustomerTransfers.transactionElement {
      message.transactions.append(CustomerTransfers.Part(line: parser.lineNumber))
    }
    guard let element = CustomerTransfersParser.elements[way] else { return }
    reading = (element, .init(text: "", currency: attributes["Ccy"], line: parser.lineNumber))
  }

  /// The root must be `Document` in the namespace of a known version.
  private func startRoot(_ parser: XMLParser, _ name: String, _ uri: String) {
    let version = String(uri.dropFirst(CustomerTransfers.namespace.count))
    guard name == "Document", uri.hasPrefix(CustomerTransfers.namespace),
      CustomerTransfers.versions.contains(version)
    else {
      let known = CustomerTransfers.versions.joined(separator: ", ")
      return refuse(
        parser,
        "found the element '\(YAMLValue.shown(name))' of the namespace '\(YAMLValue.shown(uri))', "
          + "expected a Document of '\(CustomerTransfers.namespace)' and one of \(known)")
    }
    (namespace, message.version) = (uri, version)
  }

  /// The way to the innermost open element; `nil` within another namespace.
  private func way() -> String? {
    var way = ""
    for name in open.dropFirst() {
      guard let name else { return nil }
      way += way.isEmpty ? name : "/" + name
    }
    return way
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard refusal == nil else { return }
    refusal = CustomerTransfersParser.illFormed(error, at: parser.lineNumber)
  }

  /// The number is libxml2's; its own sentence is left out.
  private static func illFormed(_ error: (any Error)?, at line: Int) -> Refusal {
    let code = (error as NSError?)?.code ?? 0
    return Refusal(
      line: max(1, line), message: "no well-formed XML (error \(code) of libxml2)")
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { add(text, parser) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    add(String(decoding: block, as: UTF8.self), parser)
  }

  /// Adds text to the element that is read; what would pass its limit ends the reading.
  private func add(_ text: String, _ parser: XMLParser) {
    guard refusal == nil, reading != nil else { return }
    reading?.found.text += text
    guard let found = reading?.found, found.text.utf8.count > CustomerTransfers.longestText else {
      return
    }
    refuse(parser, "a text longer than \(CustomerTransfers.longestText) bytes")
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard refusal == nil else { return }
    if open.isEmpty { isClosed = true }
    defer { _ = open.popLast() }
    guard let (element, found) = reading, way() == element.rawValue else { return }
    reading = nil
    var taken = found
    taken.text = CustomerTransfersParser.trimmed(found.text)
    if element.rawValue.hasPrefix("GrpHdr") {
      message.header[element] = taken
    } else if !message.transactions.isEmpty {
      message.transactions[message.transactions.count - 1][element] = taken
    }
  }

  /// A text without white space at its ends.
  private static func trimmed(_ text: String) -> String {
    let blank: (Character) -> Bool = { $0.isWhitespace }
    return String(text.drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
