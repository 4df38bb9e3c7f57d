import Nostro
import TestSupport
import Testing

/// `Example.swift` is the example of the article, compiled with `import Nostro` alone.
@Suite struct ExampleTests {
  /// Three payments of a day, nothing left to chance.
  private static let listed = Repository.file("Tests/CommandTests/Scenarios/listed.yaml")

  /// By correspondents each takes ten minutes, and the second first waits an hour, from 15:00 to 16:00,
  /// for the money that the third brings: (10 + 70 + 10) / 3 = 30 min. By tokens mint, transfer and
  /// burn take a block of 5 s each.
  @Test(arguments: [1, 2])
  func itGivesTheHoursWorkedOutByHand(threads: Int) async throws {
    let hours = try await meanHours(of: ExampleTests.listed, threads: threads)
    #expect(hours == ["batch": 0.5, "token": 15.0 / 3_600])
  }

  @Test func theArticleShowsItToTheLetter() throws {
    let article = try Repository.text("Sources/Nostro.docc/FromSwift.md")
    let example = try Repository.text("Tests/ExperimentsTests/Example.swift")
    #expect(article.contains("```swift\n\(example)```\n"))
    #expect(example.split(separator: "\n", omittingEmptySubsequences: false).count == 12 + 1)
  }

  @Test func aMissingFileIsToldByKindAndSentence() async throws {
    let failure = await #expect(throws: Failure.self) {
      try await meanHours(of: "nowhere.yaml", threads: 1)
    }
    #expect(failure?.kind == .noInput)
    #expect(failure?.problems.map(\.sentence) == ["nowhere.yaml: no such file"])
  }
}
