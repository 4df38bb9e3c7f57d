import Bookkeeping
import Scenarios
import Vocabulary

/// What lies in the pools of a run, and everything that is measured of it: balances over time, what
/// payments moved, what is locked, on its way or held for clients, the book of the days.
///
/// The treasury alone changes it, as it posts. Invariants: a balance is that of the pool's account
/// (`Treasury` holds both against each other at each posting); the total of a currency is the sum
/// of its pools; one instant, one state (`Level`).
///
/// Amounts are minor units of the pool's currency; a currency is its place among the world's. All
/// is O(1) but for what the book of the days says of itself.
struct Pools: ~Copyable {
  /// What a change of a pool is.
  enum Movement {
    /// A payment comes in or goes out.
    case payment
    /// The net of a cycle does; its payments are told one by one (`noteTurnover`).
    case net
    /// Money leaves for another pool of the bank, and arrives there later.
    case transfer, arrival
    /// Money of another pool is taken at once, within one total.
    case draw
    /// The balance with which the run began.
    case opening
  }

  private var states: ContiguousArray<PoolState>
  /// The pools of each currency taken together.
  private var totals: ContiguousArray<PoolState>
  /// What contracts lock of each pool; what it has sent to others that has not arrived; what it
  /// holds of its clients' payments.
  private var locked, underWay, floats: ContiguousArray<PoolState>
  /// What happens in the pools day by day; `nil` where nobody asked.
  private var days: DayBook?
  /// The flows of the pools, where they are recorded.
  private var flows: FlowBook?
  private let currencies: ContiguousArray<CurrencyID>
  private let credits: ContiguousArray<Int64>

  /// Pools as a run finds them.
  ///
  /// - Parameters:
  ///   - pools: Opening balance, credit line and currency of each.
  ///   - currencies: How many currencies there are.
  ///   - counted: From the end of the warm-up until nothing more is instructed.
  init(
    _ pools: [(opening: Int64, credit: Int64, currency: CurrencyID)], currencies: Int,
    at start: Instant, counted: Range<Instant>, flows: FlowBook? = nil
  ) {
    func state(_ opening: Int64) -> PoolState {
      PoolState(opening: opening, at: start, counted: counted)
    }
    states = ContiguousArray(pools.map { state($0.opening) })
    totals = ContiguousArray(
      (0..<currencies).map(CurrencyID.init).map { currency in
        state(pools.reduce(0) { $0 + ($1.currency == currency ? $1.opening : 0) })
      })
    locked = ContiguousArray(repeating: state(0), count: pools.count)
    (underWay, floats, self.flows) = (locked, locked, flows)
    self.currencies = ContiguousArray(pools.map(\.currency))
    credits = ContiguousArray(pools.map(\.credit))
  }

  /// From now on the days are written down.
  mutating func keepDays(_ book: DayBook) { days = book }
}

/// What is asked.
extension Pools {
  /// How many pools there are.
  var count: Int { states.count }

  /// What lies in a pool; below zero what is drawn on its credit line.
  func balance(_ pool: PoolID) -> Int64 { states[pool.place].balance }

  /// What a pool can pay: its balance with its credit line.
  func headroom(_ pool: PoolID) -> Int64 { states[pool.place].balance + credits[pool.place] }

  /// The credit line of a pool.
  func credit(_ pool: PoolID) -> Int64 { credits[pool.place] }

  /// What a pool holds of its clients' payments.
  func floating(_ pool: PoolID) -> Int64 { floats[pool.place].balance }

  /// The currency of a pool.
  func currency(_ pool: PoolID) -> CurrencyID { currencies[pool.place] }
}

