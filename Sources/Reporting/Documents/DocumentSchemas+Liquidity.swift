/// What the commands around liquidity print.
///
/// `nostro size` gives amounts in major units as strings, exact decimals; the solver of `nostro solve`
/// knows no currency and gives whole numbers in the unit of its input.
extension DocumentSchemas {
  private typealias Member = DocumentShape.Member

  private static let format = Member("format", .constant(1), "Counts changes of this shape.")

  /// A share of replications with the interval of Clopper and Pearson.
  ///
  /// Ends are null of one observation, which is one trial and has no interval.
  private static let share = DocumentShape.object([
    Member("share", .number, "The share, 0 to 1."),
    Member(
      "low95", .optional(.number), "The lower end of its 95 % interval; null of one observation."),
    Member("high95", .optional(.number), "The upper end of its 95 % interval, likewise."),
    Member("replications", .whole, "Out of how many replications."),
  ])

  /// What `nostro size --json` prints.
  ///
  /// Its rows are those of sizing.csv and service-levels.csv; what the two files leave to their
  /// readers stands beside them: which models follow another treasury than the file's, where credit
  /// lines are drawn, what was simulated.
  static let size = DocumentShape.object([
    Member("format", .constant(4), "Counts changes of this shape."),
    Member("replications", .whole, "How many replications chose the shape of each answer."),
    Member("fresh_replications", .whole, "How many others scaled it, and how many more tried it."),
    Member(
      "one_observation", .list(.text),
      "The models of which all replications are the same, since nothing is left to chance."),
    Member("bucket_seconds", .number, "The length of a bucket of time, for the bound."),
    Member("length_seconds", .number, "From the start of a replication to its horizon."),
    Member(
      "sizing", .list(.object(SizingCSV.table.members)),
      "The rows of sizing.csv; amounts are exact decimals."),
    Member(
      "service_levels",
      .list(
        .object(
          ServiceLevelsCSV.table.members + [
            Member("realised", .optional(share), "What fresh payments showed; null if not tried.")
          ])), "The rows of service-levels.csv."),
    Member("reporting_currency", .optional(.text), "Of the amounts of together; ISO 4217."),
    Member(
      "together",
      .list(
        .object([
          Member("model", .text, "The model."),
          Member("arrangement", .text, "none, policy or token."),
          Member("service_level", .number, "The level of each currency, 0 to 1."),
          Member(
            "allocated", .optional(.number),
            "What all pools hold, in the reporting currency; null where a currency has no rate."),
          Member("yearly_cost", .optional(.number), "What that costs a year, in the same."),
          Member(
            "realised", .optional(share),
            "In how many fresh replications nothing waited at all; null if not tried."),
        ])), "All currencies at once, each laid out for the level."),
    Member(
      "given",
      .list(
        .object([
          Member("model", .text, "The model."), Member("currency", .text, "ISO 4217."),
          Member("total", .optional(.text), "The user's allocation, a decimal."),
          Member("promised", share, "In how many recorded replications it is enough."),
          Member("realised", share, "In how many fresh ones nothing waited."),
        ])), "The user's own allocation, by currency."),
    Member(
      "closed_currencies", .list(.text),
      "Those in which no payment leaves the bank but for charges."),
    Member(
      "without_estimate", .list(.text),
      "The models whose treasury goes by estimates, in place of which policy orders up."),
    Member(
      "without_floors", .list(.text),
      "The models whose treasury tops up later in the file than policy, which orders up."),
    Member("credit_lines", .truth, "Whether credit lines are drawn before cash."),
    Member(
      "simulated", .list(.text),
      "The models of which every fresh replication was simulated, since recorded flows misled."),
  ])

  /// How an answer of the solver ends: what the independent checker said of it.
  ///
  /// - Parameter claims: What the checker looks at for this kind of problem, in words.
  /// - Returns: Members for the end of a document. An answer that fails is printed all the same,
  ///   with its faults, and the command ends with 70.
  private static func verified(_ claims: String) -> [Member] {
    [
      Member("verified", .truth, "Whether the answer passes the independent checker."),
      Member("verified_claims", .list(.text), "What it checked: \(claims)."),
      Member(
        "faults", .list(.text), "What the answer breaks; it then ends with 70.", isOptional: true),
    ]
  }

  /// What `nostro solve settle` prints, on one line.
  ///
  /// Values and balances are whole numbers in the unit of the input.
  static let settle = DocumentShape.object(
    [
      format,
      Member(
        "status", .text, "optimal: no better set exists; with --bypass heuristic above the bound."),
      Member("settled", .list(.text), "The payments that settle together."),
      Member("value", .whole, "Their value."),
      Member("balances", .map(.whole), "What each participant then has."),
      Member("value_in_order", .whole, "With --bypass: what settles in order.", isOptional: true),
      Member("gain", .whole, "With --bypass: what overtaking adds.", isOptional: true),
      Member("bound", .whole, "With --bypass: no set is worth more.", isOptional: true),
    ] + verified("feasible (all are covered and within limits), value, balances"))

  /// The need under one arrangement over all replications.
  ///
  /// - Parameter more: Members that only this arrangement has.
  private static func total(_ more: [Member]) -> DocumentShape {
    .object(
      [Member("total", .whole, "The need at the service level.")] + more
        + [Member("per_replication", .list(.whole), "The need in each replication.")])
  }

  /// What `nostro solve size` prints, on one line.
  ///
  /// Three needs that are exact, and an allocation with a certificate: it is at most `gap` of its
  /// total above the least.
  static let sizeProblem = DocumentShape.object(
    [
      format,
      Member(
        "none", total([Member("per_pool", .map(.whole), "The need of each pool alone.")]),
        "Each pool by itself."),
      Member("windowed", total([]), "Money moves in windows and knows the future."),
      Member("token", total([]), "The pools act as one."),
      Member(
        "joint",
        .object([
          Member("allocation", .map(.whole), "What each pool gets."),
          Member("total", .whole, "Together."),
          Member("lower_bound", .whole, "No allocation is smaller."),
          Member("gap", .number, "How far the two are apart, of the total."),
        ]), "The smallest allocation found for the joint service level."),
    ] + verified("none, token and, up to six windows, windowed by replication; allocation"))

  /// What `nostro solve rebalance` prints, on one line.
  ///
  /// Optimal always: what cannot be funded is part of the cost.
  ///
  /// A pool that gives falls to its target at the least, as a treasury's window would have it.
  static let rebalance = DocumentShape.object(
    [
      format, Member("status", .text, "optimal."),
      Member("cost", .whole, "What the transfers and the unmet need cost."),
      Member(
        "transfers",
        .list(
          .object([
            Member("from", .text, "The pool that gives."),
            Member("to", .text, "The one that gets."),
            Member("amount", .whole, "How much."),
          ])), "The cheapest transfers."),
      Member("unfunded", .map(.whole), "What pools still lack."),
    ] + verified("feasible (targets, limits), cost and, up to 200 pools, optimal"))
}
