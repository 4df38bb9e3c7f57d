import Outcomes
import Reporting
import Testing

@Suite struct ComparisonTableTests {
  /// A model whose names nobody should have.
  private static let strange = ModelHeader(
    name: "an-exceedingly-long-name-of-a-model-that-somebody-typed-in-a-hurry",
    title: "中文中文中文中文中文中文\u{1B}[31m red \u{202E} turned", rail: "x", events: Week.digest(8),
    books: Week.digest(8), outcomes: Week.digest(8))

  /// Terminal columns of a line whose ideographs count twice.
  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xA4CF).contains($1.value) ? 2 : 1) }
  }

  @Test("no line is wider than 80 columns, whatever the models are called")
  func width() {
    let sets: [[ModelHeader]] = [
      [Week.batch, Week.token], [Week.batch], [Self.strange, Week.token],
      [Week.batch, Self.strange, Week.token], [],
    ]
    for models in sets {
      let header = Week.header(title: String(repeating: "Long title ", count: 20))
      let rows = models.isEmpty ? [] : Week.rows(models)
      let text = ComparisonTable.text(Week.comparison(header: header, models: models, rows: rows))
      for line in text.split(separator: "\n") { #expect(columns(line) <= 80, "\(line)") }
    }
  }

  @Test("a strange title cannot steer the terminal")
  func control() {
    let text = ComparisonTable.text(Week.comparison(models: [Week.batch, Self.strange]))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
  }

  @Test("figures stand whole in their columns, with a mark where the difference leaves zero out")
  func lines() {
    let text = ComparisonTable.text(Week.comparison())
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      lines.contains("within 1 h 17.1 ± 0.2 % 90.2 ± 1.2 % +73.1 ± 0.2 pp *"))
    #expect(lines.contains("exchange cost 84,120 ± 1,094 USD 84,120 ± 1,094 USD 0 ± 875 USD"))
    #expect(!text.contains("…"))
    #expect(text.contains("* the interval of the paired difference leaves zero out"))
  }

  @Test("three models give two tables, each beside the first model")
  func three() {
    let third = ModelHeader(
      name: "clearing", title: "", rail: "clearing", events: Week.digest(8),
      books: Week.digest(8), outcomes: Week.digest(8))
    let text = ComparisonTable.text(Week.comparison(models: [Week.batch, Week.token, third]))
    #expect(text.split(separator: "\n").filter { $0 == "Speed" }.count == 2)
    #expect(text.contains("With clearing, payments are credited"))
  }
}
