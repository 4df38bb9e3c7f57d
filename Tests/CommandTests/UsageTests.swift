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

  private static let positive = "expected a whole number from 1 to "
  private static let seed = "expected a whole number from 0 to 18446744073709551615"

  @Test(
    "A number outside its range is told with the option and the range, be it below zero",
    arguments: [
      (["run"], "--replications", "-5", positive + "1000000"),
      (["compare"], "--replications", "0", positive + "1000000"),
      (["check"], "--replications", "many", positive + "1000000"),
      (["size"], "--replications", "-20", "expected a whole number from 20 to 100000"),
      (["size"], "--fresh", "-1", positive + "100000"),
      (["compare"], "--threads", "-1", positive + "1024"),
      (["sweep"], "--seed", "-1", seed),
      (["run"], "--seed", "18446744073709551616", seed),
      (["run"], "--max-events", "-3", positive + "18446744073709551615"),
      (["check"], "--shuffle-ties", "-.5", seed),
      (["warm-up"], "--window", "-1", "expected a whole number from 0 to 10000"),
      (
        ["explain", "--payment", "p"], "--replication", "-1",
        "expected a whole number from 0 to 4294967295"
      ),
    ])
  func outsideRange(command: [String], option: String, value: String, range: String) throws {
    let ending = try Command.nostro(
      [command[0], "two-branches.yaml"] + command.dropFirst() + [option, value], in: folder)
    #expect(ending.code == 64 && ending.output.isEmpty)
    let message =
      "The value '\(value)' is invalid for '\(option) <\(option.dropFirst(2))>': \(range)\n"
    #expect(ending.errors.hasPrefix("Error: " + message))
    #expect(folder.names(in: ".") == ["two-branches.yaml"], "nothing is written")
  }

  @Test(
    "A level below zero is told as one, first or further, and days may be below zero",
    arguments: [["--service-level", "-5"], ["--service-level", "95", "-5"]])
  func belowZero(words: [String]) throws {
    let ending = try Command.nostro(["size", "two-branches.yaml"] + words, in: folder)
    #expect(ending.code == 64)
    #expect(
      ending.errors.hasPrefix("Error: --service-level takes per cent from 1 to 100, not -5.0"))
    let before = try Command.nostro(
      ["calendar", "value-date", "--calendars", "TARGET", "--date", "2026-03-06", "--days", "-1"],
      in: folder)
    #expect(before.output == "2026-03-05\n")
  }

  @Test(
    "An empty value is refused by the name of its option, for every command",
    arguments: [
      (["run", "two-branches.yaml", "--out", ""], "--out: expected a value, found an empty text"),
      (
        ["compare", "two-branches.yaml", "--out="],
        "--out: expected a value behind the =, found nothing"
      ),
      (
        ["trace", "two-branches.yaml", "--out", ""], "--out: expected a value, found an empty text"
      ),
      (["check", "--junit", ""], "--junit: expected a value, found an empty text"),
      (["calendar", "earliest", "--file", ""], "--file: expected a value, found an empty text"),
      (["run", ""], "argument 2 is an empty text: expected a name or a path"),
      (["validate", "--", ""], "argument 3 is an empty text: expected a name or a path"),
      (
        ["size", "", "--store", "", "--seed="],
        "argument 2 is an empty text: expected a name or a path\n"
          + "error: --store: expected a value, found an empty text\n"
          + "error: --seed: expected a value behind the =, found nothing"
      ),
    ])
  func emptyValue(arguments: [String], message: String) throws {
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 64 && ending.output.isEmpty)
    #expect(ending.errors == "error: \(message)\n")
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
