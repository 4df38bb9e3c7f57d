import Calendars
import Scenarios
import Vocabulary

/// When a payment can be expected at its payee by a chain.
extension World {
  /// When a payment instructed at an instant can be credited by a rail of a chain with an issuer
  /// that has cash.
  ///
  /// The mint waits for the issuer's hours and a block, the transfer for its preconfirmation and a
  /// block; what counts as paid is one of these instants or the deposit behind them. No
  /// reorganisation is expected.
  func expectedCredit(
    by chain: ChainRail, _ rail: RailKind, of lane: Lane, from instant: Instant, _ model: Model
  ) -> Instant {
    let start =
      rail == .stablecoin ? onRamped(instant, lane, model) : instant + model.screening.check
    let opens = issuerOpens(from: start, chain)
    guard opens < .distantFuture else { return opens }
    let minted = chain.block(after: opens)
    let promised = chain.preconfirmation(ofTransferAt: minted)
    let block = chain.block(after: promised)
    let final = chain.finality(ofBlockAt: block)
    let isConverted = lane.rate != nil
    guard chain.terms.paidAt != .deposit, !isConverted else {
      return redeemed(final, by: chain, rail, lane, model)
    }
    switch chain.terms.paidAt {
    case .preconfirmation: return promised
    case .block: return block
    case .finality, .deposit: return final
    }
  }

  /// When tokens that are final have become money at the payee's bank.
  ///
  /// A deposit token becomes a deposit at its own bank, without a system and without a posting run;
  /// the money of a stablecoin comes through the system of the payee's pool and is posted.
  private func redeemed(
    _ instant: Instant, by chain: ChainRail, _ rail: RailKind, _ lane: Lane, _ model: Model
  ) -> Instant {
    var at = instant
    if chain.reserve?.offRamp != .market {
      at = issuerOpens(from: instant, chain)
      guard at < .distantFuture else { return at }
      at = chain.block(after: at)
    }
    if rail == .stablecoin, let pool = lane.payeePool {
      at = earliest(hours(of: scenario.pools[pool.place].system), before: .customer, at)
    }
    if lane.rate != nil { at = exchanged(at, lane, model) }
    guard rail == .stablecoin else { return at }
    return run(after: at, postings[lane.destination.place], hours(of: lane.destination))
  }

  /// When the money of a payment has reached the issuer's bank.
  ///
  /// By the payer's branch in its hours and runs, through the system of its pool.
  ///
  /// - Returns: `distantFuture` for a payer without a pool.
  private func onRamped(_ instant: Instant, _ lane: Lane, _ model: Model) -> Instant {
    guard let pool = lane.payerPool else { return .distantFuture }
    var at = earliest(hours(of: lane.home), before: .customer, instant)
    guard at < .distantFuture else { return at }
    at = run(after: at + model.screening.check, releases[lane.home.place], hours(of: lane.home))
    return earliest(hours(of: scenario.pools[pool.place].system), before: .customer, at)
  }

  /// The first instant from one on at which the issuer works.
  private func issuerOpens(from instant: Instant, _ chain: ChainRail) -> Instant {
    guard !chain.issuer.isAlwaysOpen, let branch = chain.issuer.branch else { return instant }
    return run(after: instant, nil, hours(of: branch))
  }
}
