import Bookkeeping
import Vocabulary

/// The balance of a pool with its integrals over time, brought up to date at each change.
struct PoolState {
  /// The balance over time, read after each instant.
  private var level: Level
  /// What is counted: from the end of the warm-up until nothing more is instructed.
  private let counted: Range<Instant>
  /// What the record will say.
  private var fact = PoolFact()

  /// A pool with its opening balance, in minor units.
  init(opening: Int64, at start: Instant, counted: Range<Instant>) {
    level = Level(opening, at: start, counted: counted)
    self.counted = counted
    fact.opening = opening
  }

  /// The balance, in minor units; the ledger has the same.
  var balance: Int64 { level.value }

  /// Adds to the balance, after accounting for the time that the old one lay there.
  mutating func add(_ amount: Int64, at now: Instant) {
    measure(until: now)
    level.move(by: amount, at: now)
  }

  /// Brings the integrals up to `now`, as far as it is counted.
  private mutating func measure(until now: Instant) {
    let area = Int128(level.stand(until: now).microseconds) * Int128(balance)
    if balance > 0 { fact.heldMicroseconds += area } else { fact.drawnMicroseconds -= area }
  }

  /// What the record says at the end of the run.
  mutating func closed(at horizon: Instant) -> PoolFact {
    measure(until: horizon)
    (fact.lowest, fact.closing) = (level.lowest, balance)
    return fact
  }

  /// Notes what a payment moved.
  ///
  /// - Parameter amount: In minor units, below zero out of the pool.
  mutating func notePayment(_ amount: Int64, at now: Instant) {
    guard counted.contains(now) else { return }
    if amount > 0 { fact.paidIn += Int128(amount) } else { fact.paidOut -= Int128(amount) }
  }

  /// Notes what came from another pool.
  mutating func noteTransferIn(_ amount: Int64, at now: Instant) {
    if counted.contains(now) { fact.transferredIn += Int128(amount) }
  }

  /// Notes that a payment waited for the pool.
  mutating func noteQueued(from start: Instant, until end: Instant) {
    let (from, to) = (max(start, counted.lowerBound), min(end, counted.upperBound))
    if from < to { fact.queuedMicroseconds += Int128((to - from).microseconds) }
  }
}
