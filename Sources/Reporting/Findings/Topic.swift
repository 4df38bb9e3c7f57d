import Bookkeeping
import Outcomes

/// A group of metrics that tables show together.
struct Topic {
  /// A line of the group.
  struct Line {
    /// What readers call it.
    var title: String
    /// Its metric and scope.
    var metric: String
    var scope = "all"
  }

  /// The title of the group.
  var title: String
  /// Its lines in order.
  var lines: [Line]
  /// Whether a line that is zero in every model is left out.
  var omitsZeros = false
  /// What a line is of.
  var kind = "metric"

  /// How fast and how surely payments are credited.
  static let speed = Topic(
    title: "Speed",
    lines: [
      "time_to_credit.p50", "time_to_credit.p90", "time_to_credit.p95", "time_to_credit.p99",
      "time_to_credit.max", "time_to_credit.mean", "time_to_credit.restricted_mean", "within.5min",
      "within.30min", "within.1h",
      "within.6h", "within.24h", "within.1bd", "late", "missed_cut_off", "payments.instructed",
      "payments.credited", "payments.returned", "payments.open", "undone", "contracts.funded",
      "contracts.lapsed", "contracts.refunded", "contracts.disputed",
    ].map { Line(title: MetricTitle.title(of: $0), metric: $0) })

  /// How soon the payee's bank has a payment, and how long it lies there.
  static let way = Topic(
    title: "Until the payee's bank has it",
    lines: [
      "reached_payees_bank.10min", "reached_payees_bank.1h", "at_payees_bank.mean",
      "direct_or_one_intermediary", "repaired",
    ].map { Line(title: MetricTitle.title(of: $0), metric: $0) }, omitsZeros: true)

  /// Mean hours per payment by cause.
  static let hours = Topic(
    title: "Hours by cause, mean per payment",
    lines: Cause.allCases.map {
      Line(title: MetricTitle.title(of: $0), metric: "hours.\($0.name)")
    }, omitsZeros: true, kind: "cause")

  /// Fees, exchange and the pools, currency by currency.
  static func money(_ findings: Findings) -> Topic {
    let totals = [
      "fees", "fx_cost", "pools.funding_cost", "clients.float_value", "value.credited",
      "principal_at_risk", "trades.split",
    ].map {
      Line(title: MetricTitle.title(of: $0), metric: $0)
    }
    let currencies = findings.scopes(startingWith: "currency ").flatMap { scope in
      ["pools.peak_use", "pools.sum_of_peaks", "clients.float", "contracts.locked"].map {
        Line(
          title: MetricTitle.title(of: $0) + scope.dropFirst(8).printable, metric: $0,
          scope: scope)
      }
    }
    return Topic(title: "Money", lines: totals + currencies)
  }

  /// The lines of which the run has a figure.
  func shown(in findings: Findings) -> [Line] {
    lines.filter { line in
      findings.models.contains { model in
        guard let row = findings.row(model.name, line.metric, line.scope) else { return false }
        return !omitsZeros || row.estimate.mean != 0
      }
    }
  }
}

extension Substring {
  /// The text without control characters.
  fileprivate var printable: String { String(self).printable }
}
