import ArgumentParser
import Experiments
import Reporting
import Scenarios
import Settlement
import Vocabulary

/// `nostro check --shuffle-ties`: whether results depend on the order of simultaneous events.
extension CheckCommand {
  /// Runs each scenario first in, first out and with shuffled ties, and holds what moves against the
  /// table beside the scenario.
  ///
  /// Conservation, gapless lives, the count of payments and all else that a replication asserts are
  /// asserted of the shuffled runs too. Ends with 1 where figures move of a model that the table does
  /// not explain; with `--strict` also where the table explains a model that there is not.
  func checkTies(_ seed: UInt64) async throws {
    var (unexplained, stray) = (0, 0)
    let runs = CheckRuns(threads: work.threadsAtOnce)
    for subject in try library().subjects {
      let (file, plain) = (subject.file, subject.world)
      let bar = ProgressBar(total: 2 * plain.scenario.experiment.replications, quiet: work.quiet)
      let moves = try await runs.tieMoves(of: plain, seed: seed, listener: bar.listener)
      bar.finish()
      let reasons = try TieTable.reasons(beside: file, plain.scenario.name)
      var lines: [String] = []
      for model in plain.scenario.models {
        if let move = moves[model.name] {
          let reason = reasons[model.name]
          if reason == nil { unexplained += 1 }
          lines.append("  \(model.name): \(move): \(reason ?? "NOT EXPLAINED")")
        } else if reasons[model.name] != nil {
          lines.append("  \(model.name): nothing moves in these replications, though it may")
        }
      }
      let models = Set(plain.scenario.models.map(\.name))
      for name in reasons.keys.sorted() where !models.contains(name) {
        stray += 1
        lines.append("  \(name.printable): explained, but the scenario has no such model")
      }
      let count = plain.scenario.experiment.replications
      try Output.write(
        "\(file): \(count) replication\(count == 1 ? "" : "s"), ties shuffled by seed \(seed)\n")
      try Output.write(lines.map { $0 + "\n" }.joined())
    }
    if unexplained > 0 {
      try Output.write("\(unexplained) not explained in \(TieTable.name) beside the scenario\n")
    }
    if unexplained > 0 || strict && stray > 0 { throw ExitCode(1) }
  }
}
