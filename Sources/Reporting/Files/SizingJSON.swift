public import Outcomes
import Vocabulary

/// The results of a sizing as one JSON document, for programs: `nostro size --json`.
///
/// Amounts are strings, exact decimals in major units of their currency, since readers of JSON take
/// numbers for binary fractions; shares and costs are numbers.
///
/// Amounts are decimals in text, exact to the last minor unit: 2⁵³ minor units are not enough for a
/// bank's yen.
public enum SizingJSON {
  /// Every row of `sizing.csv` and `service-levels.csv` and the user's own allocation; `format`
  /// counts changes of the shape.
  ///
  /// - Returns: One document, ended by LF; its schema is `DocumentSchemas.size`.
  public static func text(_ sizing: Sizing) -> String {
    let document = JSONNode.object([
      ("format", .whole(4)),
      ("replications", .whole(sizing.recorded)),
      ("fresh_replications", .whole(sizing.fresh)),
      ("one_observation", .array(sizing.oneObservation.map { .string($0) })),
      ("bucket_seconds", .number(sizing.bucket.inSeconds)),
      ("length_seconds", .number(sizing.length.inSeconds)),
      ("sizing", .array(SizingCSV.rows(sizing).map { .object(SizingCSV.table.members($0)) })),
      ("service_levels", .array(sizing.curves.map(member))),
      ("reporting_currency", sizing.reportingCurrency.map { .string($0.code) } ?? .null),
      ("together", .array(sizing.together.map { member($0, sizing.reportingCurrency) })),
      ("given", .array(sizing.given.map(member))),
      ("closed_currencies", .array(sizing.closed.map { .string($0.code) })),
      ("without_estimate", .array(sizing.estimating.map { .string($0) })),
      ("without_floors", .array(sizing.lowFloors.map { .string($0) })),
      ("credit_lines", .boolean(sizing.hasCreditLines)),
      ("simulated", .array(sizing.simulated.map { .string($0) })),
    ])
    return document.text() + "\n"
  }

  /// A row of `service-levels.csv`, what it realised as an object of its own.
  private static func member(_ point: Sizing.Point) -> JSONNode {
    .object(
      ServiceLevelsCSV.table.members(point)
        + [("realised", point.realised.map(share) ?? .null)])
  }

  /// All currencies at once, in the reporting currency.
  private static func member(_ together: Sizing.Together, _ currency: Currency?) -> JSONNode {
    .object([
      ("model", .string(together.model)),
      ("arrangement", .string(together.arrangement)),
      ("service_level", level(together.level)),
      ("allocated", rounded(together.allocated, currency)),
      ("yearly_cost", rounded(together.yearlyCost, currency)),
      ("realised", together.realised.map(share) ?? .null),
    ])
  }

  /// The user's own allocation of a currency, before and after it was tried.
  private static func member(_ given: Sizing.Given) -> JSONNode {
    .object([
      ("model", .string(given.model)),
      ("currency", .string(given.currency.code)),
      ("total", amount(given.total, given.currency)),
      ("promised", share(given.promised)),
      ("realised", share(given.realised)),
    ])
  }

  /// A share of replications with its interval, whose ends are null of one observation.
  private static func share(_ share: Sizing.Share) -> JSONNode {
    .object([
      ("share", .number(share.share)),
      ("low95", share.low.map { .number($0) } ?? .null),
      ("high95", share.high.map { .number($0) } ?? .null),
      ("replications", .whole(share.count)),
    ])
  }

  /// Minor units as an exact decimal of major ones.
  private static func amount(_ minorUnits: Int64, _ currency: Currency) -> JSONNode {
    Cell.exact(currency.decimal(minorUnits)).json
  }

  /// An amount of the reporting currency, with the digits of a cost in it.
  private static func rounded(_ amount: Double?, _ currency: Currency?) -> JSONNode {
    Cell.rounded(currency?.decimal(cost: amount) ?? "").json
  }

  /// A service level with the digits that `sizing.csv` has.
  private static func level(_ level: Double) -> JSONNode {
    Cell.rounded(level.levelDigits).json
  }
}
