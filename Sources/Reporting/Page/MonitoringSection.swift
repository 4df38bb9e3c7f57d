import Measures
import Outcomes
import Vocabulary

/// The intraday liquidity of the pools by the monitoring tools of the Basel Committee, with the
/// definitions of what is shown.
///
/// Figures are means over replications of the extremes of one: the largest usage of a month in the
/// mean, not the largest of all months.
enum MonitoringSection {
  /// How many pools the page shows, fewer where there are more models; the others stand in
  /// `bcbs.csv`.
  ///
  /// Assumed: two models side by side leave room for twenty pools.
  private static func shown(_ findings: Findings) -> Int {
    findings.models.count <= 2 ? 20 : max(1, 24 / findings.models.count)
  }

  /// The section; `nil` where no business day was measured.
  ///
  /// Five tables in the order of the Committee's paper, then the definitions.
  static func section(_ findings: Findings) -> SectionView? {
    let known = Known(findings)
    guard !known.pools.isEmpty else { return nil }
    var section = SectionView(id: "bcbs", title: "BCBS 248 monitoring tools")
    section.remarks = remarks(known, shown: shown(findings))
    section.tables = [
      table("A(i) Daily maximum intraday liquidity usage", usage, known, findings),
      table("A(ii) to A(iv) Liquidity at the start, payments, obligations", tools, known, findings),
      table("C(i) Intraday throughput by hour", throughput, known, findings),
      table("Liquidity bounds, delay, turnover, efficiency", literature, known, findings),
      definitions(known),
    ]
    return section
  }

  /// A column: its title, the measure, and which statistic of its days, by the name of bcbs.csv
  /// (`largest_1`, `average`).
  private typealias Column = (title: String, measure: MonitoringMeasure, statistic: String)

  /// Tool A(i): the three days of the largest net debit and of the largest net credit, with the
  /// average day.
  private static let usage: [Column] =
    days("", .netDebit, "largest") + days("in: ", .netCredit, "largest")

  /// Tools A(ii) to A(iv): what is there at the start of a day, what is paid and received, and what
  /// is due at a time of the day.
  private static let tools: [Column] = [
    ("least at start", .available, "smallest_1"), ("second", .available, "smallest_2"),
    ("third", .available, "smallest_3"), ("average", .available, "average"),
    ("most sent", .sent, "largest_1"), ("average sent", .sent, "average"),
    ("most received", .received, "largest_1"), ("average received", .received, "average"),
    ("most due", .due, "largest_1"), ("average due", .due, "average"),
    ("most late", .late, "largest_1"), ("average late", .late, "average"),
  ]

  /// Tool C(i), every second hour of the local clock of the pool's system: the share of the day's
  /// payments that have settled by then.
  private static let throughput: [Column] = stride(from: 2, through: 24, by: 2).map { hour in
    let time = (hour < 10 ? "0" : "") + "\(hour):00"
    return (time, .settledBy, time)
  }

  /// What the literature on large-value payments adds to the tools of the Committee: bounds of the
  /// liquidity that a day needs, delay, turnover and efficiency. `definitions` has each in a
  /// sentence.
  private static let literature: [Column] = [
    ("upper bound, most", .upperBound, "largest_1"), ("average", .upperBound, "average"),
    ("lower bound, most", .lowerBound, "largest_1"), ("average", .lowerBound, "average"),
    ("delay, most", .delay, "largest_1"), ("average", .delay, "average"),
    ("for money, most", .liquidityDelay, "largest_1"), ("average", .liquidityDelay, "average"),
    ("turnover a day", .turnover, "average"), ("efficiency", .efficiency, "all_days"),
  ]

  /// The three most extreme days of a measure and the average: the Committee asks for these four of
  /// every month.
  private static func days(_ start: String, _ measure: MonitoringMeasure, _ end: String)
    -> [Column]
  {
    [
      (start + end, measure, "\(end)_1"), (start + "second", measure, "\(end)_2"),
      (start + "third", measure, "\(end)_3"), (start + "average", measure, "average"),
    ]
  }
}

extension MonitoringSection {
  /// - Returns: For each pool that is shown a row for each model; `–` where the run has no such
  ///   figure, such as a pool that moves nothing.
  private static func table(
    _ caption: String, _ columns: [Column], _ known: Known, _ findings: Findings
  ) -> TableView {
    TableView(
      caption: caption, notes: [], corner: "pool", isPaired: true,
      columns: ["model"] + columns.map(\.title),
      rows: known.pools.prefix(shown(findings)).flatMap { pool in
        ModelRows.rows(title: "\(pool.branch) \(pool.currency.code)", findings) { model in
          columns.map { (known.text(model.name, pool, $0.measure, $0.statistic), nil) }
        }
      })
  }

  /// The sentence of each measure, by its name in bcbs.csv.
  private static func definitions(_ known: Known) -> TableView {
    TableView(
      caption: "What is measured on each business day of a pool", notes: [], corner: "tool",
      isProse: true, columns: ["in bcbs.csv", "definition"],
      rows: MonitoringMeasure.allCases.map { measure in
        TableRowView(
          headings: [HeadingView(text: measure.tool)], cells: [measure.name, measure.definition])
      })
  }

  /// What the tables are, with their source, how a business day is cut, and which tools have
  /// nothing to report.
  private static func remarks(_ known: Known, shown: Int) -> [String] {
    let rest =
      known.pools.count > shown
      ? " The first \(shown) of \(known.pools.count) pools; all of them in bcbs.csv." : ""
    return [
      "Monitoring tools for intraday liquidity management, Basel Committee, April 2013. Means over "
        + "the replications, in the currency of the pool: of its three largest days, or smallest, "
        + "and of the average day." + rest,
      "A business day is a value date of the system in which the pool settles. It lasts from the "
        + "opening of its window until the next one opens, in every model, so that what moves by "
        + "token in between is of the day that began last. Days that the measured time cuts are "
        + "left out.",
      "Tools B(i) and B(ii), payments for and credit lines to banks that are customers, have "
        + "nothing to report: the bank of the model pays for its own clients alone.",
    ]
  }
}

/// The monitored rows by model, pool, measure and statistic, and the pools in their order.
private struct Known {
  /// A pool by its branch, fit for a page, and its currency.
  struct Pool: Hashable {
    var branch: String
    var currency: Currency
  }

  /// What a row is looked up by: all but the estimate.
  private struct Key: Hashable {
    var model: String
    var pool: Pool
    var measure: MonitoringMeasure
    var statistic: String
  }

  /// Each once, in the order in which the run gives them; rows of a currency as a whole, which have
  /// no branch, are left out.
  private(set) var pools: [Pool] = []
  private var rows: [Key: MonitoringRow] = [:]

  /// Reads all rows of the run once, O(rows).
  init(_ findings: Findings) {
    var seen: Set<Pool> = []
    for row in findings.comparison.monitoring {
      guard let branch = row.branch else { continue }
      let pool = Pool(branch: branch.printable, currency: row.currency)
      if seen.insert(pool).inserted { pools.append(pool) }
      rows[Key(model: row.model, pool: pool, measure: row.measure, statistic: row.statistic)] = row
    }
  }

  /// The mean as readers read it.
  func text(
    _ model: String, _ pool: Pool, _ measure: MonitoringMeasure, _ statistic: String
  ) -> String {
    let key = Key(model: model, pool: pool, measure: measure, statistic: statistic)
    guard let row = rows[key], let mean = row.estimate.mean else { return "–" }
    let quantity = Quantity(value: mean, unit: row.unit)
    return row.unit == .share ? quantity.text : quantity.bareText
  }
}
