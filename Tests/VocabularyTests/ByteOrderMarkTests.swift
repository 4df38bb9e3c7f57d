import Testing
import Vocabulary

@Suite("A byte order mark is no part of a text") struct ByteOrderMarkTests {
  @Test("It is three bytes at the start, once") func length() {
    #expect(ByteOrderMark.length(at: "\u{FEFF}a".utf8) == 3)
    #expect(ByteOrderMark.length(at: "\u{FEFF}".utf8) == 3)
    #expect(ByteOrderMark.length(at: "\u{FEFF}\u{FEFF}".utf8) == 3)
    #expect(ByteOrderMark.length(at: "a\u{FEFF}".utf8) == 0)
    #expect(ByteOrderMark.length(at: [0xEF, 0xBB]) == 0)
    #expect(ByteOrderMark.length(at: [UInt8]()) == 0)
    // UTF-16 is not read.
    #expect(ByteOrderMark.length(at: [0xFF, 0xFE, 0x61, 0x00]) == 0)
  }

  @Test("JSON is read behind one, its lines counted as without; of two the second is told")
  func json() throws {
    guard case .array(let items) = try JSONParser.parse("\u{FEFF}[1]") else {
      Issue.record("another value")
      return
    }
    #expect(items.count == 1)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse("\u{FEFF}[1,\n2") }
    #expect(error?.line == 2)
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse("\u{FEFF}\u{FEFF}[1]") }
  }

  @Test("A table is read behind one; of two the second belongs to the first name") func table()
    throws
  {
    #expect(try CSVFile("\u{FEFF}a,b\n1,2\n").columns == ["a", "b"])
    #expect(try CSVFile("\u{FEFF}\u{FEFF}a\n1\n").columns == ["\u{FEFF}a"])
  }
}
