import Scenarios
import Vocabulary

/// The trades of a run: which payments are whose legs, what lies between two legs, and which trades
/// wait to settle at once.
///
/// Nobody else changes a trade. Invariants: a trade waits in the list from when both of its legs
/// wait until it settles or is broken; once broken it settles never. A pool is expected to pay as
/// many legs as the waiting trades have on it, so that money that comes to any other pool moves
/// nothing here (`moneyCame`, asked at each credit of a pool).
///
/// Memory grows with the number of trades of a run: 64 bytes each.
struct TradeBook {
  private var trades: ContiguousArray<Trade> = []
  /// The last trade of each flow.
  private var latest: ContiguousArray<TradeID?>
  /// Trades whose legs both wait, in the order in which they are tried.
  private var waiting: [TradeID] = []
  /// How many of their legs each pool is to pay.
  private var expected: ContiguousArray<Int32>
  /// Whether one of them may have become able to settle.
  private(set) var isStirred = false

  /// No trades yet, for so many flows and pools.
  init(flows: Int, pools: Int) {
    latest = ContiguousArray(repeating: nil, count: flows)
    expected = ContiguousArray(repeating: 0, count: pools)
  }

  /// The trade of a place.
  subscript(trade: TradeID) -> Trade { trades[trade.place] }
}

/// Legs.
extension TradeBook {
  /// A payment of a flow opens a trade: it is its first leg.
  mutating func open(by slot: Slot, of flow: Int) -> TradeID {
    let trade = TradeID(trades.count)
    latest[flow] = trade
    trades.append(Trade(first: slot))
    return trade
  }

  /// A payment joins the trade that its flow opened last, as its second leg.
  ///
  /// - Returns: `nil` where the flow has opened none: its first leg lay before the experiment.
  mutating func join(_ slot: Slot, of flow: Int) -> TradeID? {
    guard let trade = latest[flow] else { return nil }
    trades[trade.place].second = slot
    return trade
  }

  /// A leg has settled: the first to do so is at risk from now on.
  ///
  /// - Parameters:
  ///   - amount: What it moved, in minor units; 0 where it is not counted.
  ///   - currency: The place of its currency.
  /// - Returns: For the second to settle, what lay between them.
  mutating func settled(_ trade: TradeID, _ amount: Int64, in currency: CurrencyID, at now: Instant)
    -> Trade.Exposure?
  {
    guard trades[trade.place].paid == nil else {
      defer { trades[trade.place].amount = 0 }
      return trades[trade.place].exposure(until: now)
    }
    trades[trade.place].paid = now
    (trades[trade.place].amount, trades[trade.place].currency) = (amount, currency)
    return nil
  }

  /// What lies between the legs of trades of which one leg has settled by the end of the run, in
  /// the order in which the trades were opened.
  func exposures(at horizon: Instant) -> [Trade.Exposure] {
    trades.compactMap { $0.exposure(until: horizon) }
  }
}

/// Payment versus payment: both legs settle at one instant, or neither.
extension TradeBook {
  /// A leg waits for the other.
  ///
  /// - Returns: Whether both wait from now on: the trade is tried when it is stirred, which it is.
  mutating func wait(_ slot: Slot, in trade: TradeID) -> Bool {
    if trades[trade.place].first == slot { trades[trade.place].firstWaits = true }
    if trades[trade.place].second == slot { trades[trade.place].secondWaits = true }
    guard trades[trade.place].firstWaits, trades[trade.place].secondWaits else { return false }
    waiting.append(trade)
    isStirred = true
    return true
  }

  /// A leg of a waiting trade is to be paid by a pool.
  mutating func expectMoney(in pool: PoolID) { expected[pool.place] += 1 }

  /// A leg of a trade that waited is to be paid by a pool no longer.
  mutating func expectNoMoney(in pool: PoolID) { expected[pool.place] -= 1 }

  /// Money has come to a pool.
  mutating func moneyCame(to pool: PoolID) { if expected[pool.place] > 0 { isStirred = true } }

  /// Something else has changed by which a waiting trade may have become able to settle.
  mutating func stir() { isStirred = true }

  /// Hands over the waiting trades in their order, to be tried; none where nothing has happened
  /// since they were tried last. Each that goes on waiting is given back with `keepWaiting`.
  mutating func takeStirred() -> [TradeID] {
    guard isStirred else { return [] }
    isStirred = false
    let taken = waiting
    waiting.removeAll(keepingCapacity: true)
    return taken
  }

  /// A trade that was tried goes on waiting.
  mutating func keepWaiting(_ trade: TradeID) { waiting.append(trade) }

  /// One leg of a trade was refused.
  ///
  /// - Returns: The slots of the legs that wait for it in vain; none where it was broken before.
  mutating func breakUp(_ trade: TradeID) -> [Slot] {
    let broken = trades[trade.place]
    guard !broken.isBroken else { return [] }
    trades[trade.place].isBroken = true
    return broken.legs.filter { $0 == broken.first ? broken.firstWaits : broken.secondWaits }
  }
}
