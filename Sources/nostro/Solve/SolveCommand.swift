import ArgumentParser
import Experiments
import Liquidity
import Vocabulary

/// `nostro solve`: the liquidity solver on its own, from JSON to JSON.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solves one liquidity problem of a JSON file, without a simulation.",
    discussion: "Example: nostro solve settle queues.json",
    subcommands: [SettleCommand.self, SizeProblemCommand.self, RebalanceCommand.self])

  /// The largest file that is read: 64 MiB.
  static let byteLimit = 1 << 26
}

/// The file that every kind of problem is read from.
struct ProblemFile: ParsableArguments {
  @Argument(help: "The problem as JSON, or - for the standard input.")
  var file: String

  /// Reads the file and has `read` make a problem of it.
  ///
  /// - Throws: `Failure` 65 with every fault and its path.
  func problem<Problem>(_ read: (JSONNode, inout JSONReading) throws -> Problem?) throws -> Problem
  {
    let text = try InputFile(path: file).text(limit: SolveCommand.byteLimit)
    let node: JSONNode
    do throws(JSONSyntaxError) {
      node = try JSONParser.parse(text)
    } catch {
      throw Failure.badInput("\(file): \(error)")
    }
    var reading = JSONReading()
    var problem: Problem?
    do {
      problem = try read(node, &reading)
    } catch let error as InvalidProblem {
      for fault in error.faults { reading.note("$.\(fault.place)", fault.sentence) }
    }
    try reading.throwIfAny(file)
    guard let problem else { throw Failure.badInput("\(file): $: expected a problem") }
    return problem
  }
}
