/// SETTLE as it is defined: the plain twin of `SettleSolver`.
///
/// Start with everybody settling everything; as long as somebody is not covered or beyond a
/// limit, the last of its payments that still settle is taken back. Whatever the order, this ends
/// at the greatest answer: a payment is taken back only where every feasible answer has fewer.
enum SettleDefinition {
  /// How many payments of each sender settle.
  ///
  /// - Complexity: O(payments² · participants); for tests.
  static func greatest(_ problem: SettleProblem) -> [Int32] {
    var settled = (0..<problem.participantCount).map { Int32(problem.queue(of: $0).count) }
    while let short = settled.indices.first(where: { isShort($0, settled, problem) }) {
      settled[short] -= 1
    }
    return settled
  }

  private static func isShort(_ sender: Int, _ settled: [Int32], _ problem: SettleProblem) -> Bool {
    let flows = SettleFeasibility.flows(settled, problem)
    let net = flows[sender].reduce(0, +) - flows.map { $0[sender] }.reduce(0, +)
    if net > problem.available[sender] { return true }
    return SettleFeasibility.bilateralLimits(of: problem).contains { limit in
      limit.from == sender && flows[sender][limit.to] - flows[limit.to][sender] > limit.limit
    }
  }
}
