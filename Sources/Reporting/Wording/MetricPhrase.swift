/// What a sentence calls a metric of `outcomes.csv`: `the 95th percentile of the time to credit`.
enum MetricPhrase {
  /// The phrase for a metric of a scope: over all payments, `of CHF`, `of NYC's pool in USD`.
  static func phrase(_ metric: String, of scope: String) -> String {
    (known(metric) ?? fallback(metric)) + (scope == "all" ? "" : " of \(scope)")
  }

  private static func known(_ metric: String) -> String? {
    switch metric {
    case "time_to_credit.p50": "the median time to credit"
    case "time_to_credit.max": "the longest time to credit"
    case "time_to_credit.mean": "the mean time to credit of the credited payments"
    case "time_to_credit.restricted_mean": "the mean time to credit or to the horizon"
    case "within.1bd": "the share credited within one business day"
    case "late": "the share of late payments"
    case "fees": "the fees"
    case "missed_cut_off": "the share that missed a cut-off"
    case "repaired": "the share repaired"
    case "undone": "the share undone by the chain"
    case "payments.instructed": "the number of payments"
    case "payments.credited": "the number of credited payments"
    case "payments.returned": "the number of returned payments"
    case "payments.open": "the number of payments open at the end"
    case "at_payees_bank.mean": "the mean time of the credited payments at the payee's bank"
    case "direct_or_one_intermediary": "the share with one bank between at most"
    case "reached_payees_bank.10min": "the share at the payee's bank within 10 min"
    case "reached_payees_bank.1h": "the share at the payee's bank within 1 h"
    case "pools.peak_use": "the peak of all pools together"
    case "pools.sum_of_peaks": "the sum of the pools' peaks"
    case "contracts.funded": "the number of funded contracts"
    case "contracts.lapsed": "the number of lapsed contracts"
    case "contracts.refunded": "the number of refunded contracts"
    case "contracts.disputed": "the number of disputed contracts"
    default: nil
    }
  }

  private static func fallback(_ metric: String) -> String {
    if metric.hasPrefix("time_to_credit.p") {
      return "the \(MetricTitle.title(of: metric)) of the time to credit"
    }
    let title = MetricTitle.title(of: metric)
    if metric.hasPrefix("within.") { return "the share credited \(title)" }
    if metric.hasPrefix("hours.") { return "the mean time that goes to \(title)" }
    // A metric without a title stands under its own name.
    return title == metric ? metric : "the \(title)"
  }
}
