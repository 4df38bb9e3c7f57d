public import Outcomes
import Vocabulary

/// `pools.csv`: the balance of every pool of every model hour by hour in replication 0.
public enum PoolsCSV {
  /// The columns in their order; `balance_minor` counts minor units, `balance` major ones.
  public static let columns = [
    "model", "branch", "currency", "at_utc", "balance_minor", "balance",
  ]

  /// Writes the file in chunks; errors of the sink pass through.
  public static func write(
    _ comparison: Comparison, to sink: (String) throws -> Void
  ) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for history in comparison.poolHistories {
      let model = CSVText.field(history.model)
      let branch = CSVText.field(history.branch)
      var at = history.start
      for balance in history.balances {
        let money = Money(minorUnits: balance, history.currency)
        try text.row(
          [
            model, branch, history.currency.code, at.description, String(balance), money.decimal,
          ], to: sink)
        at = at + history.step
      }
    }
    try text.flush(to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison) { whole += $0 }
    return whole
  }
}
