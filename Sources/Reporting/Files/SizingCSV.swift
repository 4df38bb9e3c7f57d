public import Outcomes
import Vocabulary

/// `sizing.csv`: what one pool, or all pools of a currency, need at one service level, a row each.
public enum SizingCSV {
  /// The columns in their order; amounts and costs are in major units of the currency.
  public static let columns = [
    "model", "currency", "pool", "arrangement", "service_level", "needed", "low95", "high95",
    "allocated", "yearly_cost", "lowest_yearly_cost", "replications",
  ]

  /// Writes the file in chunks.
  ///
  /// `pool` is the branch, `all` for the pools of the currency together. `low95` and `high95` are
  /// empty where the replications are too few for an end or all one observation, `allocated` and
  /// `yearly_cost` are for a bound, `lowest_yearly_cost` is for a single pool. Errors of the sink
  /// pass through.
  public static func write(_ sizing: Sizing, to sink: (String) throws -> Void) rethrows {
    var text = CSVText()
    try text.row(columns, to: sink)
    for row in sizing.rows {
      try text.row(
        [
          CSVText.field(row.model), row.currency.code, row.branch.map(CSVText.field) ?? "all",
          CSVText.field(row.arrangement), row.level.levelDigits,
          row.currency.decimal(row.needed), row.currency.decimal(row.low),
          row.currency.decimal(row.high), row.currency.decimal(row.allocated),
          row.currency.decimal(cost: row.yearlyCost),
          row.currency.decimal(cost: row.lowestYearlyCost),
          String(sizing.oneObservation.contains(row.model) ? 1 : sizing.recorded),
        ], to: sink)
    }
    try text.flush(to: sink)
  }

  /// The whole file.
  public static func text(_ sizing: Sizing) -> String {
    var whole = ""
    write(sizing) { whole += $0 }
    return whole
  }
}

extension Currency {
  /// An amount of minor units in major units with all places of the currency; empty for none.
  func decimal(_ minorUnits: Int64?) -> String {
    minorUnits.map { Money(minorUnits: $0, self).decimal } ?? ""
  }

  /// A cost in major units, rounded to the places of the currency; empty for none.
  func decimal(cost: Double?) -> String {
    guard let cost, cost.isFinite else { return "" }
    return cost.fixed(exponent)
  }
}

extension Double {
  /// A service level as a share; what a division by a hundred left past nine places is dropped.
  var levelDigits: String { fixed(9, trimmed: true) }
}
