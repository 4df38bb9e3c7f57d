import Measures
public import Outcomes
import Vocabulary

/// What came out of a sizing for a terminal of 80 columns: pre-funding by arrangement and service
/// level, promised beside realised, and the user's own allocation.
public enum SizingTable {
  /// How many columns the text takes at most.
  ///
  /// Assumed: what every terminal shows without wrapping.
  public static let width = 80

  /// The text, lines ended by LF.
  ///
  /// The answer comes first, then what was done, then for each model totals, what may be said of
  /// them, and how trials went; legends last.
  ///
  /// - Returns: The same bytes for the same sizing.
  public static func text(_ sizing: Sizing) -> String {
    let findings = SizingFindings(sizing)
    var lines = ["How much must be pre-funded"]
    lines += paragraphs(findings.verdict) + paragraphs([findings.basis])
    for model in findings.models {
      lines += totals(model.title, model.groups)
      lines += paragraphs(
        findings.savings(model.groups) + [findings.gap(model.groups)].compactMap { $0 })
      lines += trials(model.title, model.groups)
      lines += paragraphs(findings.trials(model.groups) + findings.given(model.groups))
    }
    return (lines + [""] + legend(findings)).joined(separator: "\n") + "\n"
  }

  /// An empty line and the sentences, each from the left; nothing for none.
  private static func paragraphs(_ sentences: [String]) -> [String] {
    sentences.isEmpty ? [] : [""] + sentences.flatMap(wrapped)
  }

  /// A sentence in lines that keep a number beside its unit.
  ///
  /// No-break spaces keep numbers and units on one line while it is broken, and become plain ones
  /// afterwards, which every terminal copies.
  private static func wrapped(_ sentence: String) -> [String] {
    sentence.unbroken.wrapped(to: width).map { line in
      String(line.map { $0 == "\u{A0}" ? " " : $0 })
    }
  }

  /// A table for each currency with arrangements as columns; `–` for what the model cannot follow.
  private static func totals(_ model: String, _ groups: [SizingGroup]) -> [String] {
    let tables = groups.filter { !$0.levels.isEmpty }.map { group in
      TextTable.Group(
        title: "\(model), \(group.currency.code): all pools together",
        rows: group.levels.flatMap { rows(group, at: $0) })
    }
    let heading = [""] + SizingGroup.arrangements
    return TextTable(heading: heading, groups: tables).lines(width: width)
  }

  /// Three lines for a level: the amount, its interval, its cost a year.
  private static func rows(_ group: SizingGroup, at level: Double) -> [[String]] {
    func row(_ title: String, _ cell: (Sizing.Row) -> String?) -> [String] {
      [title] + SizingGroup.arrangements.map { group.row($0, level).flatMap(cell) ?? "–" }
    }
    return [
      row("at " + Quantity.level(level)) { group.money($0.allocated ?? $0.needed, bare: true) },
      row("  interval") { group.interval($0) },
      row("  cost a year") {
        $0.yearlyCost.map { Quantity(value: $0, unit: .currency(group.currency)).bareText }
      },
    ]
  }

  /// Two tables, each left out without rows: what was laid out by the sizing, and what the user
  /// gave.
  private static func trials(_ model: String, _ groups: [SizingGroup]) -> [String] {
    let rows = groups.flatMap { group in group.tried.map { row(group, $0) } }
    let given = groups.compactMap { group in group.given.map { row(group, $0) } }
    let tables = [
      (heading: "promised", title: "\(model): promised beside realised", rows: rows),
      (heading: "recorded", title: "\(model): your own allocation", rows: given),
    ]
    return tables.filter { !$0.rows.isEmpty }.flatMap { table in
      TextTable(
        heading: ["", "pre-funding", table.heading, "realised", "interval  "],
        groups: [TextTable.Group(title: table.title, rows: table.rows)]
      ).lines(width: width)
    }
  }

  /// A star marks a promise outside of the realised interval.
  private static func row(_ group: SizingGroup, _ point: Sizing.Point) -> [String] {
    [
      "\(group.currency.code) \(point.arrangement)", group.money(point.prefunding, bare: true),
      Quantity.level(point.level), point.realised?.text ?? "–",
      (point.realised?.intervalText ?? "") + (point.miss == nil ? "  " : " *"),
    ]
  }

  /// Both shares are samples: recorded and fresh.
  private static func row(_ group: SizingGroup, _ given: Sizing.Given) -> [String] {
    [
      group.currency.code, group.money(given.total, bare: true),
      given.promised.text, given.realised.text,
      given.realised.intervalText + "  ",
    ]
  }

  /// What the words of the tables mean; the star only where there is one.
  private static func legend(_ findings: SizingFindings) -> [String] {
    let sentences = [
      "at 95 %: what the pools hold together so that nothing waits for money in 95 of 100 "
        + "replications; how much each holds is in the report and in sizing.csv. interval: of 95 %, for "
        + "every distribution.",
      "none: no money moves between pools. policy: in the windows of the file, topping up to what "
        + "each pool opens with. bound: what transfers that know the future would need, and so any "
        + "treasury at least. token: the pools act as one.",
    ]
    let hasMiss = findings.groups.contains { group in
      group.tried.contains { $0.miss != nil }
    }
    let mark = hasMiss ? ["* what was promised lies outside of the realised interval."] : []
    return (sentences + mark).flatMap(wrapped)
  }
}
