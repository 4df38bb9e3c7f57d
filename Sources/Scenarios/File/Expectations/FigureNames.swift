import Measures
import Vocabulary

/// The names that expectations may use in one scenario.
struct FigureNames {
  /// The models, refused ones too.
  let models: [String]
  /// The currency of totals, where the rates were read.
  let reporting: Currency?
  /// The scopes by name; `nil` where the scenario has other problems, so that one mistake is not
  /// told again here.
  let scopes: [String: Scope]?
  /// The names of the scopes in their order.
  private(set) var scopeNames: [String]

  /// The names without those from which a hint is chosen, where no message is kept any more.
  var withoutHints: FigureNames {
    var names = self
    names.scopeNames = []
    return names
  }

  /// The unit of a metric in expectations: every time counts in seconds.
  ///
  /// - Returns: `nil` for money where the rates, and with them the currency of totals, were
  ///   refused.
  func unit(of metric: Metric, _ scope: Scope) -> Unit? {
    if metric.measure == .hours { return .seconds }
    guard metric.measure == .money else { return metric.unit(of: scope, reporting: .usd) }
    return reporting.map { metric.unit(of: scope, reporting: $0) }
  }
}

extension ScenarioReader {
  /// The names that expectations and the precision may use.
  ///
  /// Scopes are *all*, corridors, currencies of pools, days and pools, in this order. Days are
  /// those of UTC on which payments are instructed, the last one included only if some of it is.
  ///
  /// - Complexity: O(corridors + pools + days), the pairs of flows that draw their ends counted.
  func figureNames(_ root: Section) -> FigureNames {
    let models = root.map("models").prefix(ScenarioReader.mostModels).map(\.key)
    guard problems.isEmpty, let experiment, let rates else {
      return FigureNames(
        models: models, reporting: rates?.reportingCurrency, scopes: nil, scopeNames: [])
    }
    let first = CivilDate.split(experiment.from.microseconds).date
    let last = CivilDate.split(experiment.until.microseconds - 1).date
    let branches = branches.compactMap { $0 }
    let scopes: [Scope] =
      [.all] + corridorsOfRecord.map { .corridor($0, among: branches) }
      + Set(pools.map(\.entity.currency)).sorted().map { .currency($0) }
      + (0...(last - first)).map { .day(first + $0) }
      + pools.map { .pool($0.entity, among: branches) }
    let names = scopes.map(\.name)
    return FigureNames(
      models: models, reporting: rates.reportingCurrency,
      scopes: Dictionary(zip(names, scopes), uniquingKeysWith: { first, _ in first }),
      scopeNames: names)
  }

  /// The corridors by which outcomes are told apart.
  ///
  /// They are found as the simulator finds them (`CorridorsOfRecord`), flows that draw their ends
  /// after the others.
  private var corridorsOfRecord: [Corridor] {
    var all = corridors.map(\.corridor)
    for spread in spreads {
      for payer in spread.ends.payers {
        for payee in spread.ends.payees where payee != payer {
          var corridor = spread.corridor
          (corridor.from, corridor.to) = (payer, payee)
          all.append(corridor)
        }
      }
    }
    return CorridorsOfRecord(of: all, among: branches.compactMap { $0 }).corridors
  }
}
