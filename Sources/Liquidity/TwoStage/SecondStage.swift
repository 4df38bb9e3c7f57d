/// The second stage: the cheapest transfers and shortfalls of one replication, given what the pools
/// hold at its start, as a flow through time.
///
/// Nodes: each pool at the start of each segment, and the end. Between one start and the next a
/// pool carries its balance: what it needs to get through the segment is owed at the start and
/// given back at its end, what lies above flows on free, what is missing flows back at the price
/// of a shortfall.
struct SecondStage: Sendable {
  private let poolCount: Int
  private let segmentCount: Int
  private var network: FlowNetwork
  private var simplex = NetworkSimplex()

  init(_ terms: TwoStageTerms) {
    let ends = terms.ends
    (poolCount, segmentCount) = (terms.poolCount, ends.count)
    network = FlowNetwork(nodeCount: poolCount * segmentCount + 1)
    for pool in 0..<poolCount {
      for segment in 0..<segmentCount {
        network.connect(node(pool, segment), node(pool, segment + 1), cost: 0)
        network.connect(node(pool, segment + 1), node(pool, segment), cost: terms.shortfallCost)
      }
    }
    for window in terms.windows {
      guard let departs = SecondStage.segment(window.bucket, ends),
        let arrives = SecondStage.segment(window.bucket + terms.lag, ends)
      else { continue }
      for transfer in window.transfers {
        network.connect(
          node(transfer.from, departs), node(transfer.to, arrives), cost: transfer.unit)
      }
    }
  }

  /// The segment that starts at a time.
  private static func segment(_ time: Int, _ ends: [Int32]) -> Int? {
    if time == 0 { return 0 }
    return ends.dropLast().firstIndex(of: Int32(clamping: time)).map { $0 + 1 }
  }

  private func node(_ pool: Int, _ segment: Int) -> Int {
    segment < segmentCount ? pool * segmentCount + segment : poolCount * segmentCount
  }

  /// The least cost, and by how much a unit more in each pool changes it.
  ///
  /// - Parameters:
  ///   - held: What each pool holds, in parts of a unit.
  ///   - parts: How many parts make a unit.
  ///   - sums: The net flow of each pool and segment, [pool][segment].
  ///   - depths: How deep the running sum falls within it, from 0, in the same shape.
  mutating func solve(
    _ held: [Int64], parts: Int64, sums: Span<Int64>, depths: Span<Int64>
  ) -> (cost: Double, slopes: [Int64]) {
    let end = network.supplies.count - 1
    for place in network.supplies.indices { network.supplies[place] = 0 }
    for pool in 0..<poolCount {
      network.supplies[node(pool, 0)] += held[pool]
      network.supplies[end] -= held[pool]
      for segment in 0..<segmentCount {
        let (place, next) = (pool * segmentCount + segment, node(pool, segment + 1))
        network.supplies[place] -= depths[place] * parts
        network.supplies[next] += depths[place] * parts
        guard next != end else { continue }
        network.supplies[next] += sums[place] * parts
        network.supplies[end] -= sums[place] * parts
      }
    }
    simplex.solve(network, from: branches())
    var cost: Int128 = 0
    for arc in 0..<network.arcCount where simplex.flows[arc] > 0 {
      cost += Int128(simplex.flows[arc]) * Int128(network.costs[arc])
    }
    let prices = simplex.prices
    return (Double(cost) / Double(parts), (0..<poolCount).map { prices[end] - prices[node($0, 0)] })
  }

  /// The first tree: each pool for itself, what it has flowing on, what it lacks flowing back.
  private func branches() -> [NetworkSimplex.Branch] {
    var branches: [NetworkSimplex.Branch] = []
    branches.reserveCapacity(poolCount * segmentCount)
    for pool in 0..<poolCount {
      let start = pool * segmentCount
      var balance = network.supplies[start..<start + segmentCount].reduce(0, +)
      for segment in (0..<segmentCount).reversed() {
        let isUp = balance >= 0
        branches.append(
          .init(
            node: start + segment, parent: node(pool, segment + 1),
            arc: 2 * (start + segment) + (isUp ? 0 : 1), isUp: isUp, flow: abs(balance)))
        balance -= network.supplies[start + segment]
      }
    }
    return branches
  }
}
