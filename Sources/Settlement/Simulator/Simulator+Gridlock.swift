import Bookkeeping
import Calendars
import Liquidity
import Scenarios
import Vocabulary

/// Gridlock: payments that none of their pools can pay one by one, but all together.
///
/// The lines of a currency go to SETTLE: the greatest set that settles at once, each line in its
/// order. It is asked at each release run, and where releases are continuous at each payment that
/// joins a line and at each opening of a system. What comes in counts only where a leg pays another
/// pool at the same instant: on the last leg of a corridor.
extension Simulator {
  /// A system has opened: what its closing kept from settling together may do so now.
  mutating func suspectGridlock(atOpeningOf timetable: TimetableID) {
    let opening = world.scenario.systems.indices.first {
      world.hours(of: SystemID($0)) == timetable
    }
    guard let opening else { return }
    let currency = world.scenario.systems[opening].currency
    for place in world.scenario.pools.indices where lines.count(.money(PoolID(place))) > 0 {
      let pool = world.scenario.pools[place]
      // Books that know no currency of their own keep them all.
      guard world.releases[pool.branch.place] == nil, currency == nil || currency == pool.currency
      else { continue }
      suspectGridlock(of: PoolID(place))
    }
  }

  /// Settles what can settle at once in the lines of a currency.
  ///
  /// - Returns: What has settled, with its legs, in the order in which it goes on.
  mutating func settleGridlock(in currency: CurrencyID) -> [(slot: Slot, leg: Leg)] {
    let members = world.poolsOfCurrency[currency]
    let standing = members.filter { lines.count(.money($0)) > 0 }
    guard !isPooled, standing.count > 1 else { return [] }
    guard standing.contains(where: { mayPayItsFirst($0) }) else { return [] }
    var queue: [Slot] = []
    for pool in standing { queue += settleable(in: pool) }
    return settleTogether(greatestSet(of: queue, among: members))
  }

  /// Whether the first payment of a pool's line could be paid if all that stands in other lines
  /// for this pool came in; where no line's first could, nothing can settle together.
  ///
  /// This keeps long lines that starve from being solved at each payment that joins them.
  private func mayPayItsFirst(_ pool: PoolID) -> Bool {
    guard let slot = lines.first(.money(pool)) else { return false }
    return payments[slot].moving <= treasury.headroom(pool) + lines.awaited(pool)
  }

  /// The first payments of a pool's line, up to the first whose system is closed.
  private mutating func settleable(in pool: PoolID) -> [Slot] {
    guard maySend(from: pool) else { return [] }
    let all = lines.slots(in: .money(pool), of: payments)
    var open: [Slot] = []
    for slot in all {
      let leg = nextLeg(slot)
      guard clock.isOpen(world.hours(of: leg.system), before: leg.cutOff) else { break }
      open.append(slot)
    }
    return open
  }

  /// The greatest set of a queue, each line in its order.
  private func greatestSet(of queue: [Slot], among members: [PoolID]) -> [Slot] {
    let funds = members.map { pool in
      Funds(balance: treasury.balance(pool), credit: treasury.credit(pool))
    }
    var entries: [QueuedPayment] = []
    var slots: [Slot?] = []
    for slot in queue {
      let leg = nextLeg(slot)
      let from = place(of: leg.payer, among: members) ?? 0
      let fee = CorrespondentRail.charge(leg.fee, from: payments[slot].moving)
      // What the correspondent takes leaves the pools; it stands before its payment, so that
      // nothing settles without it.
      let received = payments[slot].moving - fee
      if fee > 0 {
        entries.append(QueuedPayment(from: from, to: nil, amount: fee))
        slots.append(received > 0 ? nil : slot)
      }
      guard received > 0 else { continue }
      let to = place(of: leg.payee, among: members)
      entries.append(QueuedPayment(from: from, to: to, amount: received))
      slots.append(slot)
    }
    do {
      let problem = try SettleProblem(funds: funds, payments: entries)
      var solver = SettleSolver()
      _ = solver.solve(problem)
      return problem.settledPlaces(solver.settled(in: problem)).compactMap { slots[$0] }
    } catch {
      preconditionFailure("the lines of a currency are a problem of SETTLE: \(error)")
    }
  }

  private func place(of pool: PoolID?, among members: [PoolID]) -> Int? {
    pool.flatMap { members.firstIndex(of: $0) }
  }

  /// Settles a set at one instant: every pool is paid before any pays, so that none passes its
  /// credit line on the way.
  private mutating func settleTogether(_ slots: [Slot]) -> [(slot: Slot, leg: Leg)] {
    var legs: [Leg] = []
    for slot in slots {
      let leg = nextLeg(slot)
      legs.append(leg)
      guard let pool = leg.payer else { preconditionFailure("a line belongs to a pool") }
      guard lines.popFirst(.money(pool), in: payments) == slot else {
        preconditionFailure("a set takes the first payments of each line")
      }
      leavesLine(slot, of: pool)
    }
    for (slot, leg) in zip(slots, legs) { moveMoney(slot, leg, .paysPayee) }
    for (slot, leg) in zip(slots, legs) { moveMoney(slot, leg, .takesFromPayer) }
    return zip(slots, legs).map { (slot: $0, leg: $1) }
  }
}
