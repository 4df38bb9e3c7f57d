import ArgumentParser
import Experiments

/// `nostro solve`: the liquidity solver on its own, from JSON to JSON.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solves one liquidity problem of a JSON file, without a simulation.",
    discussion: "Example: nostro solve settle queues.json",
    subcommands: [SettleCommand.self, SizeProblemCommand.self, RebalanceCommand.self])

  /// Prints an answer.
  ///
  /// - Throws: `Failure` 70 where it does not pass its check: a fault of this program.
  static func print(_ answer: ProblemAnswer) throws {
    try Output.write(answer.text + "\n")
    try answer.throwIfWrong()
  }
}

/// The file that every kind of problem is read from.
struct ProblemFile: ParsableArguments {
  @Argument(help: "The problem as JSON, or - for the standard input.")
  var file: String
}
