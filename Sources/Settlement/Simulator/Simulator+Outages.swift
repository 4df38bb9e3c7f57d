import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What is asked of outages and failures; nobody is held here.
extension Simulator {
  /// Whether money of a pool may leave it now.
  func maySend(from pool: PoolID) -> Bool {
    guard !world.disturbedHours.isCalm else { return true }
    let branch = world.scenario.pools[pool.place].branch
    guard let gate = world.disturbedHours.sending[branch.place] else { return true }
    return clock.isOpen(gate)
  }

  /// Whether a ledger is down now, nothing leaves the payer's branch, or the payee's is down.
  func ledgerIsDown(_ kind: RailKind, _ plan: CorridorPlan) -> Bool {
    isShut(world.disturbedHours.ledgers[kind.place])
      || isShut(world.disturbedHours.sending[plan.home.place])
      || isShut(world.disturbedHours.presence[plan.destination.place])
  }

  private func isShut(_ gate: TimetableID?) -> Bool {
    gate.map { !world.timetables[$0].isOpen(at: now) } ?? false
  }

  /// Whether a system has an outage now.
  func isDown(_ system: SystemID) -> Bool {
    world.timetables[world.hours(of: system)].closure(at: now).cause == .outage
  }
}