/// What moves.
extension Pools {
  /// Changes a balance.
  mutating func change(_ pool: PoolID, by amount: Int64, _ movement: Movement, at now: Instant) {
    guard movement != .opening else { return }
    turnDay(of: pool, at: now)
    states[pool.place].add(amount, at: now)
    guard movement != .draw else { return noteTransferIn(pool, amount, at: now) }
    let currency = currencies[pool.place]
    totals[currency].add(amount, at: now)
    flows?.move(pool, by: amount, at: now)
    switch movement {
    case .payment:
      states[pool.place].notePayment(amount, at: now)
      totals[currency].notePayment(amount, at: now)
      days?.settled(pool, by: amount, at: now)
      days?.paid(pool, amount, at: now)
      flows?.add(amount, pool, at: now)
    case .net:
      days?.settled(pool, by: amount, at: now)
      flows?.add(amount, pool, at: now)
    case .arrival: noteTransferIn(pool, amount, at: now)
    case .transfer, .draw, .opening: break
    }
  }

  private mutating func noteTransferIn(_ pool: PoolID, _ amount: Int64, at now: Instant) {
    if amount > 0 { states[pool.place].noteTransferIn(amount, at: now) }
  }

  /// A contract locks money of a pool, or below zero lets it go.
  mutating func lock(_ amount: Int64, of pool: PoolID, at now: Instant) {
    locked[pool.place].add(amount, at: now)
  }

  /// Money that a pool has sent is on its way, or below zero has arrived.
  mutating func send(_ amount: Int64, from pool: PoolID, at now: Instant) {
    underWay[pool.place].add(amount, at: now)
  }

  /// A pool holds more of its clients' payments, or below zero less.
  mutating func float(_ amount: Int64, in pool: PoolID, at now: Instant) {
    floats[pool.place].add(amount, at: now)
  }
}

/// What is noted.
extension Pools {
  /// A pool is about to change, or to be told of, on its day.
  private mutating func turnDay(of pool: PoolID, at now: Instant) {
    guard days != nil else { return }
    let balance = states[pool.place].balance
    days?.turn(pool, balance: balance, at: now)
  }

  /// What a payment of a net cycle moved in a pool.
  mutating func noteTurnover(_ amount: Int64, in pool: PoolID, at now: Instant) {
    states[pool.place].notePayment(amount, at: now)
    turnDay(of: pool, at: now)
    days?.paid(pool, amount, at: now)
    totals[currencies[pool.place]].notePayment(amount, at: now)
  }

  /// A payment is instructed: had it settled at once, it would have moved a pool now.
  mutating func noteInstructed(_ amount: Int64, in pool: PoolID, at now: Instant) {
    guard days != nil else { return }
    turnDay(of: pool, at: now)
    days?.instructed(pool, by: amount, at: now)
  }

  /// A payment has waited for a pool's money.
  mutating func noteQueued(
    _ amount: Int64, for pool: PoolID, from start: Instant, until end: Instant
  ) {
    states[pool.place].noteQueued(from: start, until: end)
    days?.waited(pool, amount, from: start, until: end, isShort: true)
  }

  /// A payment has waited inside its clearing, but not for its pool's money.
  mutating func noteHeld(
    _ amount: Int64, of pool: PoolID, from start: Instant, until end: Instant
  ) {
    days?.waited(pool, amount, from: start, until: end, isShort: false)
  }

  /// A payment with a deadline has ended.
  mutating func noteDue(_ amount: Int64, of pool: PoolID, by deadline: Instant, isLate: Bool) {
    days?.fellDue(pool, amount, by: deadline, isLate: isLate)
  }

  /// Writes what happened into the record.
  mutating func close(at horizon: Instant, into record: inout RunRecord) {
    for place in states.indices {
      record.pools[place] = states[place].closed(at: horizon)
      record.pools[place].lockedMicroseconds = locked[place].closed(at: horizon).heldMicroseconds
      record.pools[place].inTransitMicroseconds =
        underWay[place].closed(at: horizon).heldMicroseconds
      record.pools[place].floatMicroseconds = floats[place].closed(at: horizon).heldMicroseconds
      let balance = states[place].balance
      if let closed = days?.closed(PoolID(place), balance: balance, at: horizon) {
        record.days.append(closed)
      }
    }
    for place in totals.indices { record.totals[place] = totals[place].closed(at: horizon) }
    if let all = flows?.closed() { record.flows = all }
    record.falls = flows?.falls(until: horizon) ?? []
  }
}
