/// The largest cost of a unit: 2⁴⁰, so that no sum of costs along a path can overflow.
let largestUnitCost: Int64 = 1 << 40

/// What is wrong with the input of REBALANCE.
extension RebalanceProblem {
  private static let mostPools = 1 << 16

  /// The sum of holdings and targets, where they can be added up.
  static func checkedVolume(
    _ pools: [RebalancePool], _ unfunded: Int64
  ) throws(InvalidProblem) -> Int128 {
    var list = FaultList()
    let volume = pools.reduce(Int128(0)) {
      $0 + Int128($1.holding.magnitude) + Int128($1.target.magnitude)
    }
    list.expect(
      volume <= Int128(largestVolume), "pools", "holdings and targets of at most 2⁶¹ units in all",
      found: "\(volume)")
    list.expect(
      pools.count <= mostPools, "pools", "at most 65,536 pools", found: "\(pools.count)")
    expectCost(unfunded, "costs.unfunded", &list)
    try list.throwIfAny()
    return volume
  }

  static func check(
    _ pools: [RebalancePool], _ currencyCount: Int, _ currencyCosts: [UnitCost],
    _ pairCosts: [UnitCost], _ limits: [TransferLimit]
  ) throws(InvalidProblem) {
    var list = FaultList()
    list.expect(
      (1...mostPools).contains(currencyCount), "currencies", "1 to 65,536 currencies",
      found: "\(currencyCount)")
    for (place, pool) in pools.enumerated() {
      list.expect(
        pool.currency >= 0 && pool.currency < currencyCount, "pools[\(place)].currency",
        "a currency", found: "\(pool.currency)")
      expectCost(pool.outCost, "pools[\(place)].outCost", &list)
      expectCost(pool.inCost, "pools[\(place)].inCost", &list)
    }
    check(
      currencyCosts.map { ($0.from, $0.to) }, currencyCount, "costs.currency", "a currency", &list)
    for (place, cost) in currencyCosts.enumerated() {
      expectCost(cost.unit, "costs.currency[\(place)].unit", &list)
    }
    check(pairCosts.map { ($0.from, $0.to) }, pools.count, "costs.pair", "a pool", &list)
    expectTwoPools(pairCosts.map { ($0.from, $0.to) }, "costs.pair", &list)
    expectTwoPools(limits.map { ($0.from, $0.to) }, "limits", &list)
    for (place, cost) in pairCosts.enumerated() {
      expectCost(cost.unit, "costs.pair[\(place)].unit", &list)
    }
    check(limits.map { ($0.from, $0.to) }, pools.count, "limits", "a pool", &list)
    for (place, limit) in limits.enumerated() {
      list.expect(
        limit.amount >= 0, "limits[\(place)].amount", "an amount from zero",
        found: "\(limit.amount)")
    }
    try list.throwIfAny()
  }

  private static func expectCost(
    _ cost: Int64, _ place: @autoclosure () -> String, _ list: inout FaultList
  ) {
    list.expect(
      cost >= 0 && cost <= largestUnitCost, place(), "a cost of 0 to 2⁴⁰", found: "\(cost)")
  }

  private static func expectTwoPools(
    _ pairs: [(from: Int, to: Int)], _ path: String, _ list: inout FaultList
  ) {
    for (place, pair) in pairs.enumerated() {
      list.expect(
        pair.from != pair.to, "\(path)[\(place)].to", "another pool than the giver",
        found: "\(pair.to)")
    }
  }

  /// Both ends are known and no pair occurs twice.
  private static func check(
    _ pairs: [(from: Int, to: Int)], _ count: Int, _ path: String, _ end: String,
    _ list: inout FaultList
  ) {
    let known = 0..<count
    var keys: [Int] = []
    for (place, pair) in pairs.enumerated() {
      list.expect(
        known.contains(pair.from), "\(path)[\(place)].from", end, found: "\(pair.from)")
      list.expect(
        known.contains(pair.to), "\(path)[\(place)].to", end, found: "\(pair.to)")
      guard known.contains(pair.from), known.contains(pair.to) else { continue }
      keys.append(pair.from * count + pair.to)
    }
    // Pairs in order, as they mostly come, cannot occur twice.
    guard list.faults.isEmpty, !zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else { return }
    var firsts: [Int: Int] = [:]
    for (place, key) in keys.enumerated() {
      let first = firsts[key] ?? place
      firsts[key] = first
      list.expect(
        first == place, "\(path)[\(place)]", "one entry for two ends",
        found: "a second one, the first at \(path)[\(first)]")
    }
  }
}
