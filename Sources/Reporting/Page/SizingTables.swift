import Measures
import Outcomes
import Vocabulary

/// The tables of a sizing, model by model.
///
/// Amounts stand as readers read them, in three digits or so; sizing.csv has them exact.
enum SizingTables {
  /// How many service levels stand side by side.
  ///
  /// Assumed: with three levels of three arrangements a table has as many columns as A4 takes.
  private static let abreast = 3

  /// All tables of a model; those of which the sizing has nothing are left out.
  ///
  /// - Parameters:
  ///   - model: Its name for readers, for the captions.
  ///   - groups: Its currencies, each with rows, points that were tried and perhaps the user's own
  ///     allocation.
  /// - Returns: Totals, pools (a table for each three levels), costs, trials, the user's own; in
  ///   this order.
  static func tables(_ model: String, _ groups: [SizingGroup]) -> [TableView] {
    let sized = groups.filter { !$0.rows.isEmpty }
    let levels = Set(sized.flatMap(\.levels)).sorted()
    let pools = stride(from: 0, to: levels.count, by: abreast).map { start in
      SizingTables.pools(model, sized, Array(levels[start..<min(start + abreast, levels.count)]))
    }
    let all =
      [totals(model, sized)] + pools + [
        costs(model, sized), trials(model, groups), given(model, groups),
      ]
    return all.filter { !$0.rows.isEmpty }
  }

  /// What all pools of a currency hold together.
  ///
  /// One row for each currency and level, one cell for each arrangement: the amount that is laid
  /// out or, of the bound, what is needed, with the interval of the need along its shape.
  private static func totals(_ model: String, _ groups: [SizingGroup]) -> TableView {
    TableView(
      caption: "All pools of a currency together: \(model)",
      notes: [
        "What is laid out so that nothing waits in that share of replications, with the 95 % "
          + "interval of what that takes in the same proportions, for every distribution; it is open "
          + "where the replications are too few for an end. No treasury holds less than the bound. "
          + "All of it in sizing.csv."
      ],
      corner: "currency", isPaired: true,
      columns: ["level"] + SizingGroup.arrangements,
      rows: groups.flatMap { group in
        rows(group.currency.code, group.levels) { level in
          (Quantity.level(level), totals(group, level))
        }
      })
  }

  /// The cells of a currency and level; `–` for an arrangement that the model cannot follow.
  private static func totals(_ group: SizingGroup, _ level: Double) -> [String] {
    SizingGroup.arrangements.map { arrangement in
      guard let row = group.row(arrangement, level) else { return "–" }
      return "\(group.money(row.allocated ?? row.needed, bare: true)) (\(group.interval(row)))"
    }
  }

  /// What the allocations cost in a year, and what any must cost.
  ///
  /// Only what is laid out costs: the bound, which is no allocation, has no column. `–` where an
  /// arrangement is not laid out.
  private static func costs(_ model: String, _ groups: [SizingGroup]) -> TableView {
    TableView(
      caption: "What the allocations cost a year: \(model)",
      notes: [
        "By the funding rate and the day count of each pool, in its currency."
      ],
      corner: "currency", isPaired: true, columns: ["level"] + SizingGroup.laidOut,
      rows: groups.flatMap { group in
        rows(group.currency.code, group.levels) { level in
          let cells = SizingGroup.laidOut.map { arrangement in
            group.row(arrangement, level)?.yearlyCost.map {
              Quantity(value: $0, unit: .currency(group.currency)).bareText
            } ?? "–"
          }
          return (Quantity.level(level), cells)
        }
      })
  }

