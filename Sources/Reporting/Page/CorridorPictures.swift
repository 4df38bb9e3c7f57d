import Bookkeeping
import Measures
import Outcomes

/// A corridor as readers see it.
///
/// Families of branches stand by the name of the family.
struct CorridorScope {
  let scope: Scope
  /// The ends and the currency, fit for a page; where another currency is credited both stand
  /// there, `USD/SGD`.
  let from, to, currency: String

  /// The corridor of a scope; `nil` for a scope of another kind.
  init?(_ scope: Scope) {
    guard case .corridor(let corridor) = scope else { return nil }
    (self.scope, from, to) = (scope, corridor.from.printable, corridor.to.printable)
    currency = corridor.currencies
  }

  /// `NYC → SIN USD`.
  var title: String { "\(from) → \(to) \(currency)" }
}

/// From whom to whom: a matrix of times for each model.
enum CorridorMatrix {
  /// How many branches stand on each side at most.
  ///
  /// Assumed: a matrix of more cells cannot be read in print. The others stand in outcomes.csv.
  private static let most = 20

  /// The pictures with their key; `nil` where fewer than three pairs have a figure.
  ///
  /// A card for each model, on one scale of colours for all, so that cards compare.
  ///
  /// Where a pair has several currencies a cell is the mean to the horizon, weighed by the payments
  /// that are due, and not the median, which cannot be put together from the medians of parts. The
  /// remark says which it is, and what an empty cell means.
  static func grid(_ findings: Findings) -> (legend: LegendView, grid: GridView, remark: String)? {
    let corridors = findings.scopes(of: .corridor).compactMap(CorridorScope.init)
    let sides = [ends(corridors.map(\.from)), ends(corridors.map(\.to))]
    let pairs = Set(corridors.map { [$0.from, $0.to] })
    guard pairs.count > 2, sides[0].count > 1, sides[1].count > 1 else { return nil }
    // A median of two currencies together cannot be made of their medians; a mean of all that are
    // due can.
    let isMedian = pairs.count == corridors.count
    let metric: Metric = isMedian ? .medianTime : .restrictedMeanTime
    let name = isMedian ? "Median time to credit" : "Mean time to credit or to the horizon"
    var (shown, cards): ([Double], [FigureView]) = ([], [])
    for (place, model) in findings.models.enumerated() {
      let values = sides[0].map { from in
        sides[1].map { to in
          time(metric, corridors.filter { $0.from == from && $0.to == to }, model, findings)
        }
      }
      let known = values.joined().compactMap { $0 }
      guard !known.isEmpty else { continue }
      shown += known
      cards.append(
        figure(map(values, sides), model.readable, id: "matrix-\(place)", name, known))
    }
    guard !cards.isEmpty else { return nil }
    let kept = sides.contains { $0.count == most } ? " The first \(most) of each side." : ""
    let legend = LegendView(entries: Legend.steps(.times, of: shown).entries)
    let kind = isMedian ? "" : ", all currencies"
    let remark =
      "\(name), from the row to the column\(kind); empty where nothing is due"
      + (isMedian ? " or the median lies beyond the horizon" : "") + ".\(kept)"
    return (legend: legend, grid: GridView(cards: cards), remark: remark)
  }

  /// The names of one side, each once, in the order of the corridors, at most `most`.
  private static func ends(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(names.filter { seen.insert($0).inserted }.prefix(most))
  }

  /// The time of a pair, its currencies weighed by the payments that are due in them; `nil` where
  /// one of them is not known.
  private static func time(
    _ metric: Metric, _ corridors: [CorridorScope], _ model: ModelHeader, _ findings: Findings
  ) -> Double? {
    var (sum, weight) = (0.0, 0.0)
    for corridor in corridors {
      guard let row = findings.row(model.name, metric, corridor.scope) else { continue }
      guard let mean = row.estimate.mean, mean.isFinite else { return nil }
      func count(_ metric: Metric) -> Double? {
        findings.row(model.name, metric, corridor.scope)?.estimate.mean
      }
      let due = count(.instructed).map { $0 - (count(.returned) ?? 0) } ?? 1
      (sum, weight) = (sum + mean * due, weight + due)
    }
    return weight > 0 ? sum / weight : nil
  }

  /// Times are written into the cells where the columns leave room for them, up to six.
  private static func map(_ values: [[Double?]], _ sides: [[String]]) -> HeatMap {
    var map = HeatMap(
      rows: sides[0], columns: sides[1], values: values, steps: .times, width: 300, cellHeight: 22,
      fontSize: 10.5)
    if sides[1].count <= 6 { map.label = { Quantity.shortDuration($0) } }
    return map
  }

