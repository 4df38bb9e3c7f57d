import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct FixtureTests {
  /// Each bad scenario of `Files` with the exact message that lies beside it.
  ///
  /// To take over what the reader says now, set `NOSTRO_SNAPSHOTS=rewrite` and read the diff.
  @Test(arguments: Fixture.all) func saysExactlyWhatIsWrong(_ fixture: Fixture) throws {
    if ProcessInfo.processInfo.environment["NOSTRO_SNAPSHOTS"] == "rewrite" {
      let path = Repository.file("Tests/ErrorMessageTests/Files/\(fixture.name).txt")
      return try fixture.message.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(fixture.message == (try fixture.expected))
  }

  @Test func everyMessageBelongsToAScenario() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Fixture.folder)
    let texts = Set(names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
    #expect(texts == Set(Fixture.all.map(\.name)))
    #expect(texts.count >= 60)
  }
}

/// A bad scenario of `Files`.
struct Fixture: CustomTestStringConvertible {
  let name: String

  static let folder = Bundle.module.resourcePath.map { "\($0)/Files" } ?? ""

  static let all: [Fixture] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted().map { Fixture(name: String($0.dropLast(5))) }

  var testDescription: String { name }

  /// What reading the scenario says, files named without their folder.
  var message: String {
    do {
      let scenario = try ScenarioFile.read(at: "\(Fixture.folder)/\(name).yaml")
      return "read as '\(scenario.name)'\n"
    } catch {
      return "\(error)".replacingOccurrences(of: "\(Fixture.folder)/", with: "") + "\n"
    }
  }

  var expected: String {
    get throws { try String(contentsOfFile: "\(Fixture.folder)/\(name).txt", encoding: .utf8) }
  }
}
