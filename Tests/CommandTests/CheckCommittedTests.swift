import Foundation
import Testing

@Suite("check holds scenarios against what is committed beside them")
struct CheckCommittedTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("library"), withIntermediateDirectories: true)
    try folder.write(folder.text("two-branches.yaml"), to: "library/two-branches.yaml")
  }

  private func check(_ arguments: String..., settings: [String: String] = [:]) throws
    -> Command.Ending
  {
    try Command.nostro(["check", "library", "--quiet"] + arguments, in: folder, settings: settings)
  }

  private func accept(_ reason: String = "the first") throws {
    let ending = try check("--update", "--because", reason)
    try #require(ending.code == 0, Comment(rawValue: ending.errors))
  }

  /// Changes the scenario: a correspondent that takes an hour longer.
  private func slowDown() throws {
    let text = try folder.text("library/two-branches.yaml")
    let slow = text.replacingOccurrences(of: "processing: 10min", with: "processing: 70min")
    try #require(slow != text)
    try folder.write(slow, to: "library/two-branches.yaml")
  }

  @Test("What is not committed passes, and fails with --strict") func new() throws {
    let ending = try check()
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(
      ending.output.contains(
        "\n  absent fingerprints and figures are not compared: none is committed\n"))
    #expect(try check("--strict").code == 1)
    #expect(folder.names(in: "library") == ["two-branches.yaml"], "nothing is written")
  }

  @Test("--update commits, and then nothing moved, for any number of threads") func update() throws
  {
    let ending = try check("--update", "--because", " the\n first ")
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(
      ending.output.hasSuffix(
        "\nupdated library/Fingerprints.csv\nupdated library/Baselines/two-branches.csv\n"))
    #expect(
      folder.names(in: "library") == ["Baselines", "Fingerprints.csv", "two-branches.yaml"])
    let prints = try folder.text("library/Fingerprints.csv")
    #expect(prints.split(separator: "\n").count == 3)
    #expect(prints.contains("\ntwo-branches,batch,3,7,") && prints.contains(",the first\n"))
    for threads in ["1", "2", "7"] {
      let again = try check("--strict", "--threads", threads)
      #expect(again.code == 0, Comment(rawValue: again.output))
      #expect(again.output.contains("\n  same   2 fingerprints and "))
    }
  }

  @Test("Nothing new is written, and needs no reason") func idempotent() throws {
    try accept()
    let before = (
      try folder.contents(of: "library/Baselines"), try folder.text("library/Fingerprints.csv")
    )
    let ending = try check("--update")
    #expect(ending.code == 0 && ending.output.hasSuffix("\nnothing to update\n"))
    #expect(try folder.contents(of: "library/Baselines") == before.0)
    #expect(try folder.text("library/Fingerprints.csv") == before.1)
  }

  @Test("What moved ends with 1, in sentences that lead to the event") func moved() throws {
    try accept()
    try slowDown()
    let ending = try check()
    #expect(ending.code == 1 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "check-moved")
  }

  @Test("To accept what moved, somebody says why; other rows keep their reasons")
  func accepting() throws {
    try accept()
    try slowDown()
    let before = try folder.text("library/Fingerprints.csv")
    for arguments in [["--update"], ["--update", "--because", " \n"]] {
      let ending = try Command.nostro(["check", "library", "--quiet"] + arguments, in: folder)
      #expect(ending.code == 64)
      #expect(
        ending.errors == "error: --update changes library/Fingerprints.csv, "
          + "library/Baselines/two-branches.csv: say why with --because\n")
    }
    #expect(try folder.text("library/Fingerprints.csv") == before)
    try accept("the correspondent takes an hour longer")
    let rows = try folder.text("library/Fingerprints.csv").split(separator: "\n")
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",the correspondent takes an hour longer") })
    #expect(try check("--strict").code == 0)
  }

  @Test("The quick number of replications is committed as well") func quick() throws {
    let text = try folder.text("library/two-branches.yaml")
    let more = text.replacingOccurrences(of: "replications: 3", with: "replications: 8")
    try #require(more != text)
    try folder.write(more, to: "library/two-branches.yaml")
    try accept()
    let counts = try folder.text("library/Fingerprints.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",")[2] }
    #expect(counts == ["5", "5", "8", "8"])
    #expect(try check("--strict").code == 0)
    #expect(try check("--strict", "--quick").code == 0)
    #expect(try check("--strict", "--replications", "4").code == 1)
    let before = try folder.text("library/Fingerprints.csv")
    #expect(try check("--quick", "--update").output.hasSuffix("\nnothing to update\n"))
    #expect(try folder.text("library/Fingerprints.csv") == before)
  }

  @Test("Bad tables are told with all their lines before anything runs") func badTables() throws {
    try accept()
    try folder.write("a,b\n", to: "library/Fingerprints.csv")
    let figures = try folder.text("library/Baselines/two-branches.csv")
    try folder.write(figures + "x\ny,z\n", to: "library/Baselines/two-branches.csv")
    let ending = try check()
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(
      ending.errors.hasPrefix("error: library/Fingerprints.csv: line 1: found the columns 'a,b'"))
    #expect(ending.errors.split(separator: "\n").count == 1, "the table is told first")
    try FileManager.default.removeItem(
      at: folder.url.appendingPathComponent("library/Fingerprints.csv"))
    let lines = try check().errors.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasSuffix(": found 1 field, expected 10"))
  }

  @Test("A folder that cannot take the files leaves what was committed") func unwritable() throws {
    try folder.write("", to: "library/Baselines")
    let ending = try check("--update", "--because", "x")
    #expect(ending.code == 73)
    #expect(folder.names(in: "library") == ["Baselines", "two-branches.yaml"])
  }

  @Test("--junit and --github write for build servers") func others() throws {
    try accept()
    try slowDown()
    let summary = folder.url.appendingPathComponent("summary.md").path
    try folder.write("before\n", to: "summary.md")
    let ending = try check(
      "--junit", "reports/junit.xml", "--github", settings: ["GITHUB_STEP_SUMMARY": summary])
    #expect(ending.code == 1)
    #expect(
      ending.output.contains("\n::error file=library/two-branches.yaml,title=two-branches%3A o"))
    #expect(try folder.text("summary.md").hasPrefix("before\n## Outcomes\n\n1 scenario, "))
    let junit = try folder.text("reports/junit.xml")
    #expect(junit.hasPrefix("<?xml") && junit.contains("<failure message=\"two-branches, "))
    #expect(junit.contains(" type=\"moved\">") && junit.contains(" time=\"0."))
    #expect(folder.names(in: "reports") == ["junit.xml"])
  }

  @Test("Flags that contradict each other are refused")
  func contradictions() throws {
    #expect(try check("--json", "--github").code == 64)
    #expect(try check("--because", "x").code == 64)
    #expect(try check("--update", "--because", String(repeating: "x", count: 501)).code == 64)
  }

  @Test("--json tells what is committed and what moved") func json() throws {
    try accept()
    try slowDown()
    let ending = try check("--json")
    let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
    let root = try #require(object as? [String: Any])
    #expect(root["format"] as? Int == 3)
    let scenario = try #require((root["scenarios"] as? [[String: Any]])?.first)
    let committed = try #require(scenario["committed"] as? [String: Any])
    #expect(committed["file_changed"] as? Bool == true)
    let states = try #require(committed["fingerprints"] as? [[String: Any]])
    #expect(states.map { $0["state"] as? String } == ["outcomes", "same"])
    #expect((committed["moved_figures"] as? [[String: Any]])?.isEmpty == false)
  }
}
