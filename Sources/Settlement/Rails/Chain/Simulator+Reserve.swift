import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// The issuer's queue and reserve.
extension Simulator {
  /// Posts the reserve and the coins of other holders, and schedules what they will ask for.
  ///
  /// Posted before the first event, so that coins and reserve agree from the start.
  mutating func openReserve() {
    guard let reserve = chain?.reserve else { return }
    for each in reserve.reserves {
      let currency = world.place(of: each.cash.currency)
      treasury.openReserve(
        cash: each.cash.minorUnits, securities: each.securities.minorUnits, currency,
        Treasury.Slip(at: now))
    }
    if let run = reserve.run { schedule(run, request: 0) }
  }

  /// Schedules a request of the run on the issuer, if there is one of that number.
  mutating func scheduleRequest(_ request: Int) {
    if let run = chain?.reserve?.run { schedule(run, request: request) }
  }

  /// Requests lie evenly between the start of the run and its end.
  private mutating func schedule(_ run: RedemptionRun, request: Int) {
    guard request < run.requests else { return }
    let after = Int128(run.over.microseconds) * Int128(request) / Int128(run.requests)
    let instant = run.at + TimeSpan(microseconds: Int64(after))
    guard instant < world.scenario.experiment.horizon else { return }
    clock.schedule(.holdersRedeem, request, at: instant, .arrivals)
  }

  /// The currencies of the reserves, in the order of the file.
  var reserveCurrencies: [CurrencyID] {
    chain?.reserve?.reserves.map { world.place(of: $0.cash.currency) } ?? []
  }

  /// Other holders ask for part of their coins of a currency.
  ///
  /// - Returns: Whether they do; where not, there are none, or too few for so many requests.
  ///
  /// Shares of the supply add up to the whole without a remainder left: each is the difference of
  /// two rounded sums.
  mutating func othersAsk(_ request: Int, in currency: CurrencyID) -> Bool {
    guard let reserve = chain?.reserve, let run = reserve.run,
      let each = reserve.reserves.first(where: { world.place(of: $0.cash.currency) == currency })
    else { return false }
    let supply = Int128(each.cash.minorUnits + each.securities.minorUnits)
    let all = supply * Int128(run.millionths) / 1_000_000
    let count = Int128(run.requests)
    let amount = Int64(all * Int128(request + 1) / count - all * Int128(request) / count)
    guard amount > 0 else { return false }
    issuers.othersAsk(for: amount, in: currency)
    return true
  }

  /// A payment joins the issuer's queue.
  mutating func joinRedemptions(_ slot: Slot) -> Next {
    let currency = world.plans[payments[slot].plan].currency
    payments[slot].stage = .awaitingRedemption
    payments[slot].isBehindRun = issuers.ask(slot, for: payments[slot].moving, in: currency)
    return .serve
  }

  /// Pays the first request of an issuer's queue if the issuer works and its cash covers it.
  ///
  /// - Returns: Whether one was paid, and for a payment its slot, which then goes on.
  ///
  /// Strictly in order: a large request at the head keeps all behind it waiting, as in a run on a
  /// fund.
  mutating func payFirstRequest(_ currency: CurrencyID) -> (isPaid: Bool, slot: Slot?) {
    guard closedIssuer() == nil,
      let request = issuers.serve(currency, with: treasury.reserve(currency).cash)
    else { return (false, nil) }
    if let slot = request.slot {
      redeemCoins(slot)
    } else {
      payHolders(request.amount, currency)
    }
    return (true, request.slot)
  }

  private mutating func payHolders(_ amount: Int64, _ currency: CurrencyID) {
    treasury.payHolders(amount, currency, Treasury.Slip(at: now))
    for slot in issuers.payments(currency) where payments[slot].isBehindRun {
      spendAtIssuer(slot, until: now)
      payments[slot].isBehindRun = false
    }
  }

  private mutating func redeemCoins(_ slot: Slot) {
    spendAtIssuer(slot, until: now)
    let payment = payments[slot]
    let currency = world.plans[payment.plan].currency
    let fee = redemptionFee(slot)
    treasury.redeemCoins(
      payment.moving, fee: fee, from: tokensTo(slot), currency, slip(payment.key))
    startFromWallet(slot)
    payments[slot].moving -= fee
    payments[slot].progress = .stablecoin(.sold)
  }

  /// Securities for what the queue lacks become cash at the opening some business days later.
  ///
  /// At par, and only what the queue lacks beyond sales that are under way.
  mutating func sellSecurities(_ currency: CurrencyID) {
    guard let lag = chain?.reserve?.securitiesLag else { return }
    let reserve = treasury.reserve(currency)
    guard
      let sale = issuers.sell(currency, cash: reserve.cash, securities: reserve.securities)
    else { return }
    let instant = openingOfBusiness(days: lag)
    guard instant < world.scenario.experiment.horizon else { return }
    clock.schedule(.securities, sale.place, at: instant, .liquidity)
  }

  /// Securities have become cash.
  ///
  /// - Returns: Their currency.
  mutating func securitiesSettle(_ sale: SaleID) -> CurrencyID {
    let settled = issuers.settle(sale)
    treasury.sellSecurities(settled.amount, settled.currency, Treasury.Slip(at: now))
    return settled.currency
  }

  /// When the n-th business day of the issuer's branch opens after the day of a sale: today where
  /// the branch has not closed, else its next business day.
  private mutating func openingOfBusiness(days: Int) -> Instant {
    guard let branch = onChain.issuer.branch else { return .distantFuture }
    return clock.opening(days: days, of: world.hours(of: branch))
  }

  /// The currencies whose queues an issuer serves because the hours of a timetable have begun: all,
  /// where it keeps them.
  func issuerOpens(_ timetable: TimetableID) -> [CurrencyID] {
    guard let chain, chain.reserve != nil, let branch = chain.issuer.branch,
      world.hours(of: branch) == timetable
    else { return [] }
    return issuers.currencies
  }
}
