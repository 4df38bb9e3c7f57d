import Outcomes
import Vocabulary

/// Runs side by side for a terminal of 80 columns: `nostro report DIR DIR`.
///
/// A model that one of the runs lacks is left out.
public enum RunsTable {
  /// The text, lines ended by LF: what was run, then a table for each model that all runs have.
  ///
  /// - Parameter runs: Two at least; each later one stands beside the first.
  /// - Returns: Lines of 80 columns at most, ended by LF.
  public static func text(_ runs: [FinishedRun]) -> String {
    let beside = RunsBeside(runs: runs)
    var lines = runs.flatMap { facts($0).wrapped(to: ComparisonTable.width) }
    if beside.models.isEmpty { lines += ["", "No model is in all of these runs."] }
    for model in beside.models {
      lines += ["", "Model \(model.name.printable)"]
      let findings = beside.findings(of: model)
      for later in findings.laterModels {
        lines += ComparisonTable.sections(findings, later: later)
      }
    }
    let notes = beside.models.flatMap { ComparisonTable.shown(beside.findings(of: $0)) }.notes
    lines += notes.isEmpty ? [] : [""] + notes.flatMap { $0.wrapped(to: ComparisonTable.width) }
    if !beside.models.isEmpty { lines += [""] + beside.note.wrapped(to: ComparisonTable.width) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a run was.
  ///
  /// What tells runs apart: the scenario with the digest of its files, replications, seed, version,
  /// and how many of its expectations held.
  static func facts(_ run: FinishedRun) -> String {
    let header = run.parts.header
    let count = header.replications == 1 ? "1 replication" : "\(header.replications) replications"
    let held = run.parts.verdicts.count(where: \.holds)
    let all = run.parts.verdicts.count
    let expectations = all == 0 ? "" : ", \(held) of \(all.counted("expectation")) hold"
    return "\(run.label.printable): \(header.name.printable) \(header.scenarioDigest), \(count), "
      + "seed \(header.seed), version \(run.parts.identity.version.printable)\(expectations)"
  }
}
