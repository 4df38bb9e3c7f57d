/// A pool that may give or take, amounts in one base unit for all pools.
public struct RebalancePool: Hashable, Sendable {
  /// The place of its currency, from zero.
  public var currency: Int
  /// What lies in it; may be negative.
  public var holding: Int64
  /// To this it is brought, and down to this it gives.
  public var target: Int64
  /// What it costs to take one unit out, from zero.
  public var outCost: Int64
  /// What it costs to put one unit in, from zero.
  public var inCost: Int64
  /// Whether it can give.
  public var canGive: Bool
  /// Whether it can take.
  public var canTake: Bool

  /// A pool, by default open both ways and free of fees.
  public init(
    currency: Int = 0, holding: Int64, target: Int64, outCost: Int64 = 0, inCost: Int64 = 0,
    canGive: Bool = true, canTake: Bool = true
  ) {
    (self.currency, self.holding, self.target) = (currency, holding, target)
    (self.outCost, self.inCost) = (outCost, inCost)
    (self.canGive, self.canTake) = (canGive, canTake)
  }
}

/// What one unit costs on its way between two currencies, or between two pools besides.
public struct UnitCost: Hashable, Sendable {
  /// The place of the giving currency or pool.
  public var from: Int
  /// The place of the taking currency or pool.
  public var to: Int
  /// The cost of one unit, from zero.
  public var unit: Int64

  /// The cost of one unit from one place to another.
  public init(from: Int, to: Int, unit: Int64) {
    (self.from, self.to, self.unit) = (from, to, unit)
  }
}

/// The most that may go from one pool to another; zero where nothing can: closed, or too late.
public struct TransferLimit: Hashable, Sendable {
  /// The pool that gives.
  public var from: Int
  /// The pool that takes.
  public var to: Int
  /// The largest amount, from zero.
  public var amount: Int64

  /// A limit from one pool to another.
  public init(from: Int, to: Int, amount: Int64) {
    (self.from, self.to, self.amount) = (from, to, amount)
  }
}

/// REBALANCE: which transfers bring pools to their targets most cheaply?
///
/// A pool above its target may give what lies above; a pool below lacks the rest. A unit from pool
/// `i` to pool `j` costs `out(i) + currency(i, j) + in(j) + pair(i, j)`; a unit that stays
/// lacking costs `unfunded`. Surplus may stay. The cheapest answer is a minimum-cost flow, so it
/// is made of whole units.
///
/// ```swift
/// let problem = try RebalanceProblem(
///   pools: [RebalancePool(holding: 110, target: 100), RebalancePool(holding: 92, target: 100)],
///   unfunded: 1_000)
/// var solver = RebalanceSolver()
/// solver.solve(problem).cost  // 0
/// solver.transfers  // 8 units from pool 0 to pool 1
/// ```
public struct RebalanceProblem: Sendable {
  /// The pools as given.
  public private(set) var pools: [RebalancePool]
  /// What a unit costs that stays lacking.
  public let unfunded: Int64
  /// The costs between pools, as given.
  public let pairCosts: [UnitCost]
  /// The limits between pools, as given.
  public let limits: [TransferLimit]
  /// What a unit costs from currency to currency, row by row.
  let currencyCosts: [Int64]
  let currencyCount: Int
  let hubs: Hubs
  /// Holdings less targets.
  private(set) var gaps: [Int64]
  /// The sum of all holdings and targets, sign aside.
  private var volume: Int128

  /// A problem of pools, the costs of transfers between them and their limits.
  ///
  /// - Parameters:
  ///   - pools: At most 65,536, of the currencies `0 ..< currencyCount`.
  ///   - currencyCosts: Between currencies, one entry for a pair; what is not given is free.
  ///   - pairCosts: Between pools, on top of all other costs, one entry for a pair.
  ///   - limits: Between pools, one entry for a pair; without an entry there is no limit.
  ///   - unfunded: The cost of a unit that stays lacking.
  /// - Throws: `InvalidProblem` with every fault: unknown or equal ends, second entries, costs
  ///   outside `0 ... 2⁴⁰`, negative limits, holdings and targets beyond 2⁶¹ in all.
  /// - Complexity: O(pools · log pools + hubs²); a pool has a hub of its own where an entry of
  ///   `pairCosts` or `limits` names it, else it shares that of its currency.
  public init(
    pools: [RebalancePool], currencyCount: Int = 1, currencyCosts: [UnitCost] = [],
    pairCosts: [UnitCost] = [], limits: [TransferLimit] = [], unfunded: Int64
  ) throws(InvalidProblem) {
    volume = try RebalanceProblem.checkedVolume(pools, unfunded)
    try RebalanceProblem.check(pools, currencyCount, currencyCosts, pairCosts, limits)
    self.pools = pools
    (self.pairCosts, self.limits, self.unfunded) = (pairCosts, limits, unfunded)
    self.currencyCount = currencyCount
    var table = [Int64](repeating: 0, count: currencyCount * currencyCount)
    for cost in currencyCosts { table[cost.from * currencyCount + cost.to] = cost.unit }
    self.currencyCosts = table
    hubs = Hubs(pools, currencyCount, table, pairCosts, limits)
    gaps = pools.map { $0.holding - $0.target }
  }

  /// Gives a pool another holding and target; costs and limits, and what was made of them, stay.
  ///
  /// - Precondition: Holdings and targets stay within 2⁶¹ units in all.
  public mutating func set(holding: Int64, target: Int64, of pool: Int) {
    let before = pools[pool]
    volume -= Int128(before.holding.magnitude) + Int128(before.target.magnitude)
    volume += Int128(holding.magnitude) + Int128(target.magnitude)
    precondition(volume <= Int128(largestVolume), "holdings and targets stay within 2⁶¹ units")
    (pools[pool].holding, pools[pool].target) = (holding, target)
    gaps[pool] = holding - target
  }

  /// What a pool could give.
  func surplus(of pool: Int) -> Int64 { pools[pool].canGive ? max(0, gaps[pool]) : 0 }

  /// What a pool lacks, whether it can take or not.
  func need(of pool: Int) -> Int64 { max(0, -gaps[pool]) }

  /// What a unit costs from pool to pool but for the entries of `pairCosts`.
  func unitCost(from giver: Int, to taker: Int) -> Int64 {
    let (from, to) = (pools[giver], pools[taker])
    return from.outCost + to.inCost + currencyCosts[from.currency * currencyCount + to.currency]
  }
}
