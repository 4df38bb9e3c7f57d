import Liquidity
import Vocabulary

/// A problem of SIZE with its names.
///
/// Members: `pools`, names; `flows[replication][pool][bucket]`, what each pool gains, of 2⁵³ units at most in
/// a replication; and where they are given `windows`, the buckets after which money can be moved, `lag` in
/// buckets, `open`, the pools of each window, `minima` by pool, and `service_level` (1 where it is not).
package struct SizeInput {
  private var pools = Names()
  private var flows: [[[Int64]]] = []
  private var level = ServiceLevel.certain
  private let terms: SizeTerms

  /// The problem of a file.
  ///
  /// - Parameter path: The file, `-` for the standard input.
  /// - Throws: `.noInput` where there is no such file; `.badInput` with every fault and its path in
  ///   the document.
  package static func read(_ path: String) throws(Failure) -> SizeInput {
    try ProblemFile.problem(path) { node, reading in try SizeInput(node, &reading) }
  }

  /// Reads a problem; faults are noted, and `nil` where some part is missing.
  init?(_ node: JSONNode, _ reading: inout JSONReading) throws {
    let members = reading.members(
      node, "$", required: ["pools", "flows"],
      optional: ["windows", "lag", "open", "minima", "service_level"])
    for (place, node) in reading.items(members["pools"], "$.pools").enumerated() {
      if let name = reading.name(node, "$.pools[\(place)]"),
        let first = pools.add(name, entry: place)
      {
        reading.note("$.pools[\(place)]", "'\(name)' stands twice, first at $.pools[\(first)]")
      }
    }
    flows = SizeInput.flows(members["flows"], pools.list.count, &reading)
    level = SizeInput.level(members["service_level"], &reading)
    let minima = SizeInput.minima(members["minima"], pools, &reading)
    let windows = SizeInput.windows(members["windows"], members["open"], pools, &reading)
    let lag = reading.amount(members["lag"], "$.lag") ?? 0
    if reading.isSound, pools.list.isEmpty { reading.note("$.pools", "is empty") }
    if reading.isSound, flows.isEmpty { reading.note("$.flows", "is empty") }
    guard reading.isSound else { return nil }
    terms = try SizeTerms(
      poolCount: pools.list.count, bucketCount: flows[0][0].count, windows: windows,
      lag: Int(min(lag, 1 << 31)), localMinima: minima)
    _ = try Sizer(terms)
  }

  /// The answer.
  ///
  /// What the pools need at the service level without moving money, with windows, and as tokens, and an
  /// allocation that is enough for all of them together.
  ///
  /// - Throws: `InvalidProblem` for what `read` has refused before.
  package func solve() throws -> ProblemAnswer {
    let sizer = try sized()
    let (needs, totals) = (sizer.needs(), sizer.needs().totals(at: [level])[0])
    let joint = sizer.jointAllocation(
      at: level, unitCosts: [Double](repeating: 1, count: pools.list.count))
    let total = joint.allocation[0].reduce(0, +)
    let bound = min(total, Int64((joint.lowerBound * (1 - 1e-12) - 1e-6).rounded(.up)))
    return try verification(needs, joint.allocation[0], total, bound).answer([
      ("format", .whole(1)),
      (
        "none",
        .object([
          ("total", .whole(totals.none.value)),
          ("per_pool", .amounts(pools.list, needs.alone(at: level).map(\.value))),
          ("per_replication", .amounts(needs.none)),
        ])
      ),
      ("windowed", SizeInput.total(totals.windowed, needs.windowed)),
      ("token", SizeInput.total(totals.token, needs.token)),
      (
        "joint",
        .object([
          ("allocation", .amounts(pools.list, joint.allocation[0])),
          ("total", .whole(total)),
          ("lower_bound", .whole(bound)),
          ("gap", .rounded(total == 0 ? 0 : Double(total - bound) / Double(total))),
        ])
      ),
    ])
  }

  /// Holds the answer against the definitions, computed apart from the solver: windows only where there are few.
  private func verification(
    _ needs: SizeNeeds, _ allocation: [Int64], _ total: Int64, _ bound: Int64
  )
    throws -> Verification
  {
    let mayFail = level.mayFail(among: flows.count)
    let hasFewWindows = terms.windows.count <= SizeFeasibility.mostWindows
    return Verification(
      claims: ["none", "token"] + (hasFewWindows ? ["windowed"] : []) + ["allocation"],
      faults: SizeFeasibility.faults(of: needs, flows: flows, terms: terms)
        + (try SizeFeasibility.faults(
          of: allocation, mayFail: mayFail, flows: flows, terms: terms))
        + (bound <= total ? [] : ["the bound \(bound) lies above the total \(total)"]))
  }

  /// What an arrangement needs at the level, with the need of each replication in its order.
  private static func total(_ quantile: Quantile, _ needs: [Int64]) -> JSONNode {
    .object([
      ("total", .whole(quantile.value)), ("per_replication", .amounts(needs)),
    ])
  }

  /// The solver with all flows, a block of as many replications as a vector has lanes at a time.
  private func sized() throws -> Sizer {
    var sizer = try Sizer(terms)
    for first in stride(from: 0, to: flows.count, by: FlowBlock.laneCount) {
      var block = FlowBlock(poolCount: terms.poolCount, bucketCount: terms.bucketCount)
      let replications = flows[first...].prefix(FlowBlock.laneCount)
      for (lane, replication) in replications.enumerated() {
        for (pool, row) in replication.enumerated() {
          for (bucket, flow) in row.enumerated() where flow != 0 {
            block.add(flow, pool: pool, bucket: bucket, lane: lane)
          }
        }
      }
      sizer.add(block, replications: replications.count)
    }
    return sizer
  }
}
