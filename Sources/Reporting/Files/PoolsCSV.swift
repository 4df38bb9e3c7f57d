public import Outcomes
import Vocabulary

/// `pools.csv`: the balance of every pool of every model hour by hour in replication 0.
///
/// A history after the other, each without a gap from the start of the run to the horizon: hours ×
/// pools × models rows, written as they are made. `report` reads the file back for the pictures.
public enum PoolsCSV {
  /// The balance of a pool at a full hour, in minor units.
  struct Row {
    /// The history that it is of.
    let pool: PoolHistory
    /// The full hour, which lies a whole number of hours after the start of the history.
    let at: Instant
    /// What lies in the pool after all that happens before that hour; below zero what is drawn on
    /// its credit line.
    let balance: Int64
  }

  /// A balance while it is read, from its minor units; the decimal beside them is passed over.
  struct Draft: Sendable {
    var model = "", branch = ""
    var currency: Currency?
    var at: Instant?
    var balance: Int64?
  }

  /// The columns.
  ///
  /// The balance stands twice, exact for programs and readable for people; the first is read back.
  static let table = Table<Row, Draft>(
    "pools.csv",
    [
      .text("model", "the model's name", into: { $0.model = $1 }) { $0.pool.model },
      .text("branch", "the branch's short name", into: { $0.branch = $1 }) { $0.pool.branch },
      .exact("currency", "ISO 4217", "the currency of the pool") { $0.pool.currency.code }
        .read("a currency of ISO 4217", into: \.currency) { Currency($0) },
      .exact("at_utc", "instant", "a full hour from the start of the run to the horizon") {
        $0.at.description
      }.read { $0.at = $1.instant($2) },
      .exact("balance_minor", "minor units", "the balance as a whole number") {
        String($0.balance)
      }.read("a whole number", into: \.balance) { Int64($0) },
      // It follows from the one before it.
      .exact(
        "balance", "major units", "the same as a decimal with the places of the currency"
      ) { Money(minorUnits: $0.balance, $0.pool.currency).decimal },
    ])

  /// Writes the file in chunks; errors of the sink pass through.
  ///
  /// - Complexity: O(pools × hours), made row by row: a year of 270 pools is 2.4 million rows.
  public static func write(_ comparison: Comparison, to sink: (String) throws -> Void) rethrows {
    let rows = comparison.poolHistories.lazy.flatMap { pool in
      pool.balances.lazy.enumerated().map { hour, balance in
        Row(
          pool: pool,
          at: pool.start + TimeSpan(microseconds: pool.step.microseconds * Int64(hour)),
          balance: balance)
      }
    }
    try table.write(rows, to: sink)
  }

  /// The whole file.
  public static func text(_ comparison: Comparison) -> String {
    var whole = ""
    write(comparison) { whole += $0 }
    return whole
  }

  /// Reads the file back to the bit, balances of a pool that follow each other as one history;
  /// problems are noted, a missing hour among them.
  static func read(_ text: String, _ reading: inout TableReading) -> [PoolHistory] {
    var histories: [PoolHistory] = []
    _ = table.read(text, from: Draft(), &reading) { draft, reading, record -> Void? in
      guard let currency = draft.currency, let at = draft.at, let balance = draft.balance else {
        return nil
      }
      let last = histories.count - 1
      if last < 0 || histories[last].model != draft.model
        || histories[last].branch != draft.branch || histories[last].currency != currency
      {
        histories.append(
          PoolHistory(
            model: draft.model, branch: draft.branch, currency: currency, start: at, step: .hour,
            balances: [balance]))
        return ()
      }
      let hours = TimeSpan.hours(Int64(histories[last].balances.count))
      if at != histories[last].start + hours {
        reading.note(record, "expected a balance for every hour, found \(at)")
      }
      histories[last].balances.append(balance)
      return ()
    }
    return histories
  }
}
