/// The rows of what is told of pools, one by one and those of a currency together.
extension Metric {
  /// One pool.
  static let pools: [Row] = [
    Row(
      .openingBalance, "pool.opening_balance", "opening", "the opening",
      .money, [.pool], .pools, .neither, .level, [],
      "The balance at the start of the run: the pre-funding."),
    Row(
      .peakUse, "pool.peak_use", "peak use", "the peak use",
      .money, [.pool], .pools, .less, .level, [.spread, .committedByPool],
      "How far the balance fell below the opening balance, at its lowest."),
    Row(
      .lowestBalance, "pool.lowest_balance", "lowest", "the lowest",
      .money, [.pool], .pools, .more, .level, [.anySign, .spread],
      "The lowest balance; below zero the credit line is drawn."),
    Row(
      .idleBalance, "pool.idle_balance", "idle", "the idle",
      .money, [.pool], .pools, .less, .mean, [.committedByPool],
      "The part of the balance above zero, a mean over the measured time."),
    Row(
      .fundingCost, "pool.funding_cost", "funding cost", "the funding cost",
      .money, [.pool], .pools, .less, .total, [],
      "The balance above zero, what contracts locked of it, and what it sent to other pools until "
        + "that arrived, times the pool's funding rate for every calendar second by its day "
        + "count, over one minus the haircut."),
    Row(
      .creditCost, "pool.credit_cost", "credit cost", "the credit cost",
      .money, [.pool], .pools, .less, .total, [],
      "The drawn part of the credit line times its rate, likewise."),
    Row(
      .turnover, "pool.turnover", "turnover", "the turnover",
      .money, [.pool], .pools, .neither, .total, [.committedByPool],
      "What payments took out of the pool and what they brought in, added."),
    Row(
      .transferredIn, "pool.transferred_in", "transfers in", "the transfers in",
      .money, [.pool], .pools, .neither, .total, [],
      "What came from other pools of the bank."),
    Row(
      .queuedHours, "pool.queued_hours", "queued", "the queued",
      .hours, [.pool], .pools, .less, .total, [.spread, .committedByPool],
      "How long payments waited for the pool's money, added over the payments."),
  ]

  /// The pools of a currency, or all.
  static let currencies: [Row] = [
    Row(
      .peakOfTotal, "pools.peak_use", "peak of total", "the peak of all pools together",
      .money, [.currency], .currencies, .less, .level, [.spread, .committedByCurrency],
      "How far the pools of the currency taken together fell below their opening balances."),
    Row(
      .sumOfPeaks, "pools.sum_of_peaks", "sum of peaks", "the sum of the pools' peaks",
      .money, [.currency], .currencies, .less, .level, [.spread, .committedByCurrency],
      "The sum of the peak uses of the currency's pools, each at its own time."),
    Row(
      .totalFundingCost, "pools.funding_cost", "funding cost", "the funding cost",
      .money, [.all], .costs, .less, .total, [],
      "Funding and credit cost of all pools, at mid in the currency of totals; no value where a "
        + "rate is missing."),
    Row(
      .clientsFloat, "clients.float", "clients' float", "the clients' float",
      .money, [.currency], .currencies, .neither, .mean, [],
      "Money of clients under way that lies in the bank's pools: debited from its payer or "
        + "received for its payee, and neither credited nor returned; a mean over the measured "
        + "time."),
    Row(
      .floatValue, "clients.float_value", "worth of float", "the worth of float",
      .money, [.all], .costs, .more, .total, [],
      "What that money is worth to the bank, priced like the funding of the pool in which it "
        + "lies: above zero the bank gains it and its clients lose it. The funding cost does not "
        + "take it off."),
  ]
}
