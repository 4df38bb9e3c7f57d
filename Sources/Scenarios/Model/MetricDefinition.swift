extension Metric {
  /// What exactly the metric is, a sentence or two: the glossary of the report and the data
  /// dictionary show it.
  ///
  /// "Payments" are those instructed after the warm-up; "due" are all of them but the returned
  /// ones; pools are measured from the end of the warm-up until nothing more is instructed.
  public var definition: String {
    guard let definition = Metric.definitions[self] else {
      preconditionFailure("the metric \(name) has no definition")
    }
    return definition
  }

  private static let definitions = [counts, times, shares, hours, costs, trades, pools, currencies]
    .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  private static let counts: [Metric: String] = [
    .instructed: "Payments instructed after the warm-up.",
    .credited: "Payments credited to their payee by the horizon.",
    .returned: "Payments that went back to their payer.",
    .open: "Payments neither credited nor returned by the horizon.",
    .valueCredited:
      "The amounts of the credited payments as instructed, in the currency sent; of all, at mid in "
      + "the currency of totals.",
  ]

  private static let times: [Metric: String] = [
    .medianTime: quantile("half"),
    .time90: quantile("90 %"),
    .time95: quantile("95 %"),
    .time99: quantile("99 %"),
    .longestTime:
      "The longest time from the payer's instruction to the credit on the payee's account; later "
      + "than the horizon where a payment is still open.",
    .meanTime:
      "The mean time from the payer's instruction to the credit on the payee's account, over the "
      + "credited payments only: open ones are not in it, so that it may fall where fewer arrive.",
    .restrictedMeanTime:
      "The mean time from the payer's instruction to the credit on the payee's account or, of an "
      + "open payment, to the horizon, over all due payments: a lower bound of the mean time to "
      + "credit of all.",
    .meanAtPayeesBank:
      "The mean time from when the payee's bank has a payment until it credits it, over the "
      + "credited payments only: one that it still holds at the horizon is not in it.",
  ]

  private static func quantile(_ share: String) -> String {
    "The time from instruction to credit within which \(share) of the due payments are credited "
      + "(rank ⌈p·n⌉); open ones count as later than all others, and a quantile that falls among "
      + "them is later than the horizon."
  }

  private static let shares: [Metric: String] = [
    .within5Minutes: within("5 minutes"),
    .within30Minutes: within("30 minutes"),
    .withinHour: within("an hour"),
    .within6Hours: within("6 hours"),
    .within24Hours: within("24 hours"),
    .withinBusinessDay:
      "The share of the due payments credited by the close of the next business day of the "
      + "receiving branch.",
    .late:
      "The share of the payments with a deadline that were not credited by it; returned ones are "
      + "late, those open before a deadline after the horizon are left out.",
    .missedCutOff:
      "The share of payments handed over on a business day after the customer cut-off.",
    .reachedWithin10Minutes: reached("10 minutes"),
    .reachedWithinHour: reached("an hour"),
    .nearlyDirect:
      "The share of payments with at most one bank between the payer's and the payee's.",
    .repaired: "The share of payments whose instruction a person had to repair.",
    .undone:
      "The share of payments that counted as paid and were undone by a reorganisation of their "
      + "chain.",
  ]

  private static func within(_ span: String) -> String {
    "The share of the due payments credited within \(span) of their instruction; one that is open "
      + "counts as not, also where the horizon came sooner."
  }

  private static func reached(_ span: String) -> String {
    "The share of the due payments that the payee's bank has within \(span) of their instruction, "
      + "credited or not."
  }

  private static let hours: [Metric: String] = [
    .hoursOfProcessing: spent("while somebody works on it"),
    .hoursOfBatch: spent("waiting for a run of a branch or system that is open"),
    .hoursOfNight: spent("before a branch or system closed for the night, also after a cut-off"),
    .hoursOfWeekend: spent("before a branch or system closed for the weekend"),
    .hoursOfHoliday: spent("before a branch or system closed for a holiday"),
    .hoursOfLiquidity: spent("waiting for money in a pool while its system is open"),
    .hoursOfScreening: spent("in screening and its reviews, closed hours of the desk included"),
    .hoursOfForeignExchange: spent("in the exchange, closed hours of the desk included"),
    .hoursOfNetwork: spent("waiting for steps on a ledger or chain"),
    .hoursOfOutage: spent("waiting for an outage to end, or for an answer that never comes"),
    .hoursOfPosting: spent("waiting for a posting run of an open branch"),
  ]

  private static func spent(_ where: String) -> String {
    "Hours of a payment's life \(`where`), a mean over all payments until their end or the horizon."
  }

  private static let costs: [Metric: String] = [
    .fees: "Fees of the ended payments; of all, at mid in the currency of totals.",
    .exchangeCost: "What credited payments lost against the mid rate in their conversion.",
  ]

  private static let trades: [Metric: String] = [
    .splitTrades:
      "Foreign-exchange trades whose legs settled at different times, or only one by the horizon.",
    .principalAtRisk:
      "What one side of trades had paid while the other had not, a mean over the measured time.",
    .fundedContracts: "Contracts funded, or begun where nothing is locked.",
    .lapsedContracts: "Contracts not funded by their deadline.",
    .refundedContracts: "Contracts that expired with something left for the payer.",
    .disputedContracts: "Contracts in dispute.",
  ]

  private static let pools: [Metric: String] = [
    .openingBalance: "The balance at the start of the run: the pre-funding.",
    .peakUse: "How far the balance fell below the opening balance, at its lowest.",
    .lowestBalance: "The lowest balance; below zero the credit line is drawn.",
    .idleBalance: "The part of the balance above zero, a mean over the measured time.",
    .fundingCost:
      "The balance above zero, what contracts locked of it, and what it sent to other pools until "
      + "that arrived, times the pool's funding rate for every calendar second by its day count, "
      + "over one minus the haircut.",
    .creditCost: "The drawn part of the credit line times its rate, likewise.",
    .turnover: "What payments took out of the pool and what they brought in, added.",
    .transferredIn: "What came from other pools of the bank.",
    .queuedHours: "How long payments waited for the pool's money, added over the payments.",
  ]

  private static let currencies: [Metric: String] = [
    .peakOfTotal:
      "How far the pools of the currency taken together fell below their opening balances.",
    .sumOfPeaks: "The sum of the peak uses of the currency's pools, each at its own time.",
    .totalFundingCost:
      "Funding and credit cost of all pools, at mid in the currency of totals; no value where a "
      + "rate is missing.",
    .clientsFloat:
      "Money of clients under way that lies in the bank's pools: debited from its payer or received "
      + "for its payee, and neither credited nor returned; a mean over the measured time.",
    .floatValue:
      "What that money is worth to the bank, priced like the funding of the pool in which it lies: "
      + "above zero the bank gains it and its clients lose it. The funding cost does not take it "
      + "off.",
    .lockedByContracts:
      "What contracts of the pools' clients had locked, a mean over the measured time.",
  ]
}
