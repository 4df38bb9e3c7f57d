/// REBALANCE as it is defined: the plain twin of `RebalanceSolver`.
///
/// Successive shortest paths over pools and pairs: as long as the cheapest way from a surplus to a
/// need costs no more than leaving the unit lacking, as much as fits goes that way.
enum RebalanceDefinition {
  /// The cheapest cost, and how much it leaves lacking.
  ///
  /// - Complexity: O(paths · pools · pairs); for tests.
  static func solve(_ problem: RebalanceProblem) -> (cost: Int128, unfunded: Int64) {
    var network = PairNetwork(problem)
    while true {
      let (distances, steps, _) = network.rounds(from: network.source)
      guard let distance = distances[network.sink], distance <= 0 else { break }
      network.augment(along: steps)
    }
    let cost = network.edges.reduce(Int128(0)) { $0 + Int128($1.flow) * Int128($1.cost) }
    let need = problem.pools.indices.reduce(Int64(0)) { $0 + problem.need(of: $1) }
    let met = network.edges.reduce(Int64(0)) { $1.to == network.sink ? $0 + $1.flow : $0 }
    return (cost + Int128(need) * Int128(problem.unfunded), need - met)
  }
}
