import Foundation
package import Outcomes

/// What two runs of a scenario differ by.
package enum TieMoves {
  /// For each model with a figure that differs, how many do and which metrics move by the largest
  /// shares of their sizes.
  ///
  /// - Parameters:
  ///   - plain: Simultaneous events first in, first out.
  ///   - shuffled: The same scenario, seed and replications with the events in another order.
  /// - Returns: By model a phrase like `3 of 120 figures move, trades.settled by up to 0.4 %`; the three
  ///   metrics that move most. Models in which nothing moves are left out.
  package static func between(_ plain: Comparison, _ shuffled: Comparison) -> [String: String] {
    var moves: [String: String] = [:]
    for model in plain.models {
      let before = figures(of: model.name, plain)
      let after = figures(of: model.name, shuffled)
      let names = Set(before.keys).union(after.keys).sorted()
      let moved = names.filter { before[$0] != after[$0] }
      guard !moved.isEmpty else { continue }
      var sizes: [String: Double] = [:]
      for name in moved {
        let metric = String(name.prefix { $0 != " " })
        sizes[metric] = max(sizes[metric] ?? 0, share(before[name], after[name]))
      }
      let metrics = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      moves[model.name] =
        "\(moved.count) of \(names.count) figures move, "
        + metrics.map { "\($0.key) by up to \(percent($0.value))" }.joined(separator: ", ")
    }
    return moves
  }

  /// Two digits that count, with a point whatever the language of the machine is.
  private static func percent(_ share: Double) -> String {
    let style = FloatingPointFormatStyle<Double>.number.precision(.significantDigits(1...2))
    return (share * 100).formatted(style.locale(Locale(identifier: "en_US_POSIX"))) + " %"
  }

  /// The means of a model by metric and scope, or what is known of them; counters of the program's
  /// own work left out.
  private static func figures(of model: String, _ comparison: Comparison) -> [String: Known] {
    let rows = comparison.rows.filter { $0.model == model }
    return Dictionary(
      rows.map { ("\($0.metric) of \($0.scope)", Known($0.estimate)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is known of a mean.
  private struct Known: Equatable {
    let censored: Int
    let bound: Double?

    init(_ estimate: Estimate) { (censored, bound) = (estimate.censored, estimate.lowerBound) }
  }

  /// How far apart two means or their lower bounds are, as a share of the larger: from 0 to 2.
  private static func share(_ one: Known?, _ other: Known?) -> Double {
    guard let one = one?.bound, let other = other?.bound else { return 1 }
    let size = max(one.magnitude, other.magnitude)
    return size > 0 ? (one - other).magnitude / size : 0
  }
}