  /// What each pool holds, at a few levels side by side.
  ///
  /// The last row of each currency is that of all its pools (`nil` as the branch). Amounts of one
  /// column belong together: moving money from one row to another breaks the level.
  private static func pools(
    _ model: String, _ groups: [SizingGroup], _ levels: [Double]
  ) -> TableView {
    let columns = levels.flatMap { level in
      SizingGroup.laidOut.map { "\(Quantity.level(level)) \($0)" }
    }
    return TableView(
      caption: "Pool by pool at \(levels.map(Quantity.bareLevel).listed) %: \(model)",
      notes: [
        "What each pool opens with, and is topped up to, so that none is short in that share of "
          + "replications, in the currency of the pool. Pools hold these amounts together: one may "
          + "hold less for a higher level where others hold more. What each needs for itself: "
          + "sizing.csv."
      ],
      corner: "currency", isPaired: true, columns: ["pool"] + columns,
      rows: groups.flatMap { group in
        rows(group.currency.code, group.branches.map(Optional.some) + [nil]) { branch in
          let cells = levels.flatMap { level in
            SizingGroup.laidOut.map { arrangement in
              group.row(arrangement, level, branch)?.allocated.map {
                group.money($0, bare: true)
              } ?? "–"
            }
          }
          return (branch?.printable ?? "all", cells)
        }
      })
  }

  /// What was promised beside what fresh replications realised.
  ///
  /// A row for each point that was tried, with on which side of the realised interval the promised
  /// level lies.
  private static func trials(_ model: String, _ groups: [SizingGroup]) -> TableView {
    TableView(
      caption: "Promised beside realised: \(model)",
      notes: [
        "Realised: in how many of the fresh replications, which had no part in the answer, nothing "
          + "waited for money, with the interval of Clopper and Pearson."
      ],
      corner: "currency", isPaired: true,
      columns: [
        "arrangement", "pre-funding", "promised", "realised", "95 % interval", "promised is",
      ],
      rows: groups.flatMap { group in
        rows(group.currency.code, group.tried) { point in
          (
            point.arrangement.printable,
            [
              group.money(point.prefunding, bare: true), Quantity.level(point.level),
              point.realised?.text ?? "–", point.realised?.intervalText ?? "–",
              side(point.miss),
            ]
          )
        }
      })
  }

  /// The user's own allocation.
  ///
  /// Nothing where the user gave no allocation; currencies that it leaves out have no row.
  private static func given(_ model: String, _ groups: [SizingGroup]) -> TableView {
    TableView(
      caption: "Your own allocation: \(model)",
      notes: [
        "Recorded: in how many of the recorded replications it is enough if pools are topped up to "
          + "it whenever possible; realised: in how many of the fresh ones nothing waited with the "
          + "floors of the file in proportion; each with its 95 % interval."
      ],
      corner: "currency",
      columns: ["all pools", "recorded", "interval", "realised", "interval"],
      rows: groups.compactMap { group in
        group.given.map { given in
          TableRowView(
            headings: [HeadingView(text: group.currency.code)],
            cells: [
              group.money(given.total, bare: true), Quantity.share(given.promised.share),
              given.promised.intervalText, given.realised.text,
              given.realised.intervalText,
            ])
        }
      })
  }

  /// Where the promised level lies beside the realised interval: above it where fresh replications
  /// were kept less often than promised.
  private static func side(_ miss: SizingMiss?) -> String {
    switch miss {
    case .fewer: "above"
    case .more: "below"
    case nil: "inside"
    }
  }

  /// Rows under one heading, each with a heading of its own.
  ///
  /// - Parameters:
  ///   - heading: Stands once and spans the rows.
  ///   - items: What each row is of, in their order.
  ///   - cells: The heading of a row and its cells, as many as the table has columns.
  private static func rows<Item>(
    _ heading: String, _ items: [Item], cells: (Item) -> (heading: String, cells: [String])
  ) -> [TableRowView] {
    items.enumerated().map { place, item in
      let (own, cells) = cells(item)
      let first = place == 0 ? [HeadingView(text: heading, span: items.count)] : []
      return TableRowView(headings: first + [HeadingView(text: own)], cells: cells)
    }
  }
}
