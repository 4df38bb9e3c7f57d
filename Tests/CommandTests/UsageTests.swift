import Testing

@Suite("The command line says how it is used, and ends with the code of what went wrong")
struct UsageTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("--help lists every command") func help() throws {
    let ending = try Command.nostro(["--help"], in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    try Snapshot.expect(ending.output, as: "help")
  }

  @Test(
    "Every command has its page of help",
    arguments: [
      "validate", "run", "compare", "check", "explain", "statement", "schema", "init", "calendar",
      "calendar holidays",
      "calendar windows", "calendar earliest", "calendar overlap", "calendar value-date",
      "calendar systems", "calendar list",
    ])
  func helpOf(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let ending = try Command.nostro(words + ["--help"], in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(ending.output.contains("USAGE: nostro \(command)"))
    #expect(ending.output.hasPrefix("OVERVIEW: "))
  }

  @Test("--version is a version") func version() throws {
    let ending = try Command.nostro(["--version"], in: folder)
    #expect(ending.code == 0 && ending.errors.isEmpty)
    #expect(ending.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(
    "Wrong usage ends with 64, says what was wrong, and prints no result",
    arguments: [
      (["balance"], "balance"), (["compare"], "<scenario>"),
      (["compare", "two-branches.yaml", "--replications", "0"], "--replications"),
      (["compare", "two-branches.yaml", "--replications", "many"], "many"),
      (["compare", "two-branches.yaml", "--threads", "0"], "--threads"),
      (["size", "two-branches.yaml", "--threads", "0"], "--threads"),
      (["check", "two-branches.yaml", "--replications", "0"], "--replications"),
      (["compare", "two-branches.yaml", "--journeys", "some"], "some"),
      (["compare", "two-branches.yaml", "--colour"], "--colour"),
      (["explain", "two-branches.yaml"], "--payment"),
      (["calendar", "holidays", "TARGET", "--year", "soon"], "soon"),
    ])
  func wrongUsage(arguments: [String], named: String) throws {
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 64)
    #expect(ending.output.isEmpty)
    #expect(ending.errors.contains(named))
    #expect(folder.names(in: ".") == ["two-branches.yaml"], "nothing is written")
  }

  @Test(
    "A file that is not there ends with 66 and is named",
    arguments: [
      ["validate", "absent.yaml"], ["run", "absent.yaml"], ["compare", "absent.yaml"],
      ["explain", "absent.yaml", "--payment", "p"],
      ["calendar", "earliest", "--file", "absent.yaml"],
    ])
  func missingFile(arguments: [String]) throws {
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 66)
    #expect(ending.errors == "error: absent.yaml: no such file\n")
    #expect(ending.output.isEmpty)
    #expect(folder.names(in: ".") == ["two-branches.yaml"], "nothing is written")
  }

  @Test("A standard output that is full ends with 73 and without a crash")
  func fullOutput() throws {
    let ending = try Command.nostro(["schema"], in: folder, writingTo: "/dev/full")
    #expect(ending.code == 73)
    #expect(ending.errors == "error: standard output: cannot be written\n")
  }
}
