import Testing

/// Metrics, scopes and units are types up to the last writer: their names stand in `Sources/Measures`
/// alone.
@Suite("No source names a metric or a scope by a text but the table of measures")
struct MetricNameTests {
  /// The names of the table that are no plain words, which may mean something else elsewhere.
  static let names: [String] = Project.sources
    .filter { $0.path.hasPrefix("Sources/Measures/Metric+") }
    .flatMap { Match.all(of: #"Row\(\s*\.\w+, "([^"]+)""#, in: $0.text) }
    .map { $0.groups[0] }
    .filter { name in name.contains { "._".contains($0) } }

  /// A sentence for each text of a file that is a metric's name or starts one, or a scope's word.
  static func findings(in file: ProjectFile) -> [String] {
    let families = Set(names.filter { $0.contains(".") }.map { $0.prefix { $0 != "." } })
    let name = names.map { $0.replacing(".", with: #"\."#) }.joined(separator: "|")
    let family = families.sorted().joined(separator: "|")
    let pattern =
      #""("# + name + #")""# + #"|"("# + family + #")\.(?=\\\(|")"#
      + #"|"(corridor|currency|day|pool|batch) "(?=\))|(?<=scope [=!]= )"all""#
    return Match.all(of: pattern, in: file.text).map { match in
      "\(file.path):\(match.line): found `\(match.text)`: take the case of Metric or Scope"
    }
  }

  @Test("The table is found") func table() {
    #expect(MetricNameTests.names.count > 40)
    #expect(MetricNameTests.names.contains("time_to_credit.p95"))
  }

  @Test("No file but those of the table has one") func sources() {
    for file in Project.sources where !file.path.hasPrefix("Sources/Measures/") {
      for finding in MetricNameTests.findings(in: file) {
        Issue.record(Comment(rawValue: finding))
      }
    }
  }

  @Test(
    "A name, the start of one and the word of a scope are found",
    arguments: [
      (#"row(model, "time_to_credit.p95")"#, 1), (#"let name = "hours.\(cause)""#, 1),
      (#"metric.hasPrefix("within.")"#, 1), (#"scope.hasPrefix("pool ")"#, 1),
      (#"row.scope == "all""#, 1), (#"print("time_to_credit.p95 rose")"#, 0),
      (#"case late"#, 0), (#"folder.file("pools.csv")"#, 0), (#"branch ?? "all""#, 0),
    ])
  func finds(_ line: String, _ count: Int) {
    let file = ProjectFile(path: "Sources/X/Y.swift", text: line)
    #expect(MetricNameTests.findings(in: file).count == count, "\(line)")
  }
}
