/// The rows of what is told of payments: how many, how fast, by which way.
extension Metric {
  /// How many payments there are and what became of them.
  static let counts: [Row] = [
    Row(
      .instructed, "payments.instructed", "payments", "the number of payments",
      .count, .payments, .counts, .neither, .total, [],
      "Payments instructed after the warm-up."),
    Row(
      .credited, "payments.credited", "credited", "the number of credited payments",
      .count, .payments, .counts, .more, .total, [.committedByCurrency],
      "Payments credited to their payee by the horizon."),
    Row(
      .returned, "payments.returned", "returned", "the number of returned payments",
      .count, .payments, .counts, .less, .total, [],
      "Payments that went back to their payer."),
    Row(
      .open, "payments.open", "open at the end", "the number of payments open at the end",
      .count, .payments, .counts, .less, .total, [],
      "Payments neither credited nor returned by the horizon."),
    Row(
      .valueCredited, "value.credited", "value credited", "the value credited",
      .money, [.all, .currency], .amounts, .more, .total, [.committedByCurrency],
      "The amounts of the credited payments as instructed, in the currency sent; of all, at mid "
        + "in the currency of totals."),
  ]

  /// How long payments take.
  static let times: [Row] = [
    Row(
      .medianTime, "time_to_credit.p50", "median time", "the median time to credit",
      .seconds, .payments, .speed, .less, .quantile, [.spread],
      quantile("half")),
    Row(
      .time90, "time_to_credit.p90", "90th percentile", "the 90th percentile of the time to credit",
      .seconds, .payments, .speed, .less, .quantile, [.spread],
      quantile("90 %")),
    Row(
      .time95, "time_to_credit.p95", "95th percentile", "the 95th percentile of the time to credit",
      .seconds, .payments, .speed, .less, .quantile, [.spread],
      quantile("95 %")),
    Row(
      .time99, "time_to_credit.p99", "99th percentile", "the 99th percentile of the time to credit",
      .seconds, .payments, .speed, .less, .quantile, [.spread],
      quantile("99 %")),
    Row(
      .longestTime, "time_to_credit.max", "longest time", "the longest time to credit",
      .seconds, .payments, .speed, .less, .quantile, [.spread],
      "The longest time from the payer's instruction to the credit on the payee's account; later "
        + "than the horizon where a payment is still open."),
    Row(
      .meanTime, "time_to_credit.mean", "mean, credited",
      "the mean time to credit of the credited payments",
      .seconds, .payments, .speed, .less, .mean, [.spread, .committedByCurrency],
      "The mean time from the payer's instruction to the credit on the payee's account, over the "
        + "credited payments only: open ones are not in it, so that it may fall where fewer "
        + "arrive."),
    Row(
      .restrictedMeanTime, "time_to_credit.restricted_mean", "mean to horizon",
      "the mean time to credit or to the horizon",
      .seconds, .payments, .speed, .less, .mean, [.spread],
      "The mean time from the payer's instruction to the credit on the payee's account or, of an "
        + "open payment, to the horizon, over all due payments: a lower bound of the mean time to "
        + "credit of all."),
  ]

  private static func quantile(_ share: String) -> String {
    "The time from instruction to credit within which \(share) of the due payments are credited "
      + "(rank ⌈p·n⌉); open ones count as later than all others, and a quantile that falls among "
      + "them is later than the horizon."
  }

  /// How many payments meet something.
  static let shares: [Row] = [
    Row(
      .within5Minutes, "within.5min", "within 5 min", "the share credited within 5 min",
      .share, .payments, .speed, .more, .share, [],
      within("5 minutes")),
    Row(
      .within30Minutes, "within.30min", "within 30 min", "the share credited within 30 min",
      .share, .payments, .speed, .more, .share, [],
      within("30 minutes")),
    Row(
      .withinHour, "within.1h", "within 1 h", "the share credited within 1 h",
      .share, .payments, .speed, .more, .share, [],
      within("an hour")),
    Row(
      .within6Hours, "within.6h", "within 6 h", "the share credited within 6 h",
      .share, .payments, .speed, .more, .share, [],
      within("6 hours")),
    Row(
      .within24Hours, "within.24h", "within 24 h", "the share credited within 24 h",
      .share, .payments, .speed, .more, .share, [],
      within("24 hours")),
    Row(
      .withinBusinessDay, "within.1bd", "within 1 bus. d",
      "the share credited within one business day",
      .share, .payments, .speed, .more, .share, [],
      "The share of the due payments credited by the close of the next business day of the "
        + "receiving branch."),
    Row(
      .late, "late", "late", "the share of late payments",
      .share, .payments, .speed, .less, .share, [],
      "The share of the payments with a deadline that were not credited by it; returned ones are "
        + "late, those open before a deadline after the horizon are left out."),
    Row(
      .missedCutOff, "missed_cut_off", "missed a cut-off", "the share that missed a cut-off",
      .share, .payments, .speed, .less, .share, [],
      "The share of payments handed over on a business day after the customer cut-off."),
  ]

  private static func within(_ span: String) -> String {
    "The share of the due payments credited within \(span) of their instruction; one that is open "
      + "counts as not, also where the horizon came sooner."
  }

  /// How payments come to the payee's bank.
  static let way: [Row] = [
    Row(
      .reachedWithin10Minutes, "reached_payees_bank.10min", "at bank ≤ 10 min",
      "the share at the payee's bank within 10 min",
      .share, .payments, .way, .more, .share, [],
      reached("10 minutes")),
    Row(
      .reachedWithinHour, "reached_payees_bank.1h", "at bank ≤ 1 h",
      "the share at the payee's bank within 1 h",
      .share, .payments, .way, .more, .share, [],
      reached("an hour")),
    Row(
      .meanAtPayeesBank, "at_payees_bank.mean", "at bank, credited",
      "the mean time of the credited payments at the payee's bank",
      .seconds, .payments, .way, .less, .mean, [],
      "The mean time from when the payee's bank has a payment until it credits it, over the "
        + "credited payments only: one that it still holds at the horizon is not in it."),
    Row(
      .nearlyDirect, "direct_or_one_intermediary", "≤ 1 bank between",
      "the share with one bank between at most",
      .share, .payments, .way, .more, .share, [],
      "The share of payments with at most one bank between the payer's and the payee's."),
    Row(
      .repaired, "repaired", "repaired", "the share repaired",
      .share, .payments, .way, .less, .share, [],
      "The share of payments whose instruction a person had to repair."),
  ]

  private static func reached(_ span: String) -> String {
    "The share of the due payments that the payee's bank has within \(span) of their instruction, "
      + "credited or not."
  }
}
