/// The hub form of a problem: pool → out-hub → in-hub → pool.
///
/// Pools of one currency share an out-hub and an in-hub, since on the way between hubs they all
/// cost the same; a pool that a pair cost or a limit names has a hub of its own on that side.
/// Without such entries that is `pools + currencies² + pools` arcs, with an entry for every pair it
/// is the dense form. Costs are doubled and the cost of a lacking unit is one more than its double:
/// where funding a unit costs as much as leaving it lacking, it is funded.
struct Hubs: Sendable {
  /// The cost of an arc that does not exist: above all sums of others.
  static let noArc: Int64 = 1 << 61

  /// The pools of each out-hub, cheapest to take from first, the earlier pool first among equals.
  private(set) var givers: MeritOrder
  /// The pools of each in-hub, cheapest to give to first.
  private(set) var takers: MeritOrder
  /// The doubled cost from out-hub to in-hub, row by row.
  private(set) var costs: [Int64]
  /// The limit from out-hub to in-hub, row by row; `.max` without; empty where there are none.
  private(set) var limits: [Int64]

  /// How many out-hubs there are.
  var outCount: Int { givers.count }
  /// How many in-hubs there are.
  var inCount: Int { takers.count }

  init(
    _ pools: [RebalancePool], _ currencyCount: Int, _ currencyCosts: [Int64],
    _ pairCosts: [UnitCost], _ limits: [TransferLimit]
  ) {
    var isOwn = (out: [Bool](repeating: false, count: pools.count), in: [Bool]())
    isOwn.in = isOwn.out
    for cost in pairCosts { (isOwn.out[cost.from], isOwn.in[cost.to]) = (true, true) }
    for limit in limits { (isOwn.out[limit.from], isOwn.in[limit.to]) = (true, true) }
    givers = MeritOrder(
      pools, currencyCount, own: isOwn.out, isOpen: { $0.canGive }, cost: { $0.outCost })
    takers = MeritOrder(
      pools, currencyCount, own: isOwn.in, isOpen: { $0.canTake }, cost: { $0.inCost })
    costs = []
    costs.reserveCapacity(givers.count * takers.count)
    for out in givers.currencies {
      for into in takers.currencies { costs.append(2 * currencyCosts[out * currencyCount + into]) }
    }
    self.limits = []
    for cost in pairCosts {
      costs[givers.hub[cost.from] * takers.count + takers.hub[cost.to]] += 2 * cost.unit
    }
    add(limits)
  }

  private mutating func add(_ list: [TransferLimit]) {
    if list.contains(where: { $0.amount > 0 }) {
      limits = [Int64](repeating: .max, count: costs.count)
    }
    for limit in list {
      let arc = givers.hub[limit.from] * takers.count + takers.hub[limit.to]
      if limit.amount == 0 { costs[arc] = Hubs.noArc } else { limits[arc] = limit.amount }
    }
  }
}

/// Pools by hub, within a hub by cost and place.
struct MeritOrder: Sendable {
  /// The hub of each pool.
  private(set) var hub: [Int]
  /// The currency of each hub.
  private(set) var currencies: [Int]
  /// Where the pools of each hub start in `pools`, and the end of the last.
  private(set) var starts: [Int]
  /// The open pools.
  private(set) var pools: [Int32] = []

  /// How many hubs there are.
  var count: Int { currencies.count }

  init(
    _ list: [RebalancePool], _ currencyCount: Int, own: [Bool],
    isOpen: (RebalancePool) -> Bool, cost: (RebalancePool) -> Int64
  ) {
    currencies = Array(0..<currencyCount)
    hub = list.map(\.currency)
    for place in list.indices where own[place] {
      hub[place] = currencies.count
      currencies.append(list[place].currency)
    }
    starts = [Int](repeating: 0, count: currencies.count + 1)
    for place in list.indices where isOpen(list[place]) { starts[hub[place] + 1] += 1 }
    for place in currencies.indices { starts[place + 1] += starts[place] }
    rank(list, isOpen, cost)
  }

  /// Ranks the pools of each hub: a cost has 41 bits, a place 16, so one number is the key.
  private mutating func rank(
    _ list: [RebalancePool], _ isOpen: (RebalancePool) -> Bool, _ cost: (RebalancePool) -> Int64
  ) {
    var ends = starts
    var keys = [Int64](repeating: 0, count: starts[currencies.count])
    for place in list.indices where isOpen(list[place]) {
      keys[ends[hub[place]]] = cost(list[place]) << 16 | Int64(place)
      ends[hub[place]] += 1
    }
    for hub in currencies.indices { keys[starts[hub]..<starts[hub + 1]].sort() }
    pools = keys.map { Int32($0 & 0xFFFF) }
  }
}
