import Bookkeeping

/// What readers call a metric of `outcomes.csv`.
enum MetricTitle {
  /// The title of a metric; a metric without one is its own.
  static func title(of metric: String) -> String {
    if let title = times(metric) ?? way(metric) ?? payments(metric) ?? money(metric) {
      return title
    }
    return metric.hasPrefix("hours.") ? String(metric.dropFirst(6)).spaced : metric
  }

  /// What readers call a cause.
  static func title(of cause: Cause) -> String { cause.name.spaced }

  private static func times(_ metric: String) -> String? {
    switch metric {
    case "time_to_credit.p50": "median time"
    case "time_to_credit.p90": "90th percentile"
    case "time_to_credit.p95": "95th percentile"
    case "time_to_credit.p99": "99th percentile"
    case "time_to_credit.max": "longest time"
    case "time_to_credit.mean": "mean, credited"
    case "time_to_credit.restricted_mean": "mean to horizon"
    case "within.5min": "within 5 min"
    case "within.30min": "within 30 min"
    case "within.1h": "within 1 h"
    case "within.6h": "within 6 h"
    case "within.24h": "within 24 h"
    case "within.1bd": "within 1 bus. d"
    default: nil
    }
  }

  private static func way(_ metric: String) -> String? {
    switch metric {
    case "reached_payees_bank.10min": "at bank ≤ 10 min"
    case "reached_payees_bank.1h": "at bank ≤ 1 h"
    case "at_payees_bank.mean": "at bank, credited"
    case "direct_or_one_intermediary": "≤ 1 bank between"
    case "repaired": "repaired"
    default: nil
    }
  }

  private static func payments(_ metric: String) -> String? {
    switch metric {
    case "late": "late"
    case "missed_cut_off": "missed a cut-off"
    case "payments.instructed": "payments"
    case "payments.credited": "credited"
    case "payments.returned": "returned"
    case "payments.open": "open at the end"
    case "value.credited": "value credited"
    case "undone": "undone by the chain"
    case "contracts.funded": "contracts"
    case "contracts.lapsed": "contracts lapsed"
    case "contracts.refunded": "contracts refunded"
    case "contracts.disputed": "contracts disputed"
    default: nil
    }
  }

  private static func money(_ metric: String) -> String? {
    switch metric {
    case "fees": "fees"
    case "fx_cost": "exchange cost"
    case "pools.funding_cost": "funding cost"
    case "pools.peak_use": "peak of total"
    case "pools.sum_of_peaks": "sum of peaks"
    case "clients.float": "clients' float"
    case "clients.float_value": "worth of float"
    case "principal_at_risk": "principal at risk"
    case "trades.split": "trades in two steps"
    case "pool.opening_balance": "opening"
    case "pool.peak_use": "peak use"
    case "pool.lowest_balance": "lowest"
    case "pool.idle_balance": "idle"
    case "pool.funding_cost": "funding cost"
    case "pool.credit_cost": "credit cost"
    case "pool.turnover": "turnover"
    case "pool.transferred_in": "transfers in"
    case "pool.queued_hours": "queued"
    case "contracts.locked": "locked on average"
    default: nil
    }
  }
}

extension String {
  /// The name of a cause with spaces for its hyphens.
  fileprivate var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
