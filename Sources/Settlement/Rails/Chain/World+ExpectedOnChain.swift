import Calendars
import Scenarios
import Vocabulary

/// When a payment can be expected at its payee by a chain with an issuer that has cash.
extension World {
  /// When a transfer whose mint can be asked for from an instant on is final, and when it counts as
  /// paid: `nil` where only money does, because the model says so or the currency is changed.
  func expectedTransfer(by chain: ChainRail, of plan: CorridorPlan, from start: Instant)
    -> (final: Instant, paid: Instant?)
  {
    let opens = issuerOpens(from: start, chain)
    guard opens < .distantFuture else { return (opens, nil) }
    let minted = chain.block(after: opens)
    let promised = chain.preconfirmation(ofTransferAt: minted)
    let block = chain.block(after: promised)
    let final = chain.finality(ofBlockAt: block)
    guard plan.rate == nil else { return (final, nil) }
    return switch chain.terms.paidAt {
    case .preconfirmation: (final, promised)
    case .block: (final, block)
    case .finality: (final, final)
    case .deposit: (final, nil)
    }
  }

  /// When tokens that are final at an instant have become money: in the issuer's hours and with a
  /// block, or at once in the market.
  func expectedRedemption(by chain: ChainRail, from final: Instant) -> Instant {
    guard chain.reserve?.offRamp != .market else { return final }
    let opens = issuerOpens(from: final, chain)
    return opens < .distantFuture ? chain.block(after: opens) : opens
  }

  /// When the money of a payment has reached the issuer's bank.
  func onRamped(_ instant: Instant, _ plan: CorridorPlan, _ model: Model) -> Instant {
    guard let pool = plan.payerPool else { return .distantFuture }
    var at = earliest(hours(of: plan.home), before: .customer, instant)
    guard at < .distantFuture else { return at }
    at = run(after: at + model.screening.check, releases[plan.home.place], hours(of: plan.home))
    return earliest(hours(of: scenario.pools[pool.place].system), before: .customer, at)
  }

  /// The first instant from one on at which the issuer works.
  private func issuerOpens(from instant: Instant, _ chain: ChainRail) -> Instant {
    guard !chain.issuer.isAlwaysOpen, let branch = chain.issuer.branch else { return instant }
    return run(after: instant, nil, hours(of: branch))
  }
}
