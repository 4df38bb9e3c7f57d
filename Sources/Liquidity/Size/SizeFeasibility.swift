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

extension TwoStageProblem {
  /// What an allocation is short of in a replication, at the price of a shortfall, and its fees.
  func shortfall(_ held: [Int64], in replication: Int) -> Double {
    var stage = SecondStage(terms)
    return secondStage(held, parts: 1, replication, &stage).cost
  }
}
