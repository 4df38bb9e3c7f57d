import Bookkeeping
import Foundation
import MeasureLiterals
import Measures
import Outcomes
import Vocabulary

extension Week {
  static func row(
    _ model: String, _ metric: Metric, _ unit: Measures.Unit, _ mean: Double, _ half: Double?,
    _ scope: Scope = "all"
  ) -> OutcomeRow {
    OutcomeRow(
      model: model, metric: metric, scope: scope, unit: unit,
      estimate: Estimate(
        mean: mean, interval: half.map { (mean - $0)...(mean + $0) },
        replications: half == nil ? 1 : 100))
  }

  /// A figure that is later than the horizon in 61 of 200 replications.
  static func beyond(_ model: String, _ metric: Metric) -> OutcomeRow {
    OutcomeRow(
      model: model, metric: metric, scope: "all", unit: "s",
      estimate: Estimate(censored: 61, replications: 139, atLeast: 63_000))
  }

  /// One figure of the first model, of the second, and their difference.
  static func rows(
    _ models: [ModelHeader], _ metric: Metric, _ unit: Measures.Unit, _ means: [Double],
    half: Double? = nil, _ scope: Scope = "all"
  ) -> [OutcomeRow] {
    let own = models.enumerated().map {
      let mean = means[min($0.offset, means.count - 1)]
      return row($0.element.name, metric, unit, mean, half ?? abs(mean) * 0.013, scope)
    }
    return own
      + models.enumerated().dropFirst().map { place, model in
        row(
          "\(model.name) minus \(models[0].name)", metric, unit,
          means[min(place, means.count - 1)] - means[0], (half ?? abs(means[0]) * 0.013) * 0.8,
          scope)
      }
  }

  static func rows(_ models: [ModelHeader]) -> [OutcomeRow] {
    var rows: [OutcomeRow] = []
    func add(_ metric: Metric, _ unit: Measures.Unit, _ means: [Double], _ scope: Scope = "all") {
      rows += Week.rows(models, metric, unit, means, scope)
    }
    for (metric, means) in [
      ("p50", [25_930.0, 3.4]), ("p90", [152_000, 3_100]), ("p95", [241_300, 9_700]),
      ("p99", [331_000, 71_000]), ("max", [512_000, 260_000]), ("mean", [61_200, 1_450]),
    ] { add("time_to_credit.\(metric)", "s", means) }
    for (metric, means) in [
      ("5min", [0.004, 0.861]), ("30min", [0.082, 0.884]), ("1h", [0.171, 0.902]),
      ("6h", [0.481, 0.941]), ("24h", [0.742, 0.989]), ("1bd", [0.693, 0.981]),
    ] { add("within.\(metric)", "share", means) }
    add("late", "share", [0.214, 0.012])
    add("missed_cut_off", "share", [0.192, 0])
    for (metric, means) in [
      ("instructed", [14_210.0, 14_210]), ("credited", [13_950.2, 14_176.4]),
      ("returned", [71.3, 31.1]), ("open", [188.5, 2.5]),
    ] { add("payments.\(metric)", "count", means) }
    for (cause, means) in zip(
      Cause.allCases,
      [
        [0.35, 0.01], [1.12, 0], [5.31, 0], [4.98, 0], [0.42, 0], [1.9, 0.02], [0.81, 0.33],
        [0.62, 0.02], [0, 0.004], [0.05, 0.002], [0.71, 0],
      ])
    { add("hours.\(cause.name)", "h", means) }
    add("fees", "USD", [412_300, 96_100])
    add("fx_cost", "USD", [84_120, 84_120])
    add("pools.funding_cost", "USD", [61_230, 38_410])
    return rows + poolRows(models) + corridorRows(models)
  }

  private static func poolRows(_ models: [ModelHeader]) -> [OutcomeRow] {
    var rows: [OutcomeRow] = []
    func add(_ metric: Metric, _ unit: Measures.Unit, _ means: [Double], _ scope: Scope) {
      rows += Week.rows(models, metric, unit, means, scope)
    }
    for (place, branch) in branches.enumerated() {
      for (other, currency) in currencies.enumerated() {
        for metric in [
          "opening_balance", "peak_use", "lowest_balance", "idle_balance", "funding_cost",
          "credit_cost", "turnover",
        ] {
          let size = Double(1 + place + 3 * other) * 1.37e6
          let factor = metric.hasSuffix("cost") ? 0.002 : metric == "lowest_balance" ? -0.1 : 1
          add(
            "pool.\(metric)", .currency(currency), [size * factor, size * factor * 0.6],
            "pool \(branch) \(currency.code)")
        }
      }
    }
    for currency in currencies {
      add("pools.peak_use", .currency(currency), [31e6, 18.2e6], "currency \(currency.code)")
      add("pools.sum_of_peaks", .currency(currency), [44e6, 40.5e6], "currency \(currency.code)")
    }
    return rows
  }

  private static func corridorRows(_ models: [ModelHeader]) -> [OutcomeRow] {
    var rows: [OutcomeRow] = []
    func add(_ metric: Metric, _ unit: Measures.Unit, _ means: [Double], _ scope: Scope) {
      rows += Week.rows(models, metric, unit, means, scope)
    }
    for from in branches {
      for to in branches where to != from {
        let scope: Scope = "corridor \(from)>\(to) USD"
        add("payments.instructed", "count", [710, 710], scope)
        add("time_to_credit.p50", "s", [27_000, 3.3], scope)
        add("time_to_credit.p95", "s", [251_000, 8_100], scope)
        add("within.24h", "share", [0.73, 0.99], scope)
        add("late", "share", [0.22, 0.01], scope)
      }
    }
    return rows
  }

  static func curves(_ models: [ModelHeader]) -> [CreditCurve] {
    models.enumerated().map { place, model in
      let points = (0...160).map { step -> CreditCurve.Point in
        let seconds = pow(10, Double(step) / 28)
        let middle = place == 0 ? 4.4 : 0.55
        let steepness = place == 0 ? 2.4 : 5.5
        let share = 1 / (1 + exp(-steepness * (log10(seconds) - middle)))
        let tail = place == 0 ? share * 0.982 : share * 0.88 + 0.118 * min(1, Double(step) / 150)
        return CreditCurve.Point(seconds: seconds, share: tail)
      }
      return CreditCurve(model: model.name, points: points)
    }
  }

  /// Hourly balances that fall in local office hours and come back at night; tokens move at all
  /// hours by smaller steps.
  static func histories(_ models: [ModelHeader]) -> [PoolHistory] {
    models.enumerated().flatMap { place, model in
      branches.enumerated().flatMap { branchPlace, branch in
        currencies.enumerated().map { currencyPlace, currency in
          let opening = Int64(1 + branchPlace + 3 * currencyPlace) * 137_000_000
          let balances = (0...192).map { hour -> Int64 in
            let local = (hour + [0, 5, 5, 13, 13][branchPlace]) % 24
            let weekend = (24..<72).contains(hour)
            let office = max(0, min(local - 8, 9))
            let move =
              place == 0
              ? (weekend ? 0 : Int64(office) * (opening / 8))
              : Int64((hour * 7919 + currencyPlace * 13) % 11) * (opening / 24)
            return opening - move
          }
          return PoolHistory(
            model: model.name, branch: branch, currency: currency, start: start, step: .hour,
            balances: balances)
        }
      }
    }
  }
}
