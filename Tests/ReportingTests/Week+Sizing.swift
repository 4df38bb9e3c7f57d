import Foundation
import Vocabulary

@testable import Outcomes

extension Week {
  static let levels = [0.95, 0.99, 99.9 / 100]
  static let curveLevels = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99, 0.999]

  /// A sizing with as many models, currencies and pools as are given: typed figures, no solver.
  ///
  /// What an arrangement needs grows with the nines of the level; the policy falls short of its
  /// promise in the first currency, everything else keeps it.
  static func sizing(
    models: [String] = ["batch", "token"], currencies: [Currency] = currencies,
    branches: [String] = branches, levels: [Double] = levels
  ) -> Sizing {
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15), length: .days(10))
    for model in models {
      for (place, currency) in currencies.enumerated() {
        for (rank, arrangement) in ["none", "policy", "token", "bound"].enumerated()
        where model == "batch" || rank % 2 == 0 {
          func amount(_ level: Double) -> Int64 {
            let nines = -log10(max(1e-4, 1 - level))
            let size = Double(3 + 2 * place) * 1e8 * [1, 0.71, 0.58, 0.63][rank]
            return Int64(size * (0.7 + 0.45 * nines + 0.05 * nines * nines))
          }
          for level in levels {
            sizing.rows += rows(model, currency, arrangement, level, amount(level), branches)
          }
          sizing.curves += curveLevels.map {
            point(model, currency, arrangement, $0, amount($0), nil)
          }
          let tries = model == "token" ? rank == 2 : rank < 2
          for level in tries && rank < 3 ? levels : [] {
            let short = rank == 1 && place == 0
            let share = short ? level - 0.11 : min(1, level + 0.003)
            let low = max(0, share - 0.07)
            let realised = Sizing.Share(
              share: share, low: low, high: short ? share + 0.05 : 1, count: 100)
            sizing.curves.append(
              point(model, currency, arrangement, level, amount(level) * 21 / 20, realised))
          }
        }
      }
    }
    return sizing
  }

  static func row(
    _ model: String, _ currency: Currency, _ branch: String?, _ arrangement: String,
    _ level: Double, _ needed: Int64, bound: Double? = nil
  ) -> Sizing.Row {
    let isLaidOut = arrangement != "bound"
    return Sizing.Row(
      model: model, currency: currency, branch: branch, arrangement: arrangement, level: level,
      needed: needed, low: needed - needed / 50, high: level > 0.995 ? nil : needed + needed / 30,
      allocated: isLaidOut ? needed + needed / 20 : nil,
      lowestYearlyCost: isLaidOut ? bound : nil,
      unscaledYearlyCost: bound == nil ? nil : Double(needed) / 100 * 0.043 * 1.05,
      yearlyCost: isLaidOut ? Double(needed + needed / 20) / 100 * 0.043 : nil)
  }

  static func point(
    _ model: String, _ currency: Currency, _ arrangement: String, _ level: Double,
    _ prefunding: Int64, _ realised: Sizing.Share?
  ) -> Sizing.Point {
    Sizing.Point(
      model: model, currency: currency, arrangement: arrangement, level: level,
      prefunding: prefunding, realised: realised)
  }

  private static func rows(
    _ model: String, _ currency: Currency, _ arrangement: String, _ level: Double, _ total: Int64,
    _ branches: [String]
  ) -> [Sizing.Row] {
    let pools = branches.enumerated().map { place, branch in
      let own = total / Int64(branches.count + place)
      return row(model, currency, branch, arrangement, level, arrangement == "token" ? 0 : own)
    }
    let all = row(
      model, currency, nil, arrangement, level, total, bound: Double(total) / 100 * 0.043 * 1.045)
    return arrangement == "bound" ? [all] : pools + [all]
  }

  /// The user's own allocation of dollars, which keeps less than it promises.
  static let given = Sizing.Given(
    model: "batch", currency: .usd, total: 412_000_000,
    promised: Sizing.Share(share: 0.97, low: 0.957, high: 0.98, count: 1_000),
    realised: Sizing.Share(share: 0.81, low: 0.719, high: 0.882, count: 100))
}
