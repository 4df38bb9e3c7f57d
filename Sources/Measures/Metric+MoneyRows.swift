/// The rows of what is told of hours, costs, trades, contracts and pools.
extension Metric {
  /// Where the hours of payments go.
  static let hours: [Row] = [
    Row(
      .hoursOfProcessing, "hours.processing", "processing", "the mean time that goes to processing",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("while somebody works on it")),
    Row(
      .hoursOfBatch, "hours.batch", "batch", "the mean time that goes to batch",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("waiting for a run of a branch or system that is open")),
    Row(
      .hoursOfNight, "hours.night", "night", "the mean time that goes to night",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("before a branch or system closed for the night, also after a cut-off")),
    Row(
      .hoursOfWeekend, "hours.weekend", "weekend", "the mean time that goes to weekend",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("before a branch or system closed for the weekend")),
    Row(
      .hoursOfHoliday, "hours.holiday", "holiday", "the mean time that goes to holiday",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("before a branch or system closed for a holiday")),
    Row(
      .hoursOfLiquidity, "hours.liquidity", "liquidity", "the mean time that goes to liquidity",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("waiting for money in a pool while its system is open")),
    Row(
      .hoursOfScreening, "hours.screening", "screening", "the mean time that goes to screening",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("in screening and its reviews, closed hours of the desk included")),
    Row(
      .hoursOfForeignExchange, "hours.foreign-exchange", "foreign exchange",
      "the mean time that goes to foreign exchange",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("in the exchange, closed hours of the desk included")),
    Row(
      .hoursOfNetwork, "hours.network", "network", "the mean time that goes to network",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("waiting for steps on a ledger or chain")),
    Row(
      .hoursOfOutage, "hours.outage", "outage", "the mean time that goes to outage",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("waiting for an outage to end, or for an answer that never comes")),
    Row(
      .hoursOfPosting, "hours.posting", "posting", "the mean time that goes to posting",
      .hours, [.all, .corridor], .hours, .less, .mean, [],
      spent("waiting for a posting run of an open branch")),
  ]

  private static func spent(_ where: String) -> String {
    "Hours of a payment's life \(`where`), a mean over all payments until their end or the horizon."
  }

  /// What payments cost.
  static let costs: [Row] = [
    Row(
      .fees, "fees", "fees", "the fees",
      .money, [.all, .corridor], .costs, .less, .total, [],
      "Fees of the ended payments; of all, at mid in the currency of totals."),
    Row(
      .exchangeCost, "fx_cost", "exchange cost", "the exchange cost",
      .money, [.all, .corridor], .costs, .less, .total, [.anySign],
      "What credited payments lost against the mid rate in their conversion."),
  ]

  /// What is at stake in trades.
  static let trades: [Row] = [
    Row(
      .splitTrades, "trades.split", "trades in two steps", "the trades in two steps",
      .count, [.all], .trades, .less, .total, [],
      "Foreign-exchange trades whose legs settled at different times, or only one by the horizon."),
    Row(
      .principalAtRisk, "principal_at_risk", "principal at risk", "the principal at risk",
      .money, [.all], .amounts, .less, .mean, [],
      "What one side of trades had paid while the other had not, a mean over the measured time."),
  ]

  /// Contracts and chains.
  static let contracts: [Row] = [
    Row(
      .fundedContracts, "contracts.funded", "contracts", "the number of funded contracts",
      .count, [.all], .contracts, .neither, .total, [],
      "Contracts funded, or begun where nothing is locked."),
    Row(
      .lapsedContracts, "contracts.lapsed", "contracts lapsed", "the number of lapsed contracts",
      .count, [.all], .contracts, .less, .total, [],
      "Contracts not funded by their deadline."),
    Row(
      .refundedContracts, "contracts.refunded", "contracts refunded",
      "the number of refunded contracts",
      .count, [.all], .contracts, .less, .total, [],
      "Contracts that expired with something left for the payer."),
    Row(
      .disputedContracts, "contracts.disputed", "contracts disputed",
      "the number of disputed contracts",
      .count, [.all], .contracts, .less, .total, [],
      "Contracts in dispute."),
    Row(
      .lockedByContracts, "contracts.locked", "locked on average", "the locked on average",
      .money, [.currency], .lockedMoney, .neither, .mean, [],
      "What contracts of the pools' clients had locked, a mean over the measured time."),
    Row(
      .undone, "undone", "undone by the chain", "the share undone by the chain",
      .share, [.all], .chains, .less, .share, [],
      "The share of payments that counted as paid and were undone by a reorganisation of their "
        + "chain."),
  ]
}
