import TestSupport
import Testing

@Suite("The sources keep the rules of the house") struct TidyTests {
  @Test("No file holds what a rule forbids", arguments: Rule.all.map(\.pattern))
  func rulesHold(_ pattern: String) throws {
    let rule = try #require(Rule.all.first { $0.pattern == pattern })
    for finding in Project.files.flatMap(rule.findings) {
      Issue.record(Comment(rawValue: finding))
    }
  }

  @Test("No file is longer than 300 lines, no function of the sources longer than 40")
  func lengths() {
    for finding in Project.files.filter(\.isSwift).flatMap(Lengths.findings) {
      Issue.record(Comment(rawValue: finding))
    }
  }

  @Test(
    "What a reader looks for first is there",
    arguments: [
      "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile", "Sources/README.md",
    ])
  func pagesExist(_ path: String) {
    #expect(Repository.has(path), "\(path) is missing: write it")
  }

  @Test("Every scenario stands in the list of scenarios and says what must hold")
  func scenariosAreListed() throws {
    let list = try #require(Project.files.first { $0.path == "Scenarios/README.md" })
    let rows = list.text.split(separator: "\n").drop { !$0.hasPrefix("| scenario |") }
      .dropFirst(2).prefix { $0.hasPrefix("|") }
    let listed = Set(
      rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
    let scenarios = Project.files.filter {
      $0.path.hasPrefix("Scenarios/") && $0.path.hasSuffix(".yaml")
    }
    let names = scenarios.map { String($0.path.dropFirst(10).dropLast(5)) }
    #expect(Set(names) == listed)
    for scenario in scenarios {
      #expect(
        scenario.text.split(separator: "\n").contains { $0.hasPrefix("expect:") },
        "\(scenario.path)")
      #expect(
        scenario.text.split(separator: "\n").contains { $0.hasPrefix("question:") },
        "\(scenario.path)")
    }
  }

  @Test("The files of every layer were read: a gate that reads nothing cannot fail")
  func filesAreRead() {
    for folder in ["Vocabulary", "Calendars", "Settlement", "Outcomes", "Reporting", "Commands"] {
      #expect(Project.sources.count { $0.path.hasPrefix("Sources/\(folder)/") } > 5)
    }
    #expect(Project.files.contains { $0.path == "Package.swift" })
    #expect(Project.files.contains { $0.path.hasPrefix("Scenarios/") })
  }
}
