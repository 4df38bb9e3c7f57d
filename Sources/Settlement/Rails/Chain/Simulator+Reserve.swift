import Bookkeeping
import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// The issuer's queue and reserve.
extension Simulator {
  /// Posts the reserve and the coins of other holders, and schedules what they will ask for.
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

  private mutating func schedule(_ run: RedemptionRun, request: Int) {
    guard request < run.requests else { return }
    let after = Int128(run.over.microseconds) * Int128(request) / Int128(run.requests)
    let instant = run.at + TimeSpan(microseconds: Int64(after))
    guard instant < world.scenario.experiment.horizon else { return }
    clock.schedule(.holdersRedeem, request, at: instant, .arrivals)
  }

  /// Other holders ask for part of their coins.
  mutating func holdersRedeem(_ request: Int) {
    guard let reserve = chain?.reserve, let run = reserve.run else { return }
    for each in reserve.reserves {
      let currency = world.place(of: each.cash.currency)
      let supply = Int128(each.cash.minorUnits + each.securities.minorUnits)
      let all = supply * Int128(run.millionths) / 1_000_000
      let count = Int128(run.requests)
      let amount = Int64(all * Int128(request + 1) / count - all * Int128(request) / count)
      guard amount > 0 else { continue }
      issuers.othersAsk(for: amount, in: currency)
      serveRedemptions(currency)
    }
    schedule(run, request: request + 1)
  }

  /// A payment joins the issuer's queue.
  mutating func joinRedemptions(_ slot: Int32) {
    let currency = world.lanes[Int(payments[slot].lane)].currency
    payments[slot].stage = .awaitingRedemption
    payments[slot].isBehindRun = issuers.ask(slot, for: payments[slot].moving, in: currency)
    serveRedemptions(currency)
  }

  /// Pays the requests in their order while the issuer works and its cash lasts; sells securities
  /// for what is lacking.
  mutating func serveRedemptions(_ currency: Int) {
    while closedIssuer() == nil,
      let request = issuers.serve(currency, with: treasury.reserve(currency).cash)
    {
      if let slot = request.slot {
        redeemCoins(slot)
      } else {
        payHolders(request.amount, currency)
      }
      treasury.checkReserve(currency)
    }
    sellSecurities(currency)
  }

  private mutating func payHolders(_ amount: Int64, _ currency: Int) {
    treasury.payHolders(amount, currency, Treasury.Slip(at: now))
    for slot in issuers.payments(currency) where payments[slot].isBehindRun {
      spendAtIssuer(slot, until: now)
      payments[slot].isBehindRun = false
    }
  }

  private mutating func redeemCoins(_ slot: Int32) {
    spendAtIssuer(slot, until: now)
    let payment = payments[slot]
    let currency = world.lanes[Int(payment.lane)].currency
    let fee = redemptionFee(slot)
    treasury.redeemCoins(
      payment.moving, fee: fee, from: tokensTo(slot), currency, slip(payment.key))
    startFromWallet(slot)
    payments[slot].moving -= fee
    payOut(slot)
  }

  /// Securities for what the queue lacks become cash at the opening some business days later.
  private mutating func sellSecurities(_ currency: Int) {
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
  mutating func securitiesSettle(_ sale: SaleID) {
    let settled = issuers.settle(sale)
    treasury.sellSecurities(settled.amount, settled.currency, Treasury.Slip(at: now))
    serveRedemptions(settled.currency)
  }

  /// When the n-th business day of the issuer's branch opens after the day of a sale: today where
  /// the branch has not closed, else its next business day.
  private mutating func openingOfBusiness(days: Int) -> Instant {
    guard let branch = onChain.issuer.branch else { return .distantFuture }
    return clock.opening(days: days, of: world.hours(of: branch))
  }

  /// The hours of a timetable have begun: an issuer that keeps them serves its queue.
  mutating func issuerOpens(_ timetable: Int) {
    guard let chain, chain.reserve != nil, let branch = chain.issuer.branch,
      world.hours(of: branch) == timetable
    else { return }
    for currency in issuers.currencies { serveRedemptions(currency) }
  }
}
