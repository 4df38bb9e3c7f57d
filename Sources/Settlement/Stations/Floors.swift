import Scenarios
import Vocabulary

/// The pools that a treasury watches: which have fallen below their floors, which of those it will
/// act on, and when it has to look again.
///
/// Nobody else changes the list. Invariants: a pool stands on the list once, in the order in which
/// the pools fell; one that is not armed joins it not; the list is looked at only after something
/// has changed on which a transfer depends (`stir`). What a pool *holds* is what lies in it and is
/// on its way to it, less what waits for it; whoever tells of a pool says it.
///
/// Amounts are minor units of the pool's currency; a currency is its place among the world's. All
/// verbs but those of the list are O(1), since they are asked at every posting on a pool.
struct Floors {
  /// From the order of a transfer to its arrival.
  let lag: TimeSpan
  /// What each pool should not fall below, and what it is brought to.
  private let floors, targets: ContiguousArray<Int64>
  /// Pools below their floors for which nothing has been ordered yet, in the order in which they
  /// fell, and which they are.
  private var fallen: ContiguousArray<PoolID> = []
  private var isFallen: ContiguousArray<Bool>
  /// Pools whose fall below the floor would be acted on.
  private var isArmed: ContiguousArray<Bool>
  /// Whether something on which a transfer depends has changed since the list was looked at last.
  private var isStirred = false
  /// By currency: until when nothing changes by time alone that a transfer depends on, as far as
  /// that has been looked up; `distantFuture` where nothing waits for it.
  private var nextLook: ContiguousArray<Instant>

  /// A watch over pools with floors and targets, of which nothing is known yet.
  ///
  /// - Precondition: As many targets as floors.
  init(lag: TimeSpan, floors: [Int64], targets: [Int64], currencies: Int) {
    precondition(floors.count == targets.count, "a pool has a floor and a target")
    self.lag = lag
    (self.floors, self.targets) = (ContiguousArray(floors), ContiguousArray(targets))
    isFallen = ContiguousArray(repeating: false, count: floors.count)
    isArmed = ContiguousArray(repeating: true, count: floors.count)
    nextLook = ContiguousArray(repeating: .distantFuture, count: currencies)
  }

  /// The watch of a treasury over the pools of a world; `nil` where it keeps none.
  init?(_ rebalancing: Rebalancing?, _ world: World) {
    guard case .belowFloor(let lag) = rebalancing else { return nil }
    self.init(
      lag: lag, floors: world.scenario.pools.map(\.floor.minorUnits),
      targets: world.scenario.pools.map(\.target.minorUnits), currencies: world.currencies.count)
  }
}

/// What is told at each posting.
extension Floors {
  /// A pool holds less than before: below its floor it joins the list.
  mutating func fell(_ pool: PoolID, to held: Int64) {
    guard isArmed[pool.place], !isFallen[pool.place], held < floors[pool.place] else { return }
    isFallen[pool.place] = true
    fallen.append(pool)
    isStirred = true
  }

  /// A pool holds more than before: back at its target it is watched again.
  mutating func rose(_ pool: PoolID, to held: Int64) {
    if held >= targets[pool.place] { isArmed[pool.place] = true }
  }

  /// Nothing is on its way to a pool any more: it is watched again, from its floor as it is now.
  mutating func watchAgain(_ pool: PoolID, holding held: Int64) {
    isArmed[pool.place] = true
    fell(pool, to: held)
  }

  /// Something has changed on which a transfer depends.
  mutating func stir() { isStirred = true }
}

/// The list.
extension Floors {
  /// The pools to be lifted, in the order in which they fell; none where nothing has changed since
  /// they were tried last.
  var toLift: ContiguousArray<PoolID>? { isStirred ? fallen : nil }

  /// What a pool needs to be at its target, where it is below its floor still; one that is not is
  /// off the list.
  mutating func lacking(_ pool: PoolID, holding held: Int64) -> Int64? {
    guard held < floors[pool.place] else {
      isFallen[pool.place] = false
      return nil
    }
    return targets[pool.place] - held
  }

  /// What a pool has above its target, of what lies in it and nobody waits for.
  func surplus(of pool: PoolID, having free: Int64) -> Int64 { max(0, free - targets[pool.place]) }

  /// Transfers to a pool were ordered: it is off the list, and not armed before they land.
  mutating func ordered(for pool: PoolID) {
    isFallen[pool.place] = false
    isArmed[pool.place] = false
  }

  /// The list has been gone through: those who could not be lifted stay on it.
  mutating func keep(_ still: ContiguousArray<PoolID>) {
    fallen = still
    isStirred = false
  }
}

/// What time alone changes.
extension Floors {
  /// Whether nobody has looked up yet when the pools of a currency may next take part.
  func awaitsLook(_ currency: CurrencyID) -> Bool { nextLook[currency] == .distantFuture }

  /// The pools of a currency are looked at again at an instant.
  mutating func look(at instant: Instant, _ currency: CurrencyID) { nextLook[currency] = instant }

  /// By time alone, pools of a currency may have begun to take part.
  mutating func timeCame(for currency: CurrencyID) {
    nextLook[currency] = .distantFuture
    isStirred = true
  }
}
