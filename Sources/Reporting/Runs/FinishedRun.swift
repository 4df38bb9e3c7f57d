import Measures
public import Outcomes

/// A run whose results lie in a folder, as it stands beside others.
public struct FinishedRun: Sendable {
  /// What readers call it: the name of its folder.
  public var label: String
  /// What the page of the run shows and no table holds.
  public var parts: ReportParts
  /// What its tables say.
  public var tables: ResultTables

  /// A run with its name.
  public init(label: String, parts: ReportParts, tables: ResultTables) {
    (self.label, self.parts, self.tables) = (label, parts, tables)
  }

  /// The comparison of the run.
  ///
  /// Made anew at each question: O(rows).
  public var comparison: Comparison { parts.comparison(with: tables) }
}

/// Runs side by side: what a rule changes, model by model.
///
/// Runs are taken for independent samples, since their means do not tell how they hang together:
/// where they share seed and payments, the true intervals are narrower.
///
/// Figures come from the tables of the folders alone: nothing is run.
struct RunsBeside {
  /// Two at least; the first is the one beside which the others stand.
  let runs: [FinishedRun]

  /// The names of the models that all runs have, in the order of the first.
  var models: [ModelHeader] {
    guard let first = runs.first else { return [] }
    return first.parts.models.filter { model in
      runs.allSatisfy { $0.parts.models.contains { $0.name == model.name } }
    }
  }

  /// One model in all runs, as if the runs were models of one comparison.
  func findings(of model: ModelHeader) -> Findings {
    let own = runs.map { run in run.tables.rows.filter { $0.model == model.name } }
    var rows: [OutcomeRow] = []
    for (run, own) in zip(runs, own) { rows += own.map { $0.named(run.label) } }
    if let first = runs.first {
      for (run, later) in zip(runs, own).dropFirst() {
        rows += RunsBeside.differences(
          later, to: own[0], named: "\(run.label) minus \(first.label)")
      }
    }
    let headers = runs.map { run in
      var header = run.parts.models.first { $0.name == model.name } ?? model
      (header.name, header.title) = (run.label, run.label)
      return header
    }
    return Findings(
      Comparison(
        header: runs[0].parts.header, models: headers, rows: rows, curves: [], poolHistories: [],
        journeys: []))
  }

  /// The unpaired differences of the rows that both runs have in one unit.
  ///
  /// A figure that one run lacks, or has in another unit, has no difference. Intervals are those of
  /// Welch, of two independent samples.
  private static func differences(
    _ later: [OutcomeRow], to first: [OutcomeRow], named name: String
  ) -> [OutcomeRow] {
    struct Key: Hashable {
      var metric: Metric
      var scope: Scope
      var unit: Unit
    }
    let known = Dictionary(
      first.map { (Key(metric: $0.metric, scope: $0.scope, unit: $0.unit), $0.estimate) },
      uniquingKeysWith: { one, _ in one })
    return later.compactMap { row in
      known[Key(metric: row.metric, scope: row.scope, unit: row.unit)].flatMap { before in
        row.estimate.minus(before).map { estimate in
          var difference = row.named(name)
          difference.estimate = estimate
          return difference
        }
      }
    }
  }

  /// What the reader has to know of the intervals.
  var note: String {
    "* the interval of the difference leaves zero out. Differences are of independent samples "
      + "(Welch): "
      + (Set(runs.map(\.parts.header.seed)).count == 1
        ? "these runs share their seed, so that the true intervals are narrower."
        : "means do not tell how the runs hang together.")
  }
}

extension OutcomeRow {
  /// The row under another name.
  fileprivate func named(_ name: String) -> OutcomeRow {
    var row = self
    row.model = name
    return row
  }
}
