import Scenarios
import Vocabulary

/// Who waits for what: the lines of payments, what stands in them for whom, and which of them are
/// to be looked at because something has changed.
///
/// Liquidity is a work list, not a recursion: a credit notes its pool (`replenish`), and after each
/// event the pools on the list let their lines go while the money lasts (`nextReplenished`). Invariants:
/// a payment stands in one line at most, by priority, then first in, first out; what waits for a
/// pool is what stands in its line or, with a clearing, in its queue (`join`, `leave`); a pool may
/// be noted more than once, which costs a look and changes nothing.
///
/// Amounts are minor units of the pool's currency; a currency is its place among the world's. The
/// links of the lines lie in the payments, so that waiting allocates nothing (`WaitingLines`).
struct Lines {
  /// What a line waits for.
  enum Line {
    /// A timetable opens.
    case opening(TimetableID)
    /// A branch's release run, or its posting run.
    case release(BranchID), posting(BranchID)
    /// Money in a pool.
    case money(PoolID)
  }

  private let timetables, branches: Int
  private var waiting: WaitingLines
  /// What waits for each pool, and what each would get from the lines of others.
  private var queued, awaited: ContiguousArray<Int64>
  /// Pools that gained money since their lines were last looked at, in that order, and how many of
  /// them have been looked at.
  private var replenished: ContiguousArray<PoolID> = []
  private var looked = 0
  /// Currencies whose lines may hold a set that settles at once.
  private var gridlocked: ContiguousArray<CurrencyID> = []

  /// Empty lines before so many timetables, branches and pools.
  init(timetables: Int, branches: Int, pools: Int) {
    (self.timetables, self.branches) = (timetables, branches)
    waiting = WaitingLines(count: timetables + 2 * branches + pools)
    queued = ContiguousArray(repeating: 0, count: pools)
    awaited = queued
  }

  private func place(_ line: Line) -> Int {
    switch line {
    case .opening(let timetable): timetable.place
    case .release(let branch): timetables + branch.place
    case .posting(let branch): timetables + branches + branch.place
    case .money(let pool): timetables + 2 * branches + pool.place
    }
  }
}

/// Lines; complexities are those of `WaitingLines`.
extension Lines {
  /// How many payments stand in a line.
  func count(_ line: Line) -> Int { waiting.count(place(line)) }

  /// The first payment of a line.
  func first(_ line: Line) -> Slot? { waiting.first(place(line)) }

  /// The payments of a line in their order.
  func slots(in line: Line, of payments: borrowing PaymentTable) -> [Slot] {
    waiting.slots(in: place(line), of: payments)
  }

  /// Whether a payment of a priority would have somebody before it.
  func holdsBack(_ priority: UInt8, in line: Line) -> Bool {
    waiting.holdsBack(priority, in: place(line))
  }

  /// Puts a payment at the end of its priority.
  mutating func append(_ slot: Slot, to line: Line, in payments: inout PaymentTable) {
    waiting.append(slot, to: place(line), in: &payments)
  }

  /// Takes the first payment out of a line.
  mutating func popFirst(_ line: Line, in payments: borrowing PaymentTable) -> Slot? {
    waiting.popFirst(place(line), in: payments)
  }

  /// Takes a payment out of a line in which it stands.
  mutating func remove(_ slot: Slot, from line: Line, in payments: inout PaymentTable) {
    waiting.remove(slot, from: place(line), in: &payments)
  }
}

/// What stands in the lines for money.
extension Lines {
  /// What waits for a pool.
  func queued(_ pool: PoolID) -> Int64 { queued[pool.place] }

  /// What a pool would get from the lines of others.
  func awaited(_ pool: PoolID) -> Int64 { awaited[pool.place] }

  /// An amount begins to wait for a pool, and with it for one that it would reach.
  mutating func join(_ amount: Int64, for pool: PoolID, to payee: PoolID? = nil) {
    queued[pool.place] += amount
    if let payee { awaited[payee.place] += amount }
  }

  /// An amount waits for a pool no longer.
  mutating func leave(_ amount: Int64, for pool: PoolID, to payee: PoolID? = nil) {
    queued[pool.place] -= amount
    if let payee { awaited[payee.place] -= amount }
  }
}

/// What is to be looked at.
extension Lines {
  /// A pool has gained money, or may have it again.
  mutating func replenish(_ pool: PoolID) { replenished.append(pool) }

  /// Whether a pool has that has not been looked at.
  var isReplenished: Bool { !replenished.isEmpty }

  /// The next pool to be looked at, in the order in which they gained; `nil` where none is left.
  mutating func nextReplenished() -> PoolID? {
    guard looked < replenished.count else {
      replenished.removeAll(keepingCapacity: true)
      looked = 0
      return nil
    }
    defer { looked += 1 }
    return replenished[looked]
  }

  /// The lines of a currency may hold a set that settles at once.
  mutating func suspectGridlock(_ currency: CurrencyID) {
    if !gridlocked.contains(currency) { gridlocked.append(currency) }
  }

  /// The currency suspected last; `nil` where none is.
  mutating func nextGridlocked() -> CurrencyID? { gridlocked.popLast() }
}
