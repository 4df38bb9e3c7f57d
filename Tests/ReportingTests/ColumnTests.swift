import Testing
import Vocabulary

@testable import Reporting

@Suite("A column is written, described and read from one line") struct ColumnTests {
  private struct Fact {
    var name = "a"
    var amount: String = "12.50"
    var cost: String = "1.5"
    var mean: Double? = 0.000_001
    var count: Int? = 3
  }

  private struct Draft: Sendable {
    var name = ""
    var amount: Int?
    var mean: Double?
    var count: Int?
  }

  private static let table = Table<Fact, Draft>(
    "facts.csv",
    [
      .text("name", "what it is called", into: { $0.name = $1 }) { $0.name },
      .exact("amount", "major units", "how much", empty: "for none") { $0.amount }
        .read("12.50", into: \.amount) { $0 == "12.50" ? 1_250 : nil },
      .rounded("cost", "major units", "what it costs", empty: "for none", about: "Its cost.") {
        $0.cost
      }.inDocuments(as: "price"),
      .number("mean", "s", "its mean", empty: "without one", into: { $0.mean = $1 }) { $0.mean },
      .count("count", "how many", into: { $0.count = $1 }) { $0.count },
      .text("note", "what else") { _ in "" }.inFileAlone,
    ])

  private func drafts(_ records: String) -> (drafts: [Draft], problems: [String]) {
    var reading = TableReading()
    let text = ColumnTests.table.names.joined(separator: ",") + "\n" + records
    let drafts = ColumnTests.table.read(text, from: Draft(), &reading) { draft, _, _ in draft }
    return (drafts, reading.problems)
  }

  @Test("In a file: names quoted and defused, digits as they are, nothing for none") func file() {
    let rows = [
      Fact(), Fact(name: "=\"b\"", amount: "", cost: "", mean: nil, count: nil),
    ]
    #expect(
      ColumnTests.table.text(rows) == """
        name,amount,cost,mean,count,note
        a,12.50,1.5,0.000001,3,
        "'=""b""\",,,,,

        """)
  }

  @Test("In a document: exact decimals as strings, null for none, nothing of the file alone")
  func document() {
    let none = Fact(name: "b", amount: "", cost: "", mean: nil, count: 0)
    #expect(
      JSONNode.object(ColumnTests.table.members(Fact())).text() == """
        {
          "name": "a",
          "amount": "12.50",
          "price": 1.5,
          "mean": 0.000001,
          "count": 3
        }
        """)
    #expect(
      JSONNode.object(ColumnTests.table.members(none)).text() == """
        {
          "name": "b",
          "amount": null,
          "price": null,
          "mean": null,
          "count": 0
        }
        """)
  }

  @Test("In the schema: null where a field may be empty, the definition unless it says otherwise")
  func schema() {
    let members = ColumnTests.table.members
    #expect(members.map(\.key) == ["name", "amount", "price", "mean", "count"])
    #expect(members[0].about == "What it is called." && members[2].about == "Its cost.")
    let allowsNull = members.map { member in
      if case .optional = member.shape { true } else { false }
    }
    #expect(allowsNull == [false, true, true, true, false])
  }

  @Test("In the dictionary: a line of name, unit, definition and where it is empty")
  func dictionary() {
    #expect(
      DescribedTable(ColumnTests.table).lines.prefix(2) == [
        "| `name` | text | what it is called | never |",
        "| `amount` | major units | how much | for none |",
      ])
  }

  @Test("Read: each field by its kind, an empty one where it may be") func read() throws {
    let (drafts, problems) = drafts("'=x,12.50,1,0.25,3,n\ny,12.50,,,0,\n")
    #expect(problems.isEmpty && drafts.map(\.name) == ["=x", "y"])
    #expect(drafts.map(\.amount) == [1_250, 1_250] && drafts.map(\.mean) == [0.25, nil])
    #expect(drafts.map(\.count) == [3, 0])
  }

  @Test("Read: all problems of a record are told, and it is left out") func problems() {
    let (drafts, problems) = drafts("a,13,1,x,-1,\nb,12.50,1,1,3,\nc,12.50\n")
    #expect(drafts.map(\.name) == ["b"])
    #expect(
      problems == [
        "facts.csv line 4: expected 6 fields, found 2",
        "facts.csv line 2: amount: expected 12.50, found '13'",
        "facts.csv line 2: mean: expected a number, found 'x'",
        "facts.csv line 2: count: expected a whole number from 0 on, found '-1'",
      ])
  }
}
