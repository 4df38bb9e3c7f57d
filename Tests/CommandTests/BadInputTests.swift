import Foundation
import Testing

@Suite("Bad input ends with 65, names path and line, and leaves nothing behind")
struct BadInputTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The small scenario with one text of it replaced.
  private func scenario(_ text: String, becomes other: String) throws {
    let scenario = try folder.text("two-branches.yaml")
    #expect(scenario.contains(text))
    try folder.write(scenario.replacingOccurrences(of: text, with: other), to: "bad.yaml")
  }

  @Test("All problems are told at once, each with its line, and --out is not made")
  func everyProblem() throws {
    try scenario("zone: Europe/London, calendar: GBENG", becomes: "zone: Europe/Londn")
    let text = try folder.text("bad.yaml")
    try folder.write(
      text.replacingOccurrences(of: "system: CHIPS, o", with: "system: CHIP, o"), to: "bad.yaml")
    let ending = try Command.nostro(["compare", "bad.yaml", "--out", "out"], in: folder)
    #expect(ending.code == 65)
    #expect(ending.output.isEmpty)
    try Snapshot.expect(ending.errors, as: "bad-scenario")
    #expect(folder.names(in: "out") == nil)
    #expect(folder.names(in: ".") == ["bad.yaml", "two-branches.yaml"])
  }

  @Test("Old results stay as they are when a later run refuses its scenario")
  func oldResultsStay() throws {
    let options = ["--replications", "1", "--out", "out"]
    #expect(try Command.nostro(["compare", "two-branches.yaml"] + options, in: folder).code == 0)
    let before = try folder.contents(of: "out")
    try scenario("seed: 7", becomes: "seed: -7")
    #expect(try Command.nostro(["compare", "bad.yaml"] + options, in: folder).code == 65)
    #expect(try folder.contents(of: "out") == before)
  }

  @Test("A scenario with one model has nothing to compare") func oneModel() throws {
    let text = try folder.text("two-branches.yaml")
    let cut = try #require(text.range(of: "  token:\n"))
    try folder.write(String(text[..<cut.lowerBound]), to: "bad.yaml")
    let ending = try Command.nostro(["compare", "bad.yaml", "--out", "out"], in: folder)
    #expect(ending.code == 65)
    #expect(
      ending.errors
        == "error: bad.yaml: found one model, expected two or more to compare; use 'nostro run'\n")
    #expect(folder.names(in: "out") == nil)
  }

  @Test("A misspelt model and a misspelt payment are answered with the nearest")
  func nearestNames() throws {
    let model = try Command.nostro(
      ["run", "two-branches.yaml", "--model", "tokn", "--out", "out"], in: folder)
    #expect(model.code == 65)
    #expect(
      model.errors
        == "error: no model 'tokn': expected one of batch, token; did you mean 'token'?\n")
    let payment = try Command.nostro(
      ["explain", "two-branches.yaml", "--payment", "rent-mach"], in: folder)
    #expect(payment.code == 65)
    #expect(payment.errors.hasSuffix("; did you mean 'rent-march'?\n"))
    #expect(payment.output.isEmpty)
  }

  @Test("An allocation whose rows cannot be meant is refused row by row")
  func allocation() throws {
    try folder.write("branch,currency,amount\nNYC,USD\nPAR,USD,1M\nLDN,USD,1M\n", to: "given.csv")
    let ending = try Command.nostro(
      ["size", "two-branches.yaml", "--given", "given.csv", "--out", "out"], in: folder)
    #expect(ending.code == 65)
    #expect(
      ending.errors == """
        error: given.csv:2: found 2 fields, expected 3: branch,currency,amount
        error: given.csv:3: found branch 'PAR', expected one of the scenario

        """)
    #expect(folder.names(in: "out") == nil)
  }

  @Test(
    "A folder that cannot be made ends with 73 and is named",
    arguments: [
      ("two-branches.yaml", "is a regular file"),
      ("two-branches.yaml/results", "two-branches.yaml is a regular file"),
    ])
  func folderThatIsAFile(out: String, found: String) throws {
    let before = try folder.text("two-branches.yaml")
    let ending = try Command.nostro(
      ["compare", "two-branches.yaml", "--replications", "1", "--out", out], in: folder)
    #expect(ending.code == 73)
    #expect(ending.output.isEmpty)
    #expect(ending.errors == "error: \(out): \(found), expected a folder\n")
    #expect(try folder.text("two-branches.yaml") == before)
  }

  @Test("A place that is taken by a folder ends with 73 and leaves no half file")
  func fileThatIsAFolder() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("out/report.html"), withIntermediateDirectories: true)
    let ending = try Command.nostro(
      ["compare", "two-branches.yaml", "--replications", "1", "--out", "out"], in: folder)
    #expect(ending.code == 73)
    #expect(ending.errors == "error: out/report.html: is a folder\n")
    #expect(folder.names(in: "out") == ["report.html"], "whole files or none")
  }
}
