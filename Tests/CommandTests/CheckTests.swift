import Foundation
import Testing

@Suite("check says whether what scenarios expect holds") struct CheckTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    let text = try folder.text("two-branches.yaml")
    try folder.write(
      text + """

        expect:
          - token.time_to_credit.p50 < 1min
          - that: batch.within.5min >= 80%
            because: a batch payment is as fast as a token
          - token.time_to_credit.mean < 0.5 * batch.time_to_credit.mean
          - {that: batch.fees - token.fees in 0..1 USD, because: prices are alike}

        """, to: "claims.yaml")
  }

  private func check(_ arguments: String...) throws -> Command.Ending {
    try Command.nostro(["check"] + arguments, in: folder)
  }

  @Test("Each expectation is a line in the words of the desk; one that fails ends with 1")
  func lines() throws {
    let ending = try check("claims.yaml", "two-branches.yaml", "--quiet")
    #expect(ending.code == 1)
    #expect(ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "check")
    #expect(folder.names(in: ".") == ["claims.yaml", "two-branches.yaml"], "nothing is written")
  }

  @Test("A folder means its scenarios by name; where nothing fails it ends with 0")
  func folders() throws {
    let text = try folder.text("claims.yaml")
    let cut = try #require(text.range(of: "  - that: batch.within"))
    try folder.write(String(text[..<cut.lowerBound]), to: "claims.yaml")
    let ending = try check(".", "--quick")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(ending.output.hasPrefix("./claims.yaml: two-branches, 3 replications\n  holds  Token"))
    #expect(ending.output.contains("\n./two-branches.yaml: two-branches, 3 replications, expects"))
    #expect(
      ending.output.hasSuffix(
        """

        2 scenarios, 1 expectation: none fails
        fingerprints: 0 compared, 0 moved, 4 not compared
        figures: 0 compared, 0 moved; those of 2 scenarios not compared

        """))
  }

  @Test("--quick runs five replications at most, --replications as many as it says")
  func howMany() throws {
    #expect(try check("two-branches.yaml", "--replications", "9").output.contains("9 replications"))
    let quick = try check("two-branches.yaml", "--replications", "9", "--quick")
    #expect(quick.output.contains(", 5 replications"))
  }

  @Test("Any number of threads finds the same") func threads() throws {
    let one = try check("claims.yaml", "--threads", "1")
    for threads in ["2", "7"] {
      #expect(try check("claims.yaml", "--threads", threads).output == one.output)
    }
  }

  @Test("--json tells the same to programs") func json() throws {
    let ending = try check("claims.yaml", "--json")
    #expect(ending.code == 1 && ending.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    let root = try #require(object as? [String: Any])
    let scenario = try #require((root["scenarios"] as? [[String: Any]])?.first)
    let expectations = try #require(scenario["expectations"] as? [[String: Any]])
    #expect(expectations.map { $0["holds"] as? Bool } == [true, false, true, false])
    #expect(expectations[1]["because"] as? String == "a batch payment is as fast as a token")
    #expect(expectations[0]["unit"] as? String == "s")
  }

  @Test("Bad input is told of all files before one runs") func badInput() throws {
    try folder.write("scenario: [\n", to: "bad.yaml")
    let text = try folder.text("claims.yaml")
    try folder.write(
      text.replacingOccurrences(of: "token.time_to_credit.p50", with: "token.time_to_credit.p51"),
      to: "claims.yaml")
    let ending = try check("bad.yaml", "claims.yaml", "two-branches.yaml")
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("error: bad.yaml:"))
    #expect(ending.errors.contains("no metric 'time_to_credit.p51'"))
    let missing = try check("absent")
    #expect(missing.code == 66 && missing.errors == "error: absent: no such file\n")
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
    #expect(try check("empty").errors == "error: empty: no scenario (*.yaml) in it\n")
  }

  @Test("Scenarios of the package hold in their first replication")
  func package() throws {
    let paths = ["five-branches", "gridlock-ring", "ledger-outage", "redemption-run"].map {
      Folder.ofPackage.appendingPathComponent("Scenarios/\($0).yaml").path
    }
    let arguments = ["check", "--quiet", "--replications", "1"] + paths
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 0, Comment(rawValue: ending.output + ending.errors))
  }
}
