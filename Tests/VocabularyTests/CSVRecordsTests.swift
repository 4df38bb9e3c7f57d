import Testing
import Vocabulary

@Suite("Comma-separated values that come in pieces") struct CSVRecordsTests {
  private static let text =
    "\u{FEFF}a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n\"two\nlines\",\n,\n\"\"\"\",é\r\rz\r\n3"

  /// What records a text gives that is cut into pieces.
  private func records(_ pieces: [[UInt8]]) throws -> [String] {
    var records = CSVRecords()
    var found: [String] = []
    func take() throws {
      while try records.next() {
        let fields = (0..<records.fieldCount).map { "<\(records.text(of: $0))>" }
        found.append("\(records.recordLine): " + fields.joined())
      }
    }
    for piece in pieces {
      records.add(piece)
      try take()
    }
    records.end()
    try take()
    return found
  }

  @Test("However it is cut, a text gives the same records with the same lines")
  func everyCut() throws {
    let bytes = Array(CSVRecordsTests.text.utf8)
    let whole = [
      "1: <a><b>", "2: <1><x, \"y\">", "4: <two\nlines><>", "6: <><>", "7: <\"><é\r\rz>", "8: <3>",
    ]
    #expect(try records([bytes]) == whole)
    #expect(try records(bytes.map { [$0] }) == whole)
    for first in 0...bytes.count {
      #expect(try records([Array(bytes[..<first]), Array(bytes[first...])]) == whole, "\(first)")
      let second = (first + bytes.count) / 2
      let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]].map { Array($0) }
      #expect(try records(pieces) == whole, "\(first), \(second)")
    }
  }

  @Test(
    "However it is cut, a mistake is told with the same line",
    arguments: ["a,b\n1,\"2\n3", "a\n\"1\"2\n", "a\n\n1\"2\n", "a\n\"1\"\r2\n"])
  func everyCutOfAMistake(text: String) throws {
    func problem(_ pieces: [[UInt8]]) -> String? {
      do { return "\(try records(pieces))" } catch { return "\(error)" }
    }
    let bytes = Array(text.utf8)
    let whole = problem([bytes])
    #expect(whole?.hasPrefix("line ") == true)
    for first in 0...bytes.count {
      #expect(problem([Array(bytes[..<first]), Array(bytes[first...])]) == whole)
    }
  }

  @Test("A record past the limit is refused before the whole file has come")
  func longRecord() {
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 600_000)
    let error = #expect(throws: CSVError.self) {
      try records([Array("a\n\"".utf8), piece, piece, piece])
    }
    #expect(error == .longRecord(line: 2))
  }

  @Test("The digest of bytes is that of the whole, however they are cut") func digest() {
    let bytes = (0..<41).map { UInt8($0 * 6) }
    var start = Digest()
    start.combine(UInt64(5))
    for length in 0...bytes.count {
      var whole = start
      whole.combine(bytes: bytes[..<length])
      for first in 0...length {
        var pieces = DigestOfBytes(start)
        pieces.add(Array(bytes[..<first]))
        pieces.add(Array(bytes[first..<length]))
        #expect(pieces.finished == whole)
      }
    }
  }
}
