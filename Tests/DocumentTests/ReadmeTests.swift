import Foundation
import Scenarios
import TestSupport
import Testing

/// The first page stays short and true; what its commands print is held by `Tests/Readme/run`.
@Suite struct ReadmeTests {
  private let lines: [Substring]

  init() throws {
    lines = try Repository.text("README.md").split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func itHasOneHundredAndTwentyLinesAtMost() {
    #expect(lines.last == "")
    #expect(lines.count - 1 <= 120)
  }

  @Test func itsScenarioReadsAndHasTwentyLines() throws {
    let block = lines.drop { $0 != "```yaml" }.dropFirst().prefix { $0 != "```" }
    #expect(block.count <= 25)
    let scenario = try ScenarioFile.read(
      text: block.joined(separator: "\n") + "\n", named: "first.yaml", folder: "")
    #expect(scenario.models.map(\.name) == ["batch", "token"])
  }

  @Test func itsCommandsAreThoseOfTheProgram() throws {
    let program = try Repository.text("Sources/Commands/Nostro.swift")
    let commands = program.matches(of: #/(\w+)Command\.self/#).map { match in
      // WarmUp is `warm-up` on the command line.
      String(match.output.1).replacing(#/[a-z][A-Z]/#) { pair in
        "\(pair.output.prefix(1))-\(pair.output.suffix(1))"
      }.lowercased()
    }
    let cells = lines.filter { $0.hasPrefix("| `nostro ") }.map { $0.split(separator: "|")[0] }
    let listed = cells.flatMap { $0.matches(of: #/`(?:nostro )?([\w-]+)`/#) }
      .map { String($0.output.1) }
    #expect(commands.count > 10)
    #expect(listed.sorted() == commands.sorted())
  }
}
