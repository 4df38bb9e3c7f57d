public import Measures
public import Vocabulary

/// What is monitored of a pool: the tools of the Basel Committee (BCBS 248, Monitoring tools for
/// intraday liquidity management, April 2013), and the measures of payment system simulation beside
/// them (Leinonen and Soramäki, Bank of Finland discussion papers 16/1999 and 23/2003).
public enum MonitoringMeasure: String, CaseIterable, Hashable, Sendable {
  /// The largest net outflow of a day.
  case netDebit = "net_debit"
  /// The largest net inflow of a day.
  case netCredit = "net_credit"
  /// What can be paid with at the start of a day.
  case available
  /// The part of it that is a balance.
  case balance
  /// The part of it that is credit.
  case undrawnCredit = "undrawn_credit"
  /// What is paid out; what is paid in; what of it is due by a deadline on the day.
  case sent, received, due
  /// What of `due` came too late.
  case late = "settled_late"
  /// How much of the day's value has left by each hour.
  case settledBy = "settled_by"
  /// The liquidity with which nothing would wait.
  case upperBound = "upper_bound"
  /// The liquidity with which all could settle at the end of the day.
  case lowerBound = "lower_bound"
  /// How long payments wait, of the longest that they could.
  case delay = "delay_indicator"
  /// What of that is a wait for the pool's own money.
  case liquidityDelay = "liquidity_delay"
  /// How often the available liquidity is paid out.
  case turnover = "turnover_ratio"
  /// What is paid out for each unit of the largest net debit.
  case efficiency = "liquidity_efficiency"

  /// The name in files.
  public var name: String { rawValue }

  /// The tool of the Basel Committee to which it belongs; `beside` for a measure of the literature.
  public var tool: String {
    switch self {
    case .netDebit, .netCredit: "A(i)"
    case .available, .balance, .undrawnCredit: "A(ii)"
    case .sent, .received: "A(iii)"
    case .due, .late: "A(iv)"
    case .settledBy: "C(i)"
    case .upperBound, .lowerBound, .delay, .liquidityDelay, .turnover, .efficiency: "beside"
    }
  }

  /// What it is counted in, of a pool of a currency.
  public func unit(in currency: Currency) -> Unit {
    switch self {
    case .settledBy, .delay, .liquidityDelay: .share
    case .turnover, .efficiency: .ratio
    default: .currency(currency)
    }
  }

  /// Its unit as a word: `currency` for major units of the pool's.
  public var unitWord: String {
    if case .currency = unit(in: .usd) { "currency" } else { unit(in: .usd).name }
  }

  /// Where it can lie: nothing that is measured is below zero.
  var range: ClosedRange<Double> { unit(in: .usd) == .share ? 0...1 : 0 ... .infinity }

  /// What is told of it over the days, in the order in which it is told.
  public var statistics: [String] {
    switch self {
    case .available: ["smallest_1", "smallest_2", "smallest_3", "average"]
    case .balance, .undrawnCredit, .turnover: ["average"]
    case .settledBy: (1...24).map { ($0 < 10 ? "0" : "") + "\($0):00" }
    case .efficiency: ["all_days"]
    default: ["largest_1", "largest_2", "largest_3", "average"]
    }
  }
}

extension MonitoringMeasure {
  /// What exactly it is, of one business day of one pool.
  public var definition: String {
    switch self {
    case .netDebit:
      "Daily maximum intraday liquidity usage: the largest excess of the payments out of the pool "
        + "over those into it, added up from the start of the day; transfers between the bank's own "
        + "pools do not count."
    case .netCredit:
      "The largest excess of the payments into the pool over those out of it, likewise."
    case .available:
      "Available intraday liquidity at the start of the day: the balance above zero and the undrawn "
        + "part of the credit line; no value where the line has no limit."
    case .balance: "The balance above zero at the start of the day, as a source of the above."
    case .undrawnCredit:
      "The undrawn part of the credit line at the start of the day, as a source of the above."
    case .sent: "Total payments: the gross value of the payments out of the pool."
    case .received: "Total payments: the gross value of the payments into the pool."
    case .due:
      "Time-specific obligations: the value of the payments out of the pool whose deadline falls on "
        + "the day. The model's deadlines are those of the credit at the payee; of a payment that is "
        + "open at the horizon before its deadline nothing is due."
    case .late:
      "The value of those obligations whose payee was not credited by the deadline, returned ones "
        + "included."
    default: literature
    }
  }

  /// What measures of the literature are, and the throughput.
  private var literature: String {
    switch self {
    case .settledBy:
      "Intraday throughput: the share of the day's outgoing value settled before the hour on the "
        + "clock of the system, a mean over the days on which something left; what settles after "
        + "24:00 of the value date is missing from the last."
    case .upperBound:
      "The liquidity with which nothing would wait: the largest net debit, had each payment settled "
        + "the moment it was instructed; of a payment that is converted the pool credited counts "
        + "nothing."
    case .lowerBound:
      "The liquidity with which everything could settle at the end of the day: the net outflow of "
        + "the payments instructed, zero at least."
    case .delay:
      "The value of the payments out times how long each waited to settle, over the same had each "
        + "waited until the system closed (Leinonen and Soramäki 1999): 0 without a wait, 1 where "
        + "all wait to the end. A wait for the pool's money counts, and one inside a clearing for "
        + "a cycle, the other leg of a trade or finality, so that gross, hybrid and net settlement "
        + "compare; hours in which the system is closed do not."
    case .liquidityDelay:
      "What of the delay indicator is a wait for the pool's own money."
    case .turnover:
      "The value of the payments out over what was available at the start of the day."
    case .efficiency:
      "The value of the payments out on all measured days over the sum of their largest net debits."
    default: ""
    }
  }
}
