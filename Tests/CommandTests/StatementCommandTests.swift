import Foundation
import Testing

@Suite("statement writes what a bank would tell of a day") struct StatementCommandTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func statement(_ options: String...) throws -> Command.Ending {
    let usual = ["--model", "batch", "--branch", "LDN", "--currency", "USD"]
    return try Command.nostro(["statement", "two-branches.yaml"] + usual + options, in: folder)
  }

  @Test(
    "camt.053 and pacs.002 go to the standard output",
    arguments: [("camt.053", "statement"), ("pacs.002", "status")])
  func messages(format: String, name: String) throws {
    let arguments = [
      "statement", "two-branches.yaml", "--model", "batch", "--branch",
      format == "camt.053" ? "LDN" : "NYC", "--currency", "USD", "--date", "2026-03-06",
      "--format", format,
    ]
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: name)
    #expect(folder.names(in: ".") == ["two-branches.yaml"], "nothing is written")
  }

  @Test("--out writes the same whole into a file") func out() throws {
    let ending = try statement("--date", "2026-03-06", "--out", "out/ldn.xml")
    #expect(ending.code == 0 && ending.output.isEmpty && ending.errors.isEmpty)
    #expect(folder.names(in: "out") == ["ldn.xml"])
    #expect(try folder.text("out/ldn.xml") == statement("--date", "2026-03-06").output)
    #expect(try statement("--date", "2026-03-06", "--out", "out").code == 73)
  }

  @Test(
    "What the scenario does not have is refused with what it has",
    arguments: [
      (
        ["--date", "2026-04-01"], "--date 2026-04-01 lies outside the run, which is from 2026-03-05"
      ),
      (["--date", "tomorrow"], "--date: expected a date like 2026-03-06, found 'tomorrow'"),
      (["--date", "2026-03-06", "--branch", "LND"], "no branch 'LND'; did you mean 'LDN'?"),
      (["--date", "2026-03-06", "--currency", "EUR"], "LDN has no pool in 'EUR': expected USD"),
      (["--date", "2026-03-06", "--model", "tokens"], "no model 'tokens'"),
    ])
  func refusals(options: [String], message: String) throws {
    let usual = ["--model", "batch", "--branch", "LDN", "--currency", "USD"]
    var given: [String] = []
    for place in stride(from: 0, to: usual.count, by: 2) where !options.contains(usual[place]) {
      given += usual[place...place + 1]
    }
    let ending = try Command.nostro(
      ["statement", "two-branches.yaml"] + given + options, in: folder)
    #expect(ending.code == 65 && ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("error: \(message)"), Comment(rawValue: ending.errors))
  }
}
