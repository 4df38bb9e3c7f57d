import Foundation
import Testing

@Suite("validate, explain, schema and init do what they say") struct ScenarioCommandTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("explain tells the story of one payment in every model, on the clocks of both ends")
  func explain() throws {
    let arguments = ["explain", "two-branches.yaml", "--payment", "rent-march"]
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "explain")
    #expect(folder.names(in: ".") == ["two-branches.yaml"], "nothing is written")
  }

  @Test("explain tells of a contract in the models that know it by its name")
  func explainContract() throws {
    let contract =
      "contract: {funding-deadline: 1d, expiry: 5d, conditions: [{name: all, after: 1h, "
      + "releases: 100%}]}"
    let text = try folder.text("two-branches.yaml")
      .replacing("    payments:", with: "    \(contract)\n    payments:")
      .replacing("alert-rate: 10%, false-positive-share: 90%", with: refusal)
    try folder.write(text, to: "contract.yaml")
    // With tokens the payer is refused when it funds the contract, else when its part is sent.
    for (payment, title) in [
      ("rent-march", "Tokenized deposits"), ("rent-march/1", "Correspondent banking"),
    ] {
      let arguments = ["explain", "contract.yaml", "--payment", payment]
      let ending = try Command.nostro(arguments, in: folder)
      #expect(ending.code == 0 && ending.output.hasPrefix("\(title): \(payment)\n"))
      #expect(ending.output.split(separator: "\n").filter { $0.hasSuffix(payment) }.count == 1)
    }
    let arguments = ["explain", "contract.yaml", "--payment", "rent-march/2"]
    #expect(try Command.nostro(arguments, in: folder).code == 65)
  }

  private let refusal = "alert-rate: 100%, false-positive-share: 0%"

  @Test("Every scenario of the package is valid") func packageScenarios() throws {
    let scenarios = Folder.ofPackage.appendingPathComponent("Scenarios")
    let paths = try FileManager.default.contentsOfDirectory(atPath: scenarios.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
      .map { scenarios.appendingPathComponent($0).path }
    #expect(!paths.isEmpty)
    let ending = try Command.nostro(["validate"] + paths, in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    for path in paths { #expect(ending.output.contains("\(path): valid: ")) }
  }

  @Test("An input that cannot be opened is 66, whether the command line names it or the scenario")
  func unopened() throws {
    let text = try String(
      contentsOf: Folder.ofTests.appendingPathComponent("Scenarios/listed.yaml"), encoding: .utf8)
    let flow = try #require(text.range(of: "    payments:"))
    let end = try #require(text.range(of: "models:"))
    try folder.write(
      text.replacingCharacters(
        in: flow.lowerBound..<end.lowerBound, with: "    file: pipe.csv\n"), to: "named.yaml")
    for name in ["pipe.csv", "pipe.yaml"] {
      #expect(mkfifo(folder.url.appendingPathComponent(name).path, 0o600) == 0)
    }
    for name in ["named.yaml", "pipe.yaml", "absent.yaml"] {
      let ending = try Command.nostro(["validate", name], in: folder)
      #expect(ending.code == 66, "\(name): \(ending.errors)")
    }
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("pipe.csv"))
    #expect(try Command.nostro(["run", "named.yaml"], in: folder).code == 66)
    try folder.write("id\n", to: "pipe.csv")
    #expect(try Command.nostro(["run", "named.yaml"], in: folder).code == 65)
  }

  @Test("validate goes on after a bad file and names every problem") func validateAll() throws {
    try folder.write("scenario: [\n", to: "bad.yaml")
    let ending = try Command.nostro(["validate", "bad.yaml", "two-branches.yaml"], in: folder)
    #expect(ending.code == 65)
    #expect(ending.errors.hasPrefix("error: bad.yaml:"))
    #expect(ending.output.hasPrefix("two-branches.yaml: valid: 2 branches, 2 pools, 1 corridor, "))
  }

  @Test("schema prints the file to which the scenarios point") func schema() throws {
    let ending = try Command.nostro(["schema"], in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    let file = Folder.ofPackage.appendingPathComponent("Scenarios/scenario.schema.json")
    #expect(ending.output == (try String(contentsOf: file, encoding: .utf8)))
    let root = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
    #expect(root?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
  }

  @Test("init writes a scenario that is valid and runs") func starterRuns() throws {
    let written = try Command.nostro(["init"], in: folder)
    #expect(
      written.code == 0 && written.errors.isEmpty
        && written.output == "scenario.yaml\nscenario.schema.json\n")
    let options = ["--replications", "1", "--out", "out"]
    let ending = try Command.nostro(["compare", "scenario.yaml"] + options, in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(folder.names(in: "out")?.contains("report.html") == true)
  }

  @Test("init leaves a file that is there as it is") func initRefuses() throws {
    let before = try folder.text("two-branches.yaml")
    let ending = try Command.nostro(["init", "two-branches.yaml"], in: folder)
    #expect(ending.code == 73 && ending.output.isEmpty)
    #expect(
      ending.errors == "error: two-branches.yaml: exists already and is left as it is\n")
    #expect(try folder.text("two-branches.yaml") == before)
    let nowhere = try Command.nostro(["init", "absent/scenario.yaml"], in: folder)
    #expect(nowhere.code == 73)
    #expect(nowhere.errors == "error: absent/scenario.yaml: cannot be written\n")
  }
}
