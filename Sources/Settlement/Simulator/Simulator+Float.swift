import Bookkeeping
import Scenarios
import Vocabulary

/// Money under way, and who funds it.
///
/// The convention, which `Reports/README.md` states for readers:
///
/// - A transfer between pools of the bank is funded by the pool that sent it until it arrives, at
///   that pool's rate (`PoolFact.inTransitMicroseconds`): as if it lay there still.
/// - What clients are owed for payments under way is their *float*: money that the bank has debited
///   from its client, or got for one, and has neither credited nor returned, while it lies in a
///   pool of the bank (`PoolFact.floatMicroseconds`). The bank has the use of it, its clients do
///   not. It is not taken off the pool's funding cost, which is of all that lies there; it is told
///   beside.
///
/// So a payment floats in its payer's pool from the debit until that pool pays for it; while it is
/// with another bank, the clearing or the dealer it floats nowhere, since no pool holds it; in its
/// payee's pool it floats from the settlement of the last leg, though that leg's correspondent may
/// still work on the message, until the credit. What a contract locks is no float: it
/// is priced as locked. Nor is a credit in tokens, or the cover of a payment that was announced: a
/// client has been credited, or the payment itself floats. Fees that stay with the bank are its
/// own.
extension Simulator {
  /// From now on a pool holds what a payment moves, or with `nil` none does any more.
  mutating func float(_ slot: Slot, in pool: PoolID?, _ amount: Int64) {
    stopFloating(slot)
    guard let pool, !payments[slot].isCredited, !payments[slot].isCover else { return }
    (payments[slot].floatPool, payments[slot].floating) = (pool, amount)
    treasury.float(amount, in: pool, at: now)
  }

  /// No pool holds a payment's money any more that a client is owed.
  mutating func stopFloating(_ slot: Slot) {
    guard let pool = payments[slot].floatPool else { return }
    treasury.float(-payments[slot].floating, in: pool, at: now)
    (payments[slot].floatPool, payments[slot].floating) = (nil, 0)
  }

  /// Who pays net in a cycle holds so much less of its clients' money; it is told payment by
  /// payment, and of all of them, when the cycle is final.
  mutating func floatLess(by cycle: NetCycle, isFinal: Bool) {
    for (place, net) in cycle.nets.enumerated() where net < 0 {
      let pool = world.poolsOfCurrency[cycle.currency][place]
      treasury.float(isFinal ? -net : net, in: pool, at: now)
    }
  }
}
