/// What a scenario can give as a number: the metrics of `outcomes.csv`, by their names there.
///
/// The one list of names: expectations are checked against it when a file is read, and figures are
/// made with it, so that a name that is accepted is one that comes out.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  case instructed = "payments.instructed"
  case credited = "payments.credited"
  case returned = "payments.returned"
  case open = "payments.open"
  case medianTime = "time_to_credit.p50"
  case time90 = "time_to_credit.p90"
  case time95 = "time_to_credit.p95"
  case time99 = "time_to_credit.p99"
  case longestTime = "time_to_credit.max"
  case meanTime = "time_to_credit.mean"
  case restrictedMeanTime = "time_to_credit.restricted_mean"
  case within5Minutes = "within.5min"
  case within30Minutes = "within.30min"
  case withinHour = "within.1h"
  case within6Hours = "within.6h"
  case within24Hours = "within.24h"
  case withinBusinessDay = "within.1bd"
  case late
  case missedCutOff = "missed_cut_off"
  case reachedWithin10Minutes = "reached_payees_bank.10min"
  case reachedWithinHour = "reached_payees_bank.1h"
  case meanAtPayeesBank = "at_payees_bank.mean"
  case nearlyDirect = "direct_or_one_intermediary"
  case repaired
  case valueCredited = "value.credited"
  case hoursOfProcessing = "hours.processing"
  case hoursOfBatch = "hours.batch"
  case hoursOfNight = "hours.night"
  case hoursOfWeekend = "hours.weekend"
  case hoursOfHoliday = "hours.holiday"
  case hoursOfLiquidity = "hours.liquidity"
  case hoursOfScreening = "hours.screening"
  case hoursOfForeignExchange = "hours.foreign-exchange"
  case hoursOfNetwork = "hours.network"
  case hoursOfOutage = "hours.outage"
  case hoursOfPosting = "hours.posting"
  case fees
  case exchangeCost = "fx_cost"
  case splitTrades = "trades.split"
  case principalAtRisk = "principal_at_risk"
  case fundedContracts = "contracts.funded"
  case lapsedContracts = "contracts.lapsed"
  case refundedContracts = "contracts.refunded"
  case disputedContracts = "contracts.disputed"
  case lockedByContracts = "contracts.locked"
  case undone
  case openingBalance = "pool.opening_balance"
  case peakUse = "pool.peak_use"
  case lowestBalance = "pool.lowest_balance"
  case idleBalance = "pool.idle_balance"
  case fundingCost = "pool.funding_cost"
  case creditCost = "pool.credit_cost"
  case turnover = "pool.turnover"
  case transferredIn = "pool.transferred_in"
  case queuedHours = "pool.queued_hours"
  case peakOfTotal = "pools.peak_use"
  case sumOfPeaks = "pools.sum_of_peaks"
  case totalFundingCost = "pools.funding_cost"
  case clientsFloat = "clients.float"
  case floatValue = "clients.float_value"

  /// The name in files.
  public var name: String { rawValue }

  /// What a metric counts.
  public enum Measure: Hashable, Sendable {
    case seconds, hours, share, count
    /// Major units of the currency of its scope; of all, of the currency of totals.
    case money
  }

  /// What it counts.
  public var measure: Measure {
    switch self {
    case .instructed, .credited, .returned, .open, .splitTrades, .fundedContracts,
      .lapsedContracts, .refundedContracts, .disputedContracts:
      .count
    case .medianTime, .time90, .time95, .time99, .longestTime, .meanTime,
      .restrictedMeanTime, .meanAtPayeesBank:
      .seconds
    case .within5Minutes, .within30Minutes, .withinHour, .within6Hours, .within24Hours,
      .withinBusinessDay, .late, .missedCutOff, .reachedWithin10Minutes, .reachedWithinHour,
      .nearlyDirect, .repaired, .undone:
      .share
    case .hoursOfProcessing, .hoursOfBatch, .hoursOfNight, .hoursOfWeekend, .hoursOfHoliday,
      .hoursOfLiquidity, .hoursOfScreening, .hoursOfForeignExchange, .hoursOfNetwork,
      .hoursOfOutage, .hoursOfPosting, .queuedHours:
      .hours
    case .valueCredited, .fees, .exchangeCost, .principalAtRisk, .lockedByContracts,
      .openingBalance, .peakUse,
      .lowestBalance,
      .idleBalance, .fundingCost, .creditCost, .turnover, .transferredIn, .peakOfTotal,
      .sumOfPeaks, .totalFundingCost, .clientsFloat, .floatValue:
      .money
    }
  }

  /// Of what it is given.
  public var kinds: [Scope.Kind] {
    switch self {
    case .valueCredited: [.all, .currency]
    case .fees, .exchangeCost: [.all, .corridor]
    case .totalFundingCost, .floatValue, .splitTrades, .principalAtRisk, .fundedContracts,
      .lapsedContracts, .refundedContracts, .disputedContracts, .undone:
      [.all]
    case .peakOfTotal, .sumOfPeaks, .clientsFloat, .lockedByContracts: [.currency]
    case .openingBalance, .peakUse, .lowestBalance, .idleBalance, .fundingCost, .creditCost,
      .turnover, .transferredIn, .queuedHours:
      [.pool]
    default: measure == .hours ? [.all, .corridor] : [.all, .corridor, .currency, .day]
    }
  }
}
