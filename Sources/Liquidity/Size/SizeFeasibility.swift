/// The independent checker of SIZE: looks for transfers that keep an allocation's balances up, as a
/// flow through time, and knows nothing of cuts.
public enum SizeFeasibility {
  /// Whether an allocation, with windows, keeps every balance of a replication at its minimum.
  ///
  /// - Parameters:
  ///   - allocation: What each pool holds at the start.
  ///   - block: The flows; where it keeps order, that counts as in the sizer.
  ///   - lane: The replication within the block.
  /// - Complexity: One minimum-cost flow over pools · segments nodes.
  public static func isEnough(
    _ allocation: [Int64], for block: FlowBlock, lane: Int, terms: SizeTerms
  ) throws(InvalidProblem) -> Bool {
    let windows = terms.windows.map { window in
      let open = window.open?.sorted() ?? Array(0..<terms.poolCount)
      return TwoStageTerms.Window(
        after: window.bucket,
        transfers: open.flatMap { from in
          open.filter { $0 != from }.map { UnitCost(from: from, to: $0, unit: 0) }
        })
    }
    var problem = TwoStageProblem(
      try TwoStageTerms(
        bucketCount: terms.bucketCount, unitCosts: [Int64](repeating: 0, count: terms.poolCount),
        windows: windows, lag: terms.lag, shortfallCost: 1))
    problem.add(block)
    return problem.shortfall(zip(allocation, terms.localMinima).map { $0 - $1 }, in: lane) == 0
  }
}

extension SizeFeasibility {
  /// Up to how many windows the needs with windows are computed anew, by trying every pattern: the
  /// work is 2^windows times that of reading the flows.
  public static let mostWindows = 6

  /// What the needs of replications break: those without rebalancing and with tokens are the
  /// running sums' lowest points, those with few windows the definition's, and in any case tokens
  /// need no more than windows, and windows no more than pools by themselves.
  ///
  /// - Parameter flows: [replication][pool][bucket].
  /// - Complexity: O(flows), times 2^windows up to `mostWindows`.
  public static func faults(
    of needs: SizeNeeds, flows: [[[Int64]]], terms: SizeTerms
  ) -> [String] {
    guard needs.replicationCount == flows.count else { return ["a replication is missing"] }
    let minimum = terms.localMinima.reduce(0, +)
    let none = needs.none
    return flows.enumerated().flatMap { number, flow in
      let alone = zip(SizeDefinition.alone(flow), terms.localMinima).map { $0 + $1 }
      let token = minimum + SizeDefinition.token(flow)
      let windowed = needs.windowed[number]
      var faults: [String] = []
      if alone != needs.alone.map({ $0[number] }) { faults.append("the need of a pool alone") }
      if token != needs.token[number] { faults.append("the need with tokens, \(token)") }
      if terms.windows.count <= mostWindows,
        minimum + SizeDefinition.windowed(flow, terms) != windowed
      {
        faults.append("the need with windows")
      }
      if !(needs.token[number] <= windowed && windowed <= none[number]) {
        faults.append("tokens, windows and neither are out of order")
      }
      return faults.map { "replication \(number): \($0)" }
    }
  }

  /// Whether an allocation is short, with windows, in more replications than it may be.
  ///
  /// - Parameter flows: [replication][pool][bucket].
  /// - Returns: Nothing where it is enough; else how often it is short.
  /// - Complexity: One minimum-cost flow for each replication.
  public static func faults(
    of allocation: [Int64], mayFail: Int, flows: [[[Int64]]], terms: SizeTerms
  ) throws(InvalidProblem) -> [String] {
    var short = 0
    for flow in flows {
      var block = FlowBlock(poolCount: terms.poolCount, bucketCount: terms.bucketCount)
      for (pool, row) in flow.enumerated() {
        for (bucket, amount) in row.enumerated() where amount != 0 {
          block.add(amount, pool: pool, bucket: bucket, lane: 0)
        }
      }
      if try !isEnough(allocation, for: block, lane: 0, terms: terms) { short += 1 }
    }
    return short > mayFail
      ? ["the allocation is short in \(short) replications, not in at most \(mayFail)"] : []
  }
}

extension TwoStageProblem {
  /// What an allocation is short of in a replication, at the price of a shortfall, and its fees.
  func shortfall(_ held: [Int64], in replication: Int) -> Double {
    var stage = SecondStage(terms)
    return secondStage(held, parts: 1, replication, &stage).cost
  }
}
