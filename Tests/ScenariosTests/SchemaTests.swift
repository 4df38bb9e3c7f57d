import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct SchemaTests {
  @Test func theCommittedCopyIsTheOneThatIsPrinted() throws {
    let path = Repository.file("Scenarios/scenario.schema.json")
    let committed = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      committed == ScenarioFile.schema,
      "Scenarios/scenario.schema.json is old: write it anew with 'nostro schema'")
  }

  @Test func isJSONOfDraftSevenThatAdmitsNoUnknownKeys() throws {
    let json = try JSONSerialization.jsonObject(with: Data(ScenarioFile.schema.utf8))
    let schema = try #require(json as? [String: Any])
    #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
    for (name, definition) in definitions {
      #expect(definition["additionalProperties"] as? Bool == false, "\(name)")
      #expect((definition["description"] as? String)?.hasSuffix(".") == true, "\(name)")
    }
    #expect(definitions.keys.contains("branch"))
    #expect(definitions.count > 25)
  }

  @Test(
    arguments: [
      "five-branches", "b2b-marketplace", "platform-payouts", "redemption-run",
      "ledger-outage", "rtgs-outage",
    ].map { "Scenarios/\($0).yaml" })
  func theFirstLineOfAScenarioPointsToIt(_ file: String) throws {
    let text = try String(contentsOfFile: Repository.file(file), encoding: .utf8)
    let line = "# yaml-language-server: $schema=./scenario.schema.json\n"
    #expect(text.hasPrefix(line))
    #expect(ScenarioStarter.text.hasPrefix(line))
  }

  @Test func theStarterReadsAndExplainsItsKeys() throws {
    let scenario = try ScenarioFile.read(
      text: ScenarioStarter.text, named: "starter.yaml", folder: "")
    #expect(scenario.branches.count == 2)
    #expect(scenario.models.count == 2)
    #expect(scenario.flows.count == 1)
    let lines = ScenarioStarter.text.split(separator: "\n")
    #expect(lines.count < 80)
    #expect(lines.count { $0.contains("#") } > lines.count / 2)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }
}
