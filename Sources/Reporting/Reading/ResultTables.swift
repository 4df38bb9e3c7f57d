public import Outcomes

/// What the tables of a results folder say, read back to the bit.
public struct ResultTables: Sendable {
  /// `outcomes.csv`.
  public private(set) var rows: [OutcomeRow] = []
  /// `curves.csv`.
  public private(set) var curves: [CreditCurve] = []
  /// `pools.csv`.
  public private(set) var poolHistories: [PoolHistory] = []
  /// `quantiles.csv`, with its notes.
  public private(set) var quantiles: [QuantileRow] = []
  /// `bcbs.csv`.
  public private(set) var monitoring: [MonitoringRow] = []
  /// What is wrong with them, a sentence each.
  public private(set) var problems: [String]

  /// Reads the tables from their texts.
  ///
  /// Nothing of a table with problems is to be trusted; `problems` names them all, twenty of each
  /// file at most.
  public init(outcomes: String, curves: String, pools: String, bcbs: String, quantiles: String) {
    var reading = TableReading()
    rows = OutcomesCSV.read(outcomes, &reading)
    self.quantiles = QuantilesCSV.read(quantiles, &reading)
    self.curves = CurvesCSV.read(curves, &reading)
    poolHistories = PoolsCSV.read(pools, &reading)
    monitoring = MonitoringCSV.read(bcbs, &reading)
    problems = reading.problems
  }
}
