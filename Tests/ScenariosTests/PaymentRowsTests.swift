import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Scenarios

@Suite("Rows of payments are read from their bytes as from their texts") struct PaymentRowsTests {
  /// What stands in fields, good and bad, so that both ways can be held against each other.
  private static let pieces = [
    "", "0", "1", "9", "00", "12", "1250.50", "1250.5", "1250.505", "1250.", ".5", "1.2.3", "-1",
    "+1", "1e3", "40k", "1_000", "90071992547409.92", "90071992547409.93", "9007199254740992",
    "9007199254740993", "9999999999999999",
    "99999999999999999999", "é", " 1", "1 ",
  ]

  @Test(
    "An amount in its usual form is what its text says, in currencies of 0, 2 and 3 places",
    arguments: ["JPY", "USD", "KWD"])
  func amounts(code: String) throws {
    let currency = try #require(Currency(code))
    var read = 0
    for text in PaymentRowsTests.pieces {
      let found = FieldBytes.amount(Array(text.utf8)[...], currency)
      if let found { #expect(found == ScenarioReader.payable(text, currency), "\(text)") }
      read += found == nil ? 0 : 1
    }
    #expect(read >= 4, "the usual forms take the short way")
  }

  @Test("A digit and a plain name are what their texts say") func digitsAndNames() {
    for byte in UInt8.min...UInt8.max {
      let text = String(decoding: [byte], as: UTF8.self)
      #expect(FieldBytes.digit([byte]) == (byte < 0x80 ? ScenarioReader.priority(text) : nil))
      if FieldBytes.isPlainName([byte]) { #expect(YAMLValue.isName(text)) }
    }
    #expect(!FieldBytes.isPlainName([]))
    let long = [UInt8](repeating: 0x61, count: 101)
    #expect(FieldBytes.isPlainName(long[..<100]) && !FieldBytes.isPlainName(long[...]))
  }

  /// Reads the small scenario with these rows as its payments.
  private func problems(_ rows: some Sequence<String>) throws -> [String] {
    let header = PaymentFile.columns.joined(separator: ",")
    return try withTemporaryFolder { folder in
      let text = header + "\n" + rows.joined(separator: "\n") + "\n"
      try text.write(
        to: folder.appendingPathComponent("week.csv"), atomically: true, encoding: .utf8)
      var small = SmallScenario().with(
        "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, "
          + "amount: {constant: 25k}}", "{file: week.csv}")
      small.folder = folder.path
      return small.problems.map { $0.replacingOccurrences(of: folder.path + "/", with: "") }
    }
  }

  @Test("A file of several pieces keeps its lines, and problems past a hundred are counted")
  func manyPieces() throws {
    // 30,000 rows of some 60 bytes are two pieces of a megabyte.
    let rows = (0..<30_000).map { row in
      "PAYMENT-\(row + 1_000_000),2026-03-06T15:00:00Z,NYC,LDN,USD,\(row == 20_000 ? "-1" : "1.25"),,"
    }
    #expect(
      try problems(rows) == [
        "week.csv:20002:1: amount: found '-1', expected \(Form.positiveAmount.expected)"
      ])
    let bad = try problems(rows.map { $0.replacing("1.25", with: "-1") })
    #expect(bad.count == 101)
    #expect(bad.last?.hasSuffix("and 29900 more, not shown") == true)
  }

  @Test("What is wrong before a mistake of form is told with it, and the mistake once")
  func beforeAMistakeOfForm() throws {
    let row = "2026-03-06T15:00:00Z,NYC,LDN,USD,1,,"
    let found = try problems(["P,\(row)", "Q,tomorrow,NYC,LDN,USD,1,,", "R\",\(row)", "S,x"])
    #expect(
      found == [
        "week.csv:3:1: instructed_utc: found 'tomorrow', expected \(Form.csvInstant.expected)",
        "week.csv:4:1: a quote in a field that does not start with one; expected \"\" in a quoted field",
      ])
    let open = try problems(["P,\(row)", "\"Q,\(row)", String(repeating: "x,\n", count: 500_000)])
    #expect(open == ["week.csv:3:1: a record longer than 1 MB; is a quote not closed?"])
  }

  @Test("A row whose id is no UTF-8 is told; a second id names the place of the first")
  func places() throws {
    let row = "P,2026-03-06T15:00:00Z,NYC,LDN,USD,1,,"
    #expect(
      try problems([row, row]) == ["week.csv:3:1: a second payment 'P', the first in week.csv:2"])
    let records = PaymentFile.columns.joined(separator: ",") + "\n"
    let found = try withTemporaryFolder { folder -> [String] in
      let bytes = Array(records.utf8) + [0xFF, 0xFE] + Array(row.utf8) + [0x0A]
      try Data(bytes).write(to: folder.appendingPathComponent("week.csv"))
      var small = SmallScenario().with(
        "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, "
          + "amount: {constant: 25k}}", "{file: week.csv}")
      small.folder = folder.path
      return small.problems
    }
    #expect(found.count == 1)
    #expect(found.first?.contains(":2:1: id: found bytes that are no UTF-8") == true)
  }

  @Test("Rows out of order are put in the order of their instants, those of one as they stand")
  func order() throws {
    let rows = ["C,16", "A,15", "D,16", "B,15"].map { text -> String in
      let parts = text.split(separator: ",")
      return "\(parts[0]),2026-03-06T\(parts[1]):00:00Z,NYC,LDN,USD,1,,"
    }
    try withTemporaryFolder { folder in
      let text = PaymentFile.columns.joined(separator: ",") + "\n" + rows.joined(separator: "\n")
      try text.write(
        to: folder.appendingPathComponent("week.csv"), atomically: true, encoding: .utf8)
      var small = SmallScenario().with(
        "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, "
          + "amount: {constant: 25k}}", "{file: week.csv}")
      small.folder = folder.path
      guard case .listed(let payments) = try small.read().flows[0].origin else { return }
      #expect(payments.map(\.id) == ["A", "B", "C", "D"])
    }
  }
}