  /// A card with its description for those who cannot see it: the shortest and the longest of the
  /// times, in seconds.
  private static func figure(
    _ map: HeatMap, _ title: String, id: String, _ name: String, _ values: [Double]
  ) -> FigureView {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let words =
      "\(name) by corridor: from \(Quantity.duration(low)) to \(Quantity.duration(high))."
    let picture = map.svg(
      id: id, title: "From whom to whom: \(title)", description: words, style: "small")
    return FigureView(caption: title, pictures: [picture])
  }
}

/// Where the hours went in the corridors that lose most of them.
enum CorridorHours {
  /// How many bars there are, over all models.
  ///
  /// Assumed; the table beneath has the same corridors in numbers.
  private static let bars = 16

  /// The pictures and their table; `nil` where no corridor or only one has hours.
  ///
  /// Ranked by the hours of all their payments in all models together, the earlier corridor first
  /// among equals: what a bank would look at first, be it one slow payment or many quick ones. All
  /// cards share one axis.
  static func grid(_ findings: Findings) -> (grid: GridView, table: TableView, remark: String)? {
    let all = findings.scopes(of: .corridor).compactMap(CorridorScope.init).map {
      (corridor: $0, lost: lost($0, findings))
    }.filter { $0.lost > 0 }
    guard all.count > 1 else { return nil }
    let ranked = all.enumerated().sorted { left, right in
      left.element.lost == right.element.lost
        ? left.offset < right.offset : left.element.lost > right.element.lost
    }
    let shown = ranked.prefix(max(3, min(8, bars / findings.models.count))).map(\.element.corridor)
    let longest =
      shown.flatMap { corridor in
        findings.models.map { CauseHours.total($0, corridor.scope, findings) }
      }.max() ?? 0
    let cards = shown.enumerated().map { place, corridor in
      CauseHours.card(corridor, longest: longest, id: "corridor-hours-\(place)", findings)
    }
    let remark =
      shown.count < all.count
      ? "The \(shown.count) of \(all.count) corridors whose payments take most hours together." : ""
    return (GridView(cards: cards), table(Array(shown), findings), remark)
  }

  /// The hours of all payments of a corridor in all models.
  ///
  /// In hours: mean time of a payment times the mean number of payments, added over the models.
  private static func lost(_ corridor: CorridorScope, _ findings: Findings) -> Double {
    findings.models.reduce(0) { sum, model in
      let count =
        findings.row(model.name, .instructed, corridor.scope)?.estimate.mean ?? 1
      return sum + count * CauseHours.total(model, corridor.scope, findings)
    }
  }

  /// The numbers of the pictures; a cause has a column where it takes any time of a corridor that
  /// is shown.
  private static func table(_ corridors: [CorridorScope], _ findings: Findings) -> TableView {
    let causes = Cause.allCases.filter { cause in
      corridors.contains { corridor in
        findings.models.contains { CauseHours.hours(of: cause, $0, corridor.scope, findings) > 0 }
      }
    }
    return TableView(
      caption: "Hours by cause and corridor, mean per payment",
      folds: ["The numbers by corridor"], notes: ["Hours; intervals in outcomes.csv."],
      corner: "corridor", isPaired: true, isSortable: true,
      columns: ["model"] + causes.map(\.title),
      metrics: Dictionary(
        uniqueKeysWithValues: causes.map { ($0.title, $0.metric) }),
      rows: corridors.flatMap { corridor in
        ModelRows.rows(title: corridor.title, findings) { model in
          causes.map { cause in
            let hours = CauseHours.hours(of: cause, model, corridor.scope, findings)
            return (hours.fixed(2), hours)
          }
        }
      })
  }
}

extension Quantity {
  /// A time in one unit, without a space, for a small cell: `5.7h`.
  ///
  /// Limits lie where rounding reaches the next unit: 59.5 s are `1m`, not `60s`.
  ///
  /// - Parameter seconds: From zero.
  static func shortDuration(_ seconds: Double) -> String {
    switch seconds {
    case ..<1: "<1s"
    case ..<59.5: seconds.fixed(0) + "s"
    case ..<3_570: (seconds / 60).fixed(0) + "m"
    case ..<35_820: (seconds / 3_600).fixed(1, trimmed: true) + "h"
    case ..<169_200: (seconds / 3_600).fixed(0) + "h"
    default: (seconds / 86_400).fixed(1, trimmed: true) + "d"
    }
  }
}
