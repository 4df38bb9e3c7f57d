import Foundation
import TestSupport
import Testing

/// A page names only files that are there.
@Suite struct PathTests {
  /// The pages that people read first, by their paths from the root.
  static let pages: [String] = {
    let articles = "Sources/Nostro.docc"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Repository.file(articles)))
    return [
      "README.md", "CONTRIBUTING.md", "Sources/README.md", "Scenarios/README.md",
      "Reports/README.md",
    ] + (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(articles)/\($0)" }
  }()

  /// The paths from the root that a text names: in code spans and in links.
  static func paths(in text: String) -> [String] {
    let pattern =
      #/(?:`|\]\()((?:Sources|Tests|Scenarios|Reports|\.github)/[^`)\s]*|[A-Z]\w+\.md|Makefile|Package\.swift)(?:`|\))/#
    return text.matches(of: pattern).map { String($0.output.1) }
      // A name that the reader puts in: NAME, XX, <scenario>.
      .filter { !$0.contains("NAME") && !$0.contains("<") && !$0.contains("XX") }
  }

  @Test(arguments: pages) func everyNamedFileIsThere(_ page: String) throws {
    let text = try Repository.text(page)
    for path in PathTests.paths(in: text) {
      // Sources/README.md names its folders from where it stands.
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      #expect(Repository.has(path) || Repository.has("\(folder)/\(path)"), "\(page): \(path)")
    }
  }

  @Test func pathsAreFound() {
    let text =
      "See `Sources/Outcomes/Study.swift`, [how](Tests/Mutation/run), `Makefile` and `late`."
    #expect(
      PathTests.paths(in: text)
        == ["Sources/Outcomes/Study.swift", "Tests/Mutation/run", "Makefile"])
    #expect(PathTests.paths(in: "`Scenarios/NAME.yaml` or `Reports/<scenario>/`").isEmpty)
  }

  /// The index names every article, every article of the index is there.
  @Test func theIndexNamesEveryArticle() throws {
    let index = try Repository.text("Sources/Nostro.docc/Nostro.md")
    let named = Set(index.matches(of: #/<doc:(\w+)>/#).map { String($0.output.1) })
    let there = PathTests.pages.filter { $0.hasPrefix("Sources/Nostro.docc/") }
      .map { String($0.dropFirst(20).dropLast(3)) }.filter { $0 != "Nostro" }
    #expect(named == Set(there))
    #expect(there.count > 5)
  }
}
