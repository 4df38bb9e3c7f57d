public import Outcomes
import Vocabulary

/// The results of a sizing as one JSON document, for programs: `nostro size --json`.
///
/// Amounts are strings, exact decimals in major units of their currency; shares and costs are
/// numbers.
public enum SizingJSON {
  /// Every row of `sizing.csv` and `service-levels.csv` and the user's own allocation; `format`
  /// counts changes of the shape.
  public static func text(_ sizing: Sizing) -> String {
    let document = JSONText.object([
      ("format", .integer(3)),
      ("replications", count(sizing.recorded)),
      ("fresh_replications", count(sizing.fresh)),
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
      ("credit_lines", .truth(sizing.hasCreditLines)),
      ("simulated", .array(sizing.simulated.map { .string($0) })),
    ])
    return document.text() + "\n"
  }

  /// A row of `service-levels.csv`, what it realised as an object of its own.
  private static func member(_ point: Sizing.Point) -> JSONText {
    .object(
      ServiceLevelsCSV.table.members(point)
        + [("realised", point.realised.map(share) ?? .null)])
  }

  private static func member(_ together: Sizing.Together, _ currency: Currency?) -> JSONText {
    .object([
      ("model", .string(together.model)),
      ("arrangement", .string(together.arrangement)),
      ("service_level", level(together.level)),
      ("allocated", rounded(together.allocated, currency)),
      ("yearly_cost", rounded(together.yearlyCost, currency)),
      ("realised", together.realised.map(share) ?? .null),
    ])
  }

  private static func member(_ given: Sizing.Given) -> JSONText {
    .object([
      ("model", .string(given.model)),
      ("currency", .string(given.currency.code)),
      ("total", amount(given.total, given.currency)),
      ("promised", share(given.promised)),
      ("realised", share(given.realised)),
    ])
  }

  private static func share(_ share: Sizing.Share) -> JSONText {
    .object([
      ("share", .number(share.share)),
      ("low95", share.low.map { .number($0) } ?? .null),
      ("high95", share.high.map { .number($0) } ?? .null),
      ("replications", count(share.count)),
    ])
  }

  private static func amount(_ minorUnits: Int64, _ currency: Currency) -> JSONText {
    .string(currency.decimal(minorUnits))
  }

  /// An amount of the reporting currency, with the digits of a cost in it.
  private static func rounded(_ amount: Double?, _ currency: Currency?) -> JSONText {
    currency.map { cost(amount, $0) } ?? .null
  }

  private static func level(_ level: Double) -> JSONText {
    .number(Double(level.levelDigits) ?? level)
  }

  private static func count(_ count: Int) -> JSONText { .integer(UInt64(max(0, count))) }
}
