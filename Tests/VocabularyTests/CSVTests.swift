import Testing
import Vocabulary

@Suite("Comma-separated values")
struct CSVTests {
  @Test("Records are read with the lines on which they start")
  func records() throws {
    let file = try CSVFile("\u{FEFF}a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n\"two\nlines\",\n3")
    #expect(file.columns == ["a", "b"])
    #expect(file.records.map(\.line) == [2, 4, 6])
    #expect(file.records.map(\.fields) == [["1", "x, \"y\""], ["two\nlines", ""], ["3"]])
    #expect(file.field("b", of: file.records[0]) == "x, \"y\"")
    #expect(file.field("b", of: file.records[2]) == nil)
    #expect(file.field("c", of: file.records[0]) == nil)
  }

  @Test(
    "What cannot be read is refused with its line",
    arguments: [
      ("", "the file is empty: expected a first line with the names of the columns"),
      ("\n\n", "the file is empty: expected a first line with the names of the columns"),
      ("a,b\n1,\"2\n3", "line 2: the quote is not closed"),
      ("a\n\"1\"2\n", "line 2: expected a comma or the end of the line after the closing quote"),
      (
        "a\n\n1\"2\n",
        "line 3: a quote in a field that does not start with one; expected \"\" in a quoted field"
      ),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: CSVError.self) { try CSVFile(text) }
    #expect(error?.description == message)
  }

  @Test("A file past the limit is refused")
  func tooLarge() {
    let text = String(repeating: "x", count: CSVFile.byteLimit + 1)
    #expect(throws: CSVError.tooLarge(bytes: 67_108_865)) { try CSVFile(text) }
  }

  @Test(
    "What is written is read back",
    arguments: [
      ["plain", "with, comma"], ["\"quoted\"", " spaces "], ["line\nend", "carriage\r\nreturn"],
      ["", ""], ["ünï", "\"", "\"\""], ["\r", "a"],
      // A quote with an accent behind it is one `Character`, and still a quote.
      ["a\"\u{301}b", " \u{301}"], ["\u{FEFF}", "a"],
    ])
  func roundTrip(fields: [String]) throws {
    let file = try CSVFile(CSVFile.line(fields.map { _ in "column" }) + CSVFile.line(fields))
    #expect(file.records.map(\.fields) == [fields])
    #expect(try CSVFile(CSVFile.line(fields)).columns == fields)
  }

  @Test(
    "A field is quoted only where it must be",
    arguments: [
      ("plain text", "plain text"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("", ""),
      (" a", "\" a\""),
    ])
  func quoting(text: String, written: String) {
    #expect(CSVFile.field(text) == written)
  }
}
