import Foundation
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

  /// A command as `--experimental-dump-help` describes it.
  private struct Described: Decodable {
    let commandName: String
    let discussion: String?
    let subcommands: [Described]?

    /// The words of this command and of all below it, but for the built-in help.
    func all(_ words: [String] = []) -> [(words: [String], discussion: String)] {
      let below = (subcommands ?? []).filter { $0.commandName != "help" }
      return [(words, discussion ?? "")] + below.flatMap { $0.all(words + [$0.commandName]) }
    }
  }

  private struct Dump: Decodable { let command: Described }

  @Test("Every command has its page of help with an example of its own") func pages() throws {
    let dump = try Command.nostro(["--experimental-dump-help"], in: folder).output
    let commands = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.all()
    #expect(commands.count > 20, "every command is walked")
    for (words, discussion) in commands where !words.isEmpty {
      let command = words.joined(separator: " ")
      let flat = discussion.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(flat.contains("Example: nostro \(words[0])"), "\(command) has an example")
      let ending = try Command.nostro(words + ["--help"], in: folder)
      #expect(ending.code == 0 && ending.errors.isEmpty)
      #expect(ending.output.contains("USAGE: nostro \(command)"))
    }
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

  @Test(
    "A group of commands without one of them is wrong usage",
    arguments: [[], ["calendar"], ["solve"]])
  func noCommand(arguments: [String]) throws {
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 64 && ending.output.isEmpty)
    #expect(ending.errors.contains("USAGE: nostro"))
    #expect(
      ending.errors.hasSuffix("error: a command is missing: expected one of the subcommands\n"))
  }

  @Test(
    "A standard output that is full ends with 73 and without a crash",
    arguments: [
      ["schema"], ["validate", "two-branches.yaml"], ["--help"], ["--version"],
      ["help", "compare"], ["--generate-completion-script", "bash"],
      [
        "statement", "two-branches.yaml", "--model", "batch", "--branch", "NYC", "--currency",
        "USD", "--date", "2026-03-06",
      ],
      ["compare", "two-branches.yaml", "--replications", "1"],
    ])
  func fullOutput(arguments: [String]) throws {
    let ending = try Command.nostro(arguments, in: folder, writingTo: "/dev/full")
    #expect(ending.code == 73)
    #expect(ending.errors == "error: standard output: cannot be written\n")
  }
}
