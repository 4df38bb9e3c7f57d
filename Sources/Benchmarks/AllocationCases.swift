import Liquidity

extension Case {
  /// The joint service level of 8 pools, 1,000 replications of walks over 250 buckets, 50 may fail.
  static let joint = Case(
    name: "joint", about: "joint service level, 8 pools × 1,000 replications, 50 may fail, ms"
  ) {
    guard let terms = try? SizeTerms(poolCount: 8, bucketCount: 250),
      var sizer = try? Sizer(terms)
    else { preconditionFailure("the benchmark's terms are sound") }
    for block in Flows.blocks(count: 125, buckets: 250) { sizer.add(block) }
    let group = sizer.jointGroup(.none, unitCosts: [Double](repeating: 1, count: 8))
    let problem = JointProblem([group], mayFail: 50)
    func milliseconds(_ name: String, _ effort: JointProblem.Effort) -> Figure {
      let figure = Figure.nanoseconds("joint \(name)", operations: 1, rounds: 21) {
        UInt64(problem.solve(effort).cost)
      }
      return Figure(name: figure.name, value: figure.value / 1e6, unit: "ms")
    }
    let (quick, best) = (
      problem.solve(), problem.solve(.init(shakes: 300, branches: 2_000, tolerance: 1e-6))
    )
    return [
      milliseconds("search alone", .init(shakes: 0, branches: -1, cuts: 0)),
      milliseconds("search and bound", .init()),
      Figure(name: "joint certified gap", value: quick.gap * 100, unit: "%"),
      Figure(
        name: "joint above the best bound found",
        value: (quick.cost / best.lowerBound - 1) * 100, unit: "%"),
    ]
  }

  /// Fees: 8 pools, 6 windows, 500 buckets; the mean and the worst twentieth of the replications.
  static let twoStage = Case(
    name: "twostage", about: "two-stage pre-funding, 8 pools × 6 windows × 1,000 replications, ms"
  ) {
    let ways = (0..<8).flatMap { from in
      (0..<8).filter { $0 != from }.map { UnitCost(from: from, to: $0, unit: 20_000) }
    }
    let windows = (1...6).map { TwoStageTerms.Window(after: 70 * $0, transfers: ways) }
    guard
      let terms = try? TwoStageTerms(
        bucketCount: 500, unitCosts: [Int64](repeating: 1_000_000, count: 8), windows: windows,
        lag: 20, shortfallCost: 20_000_000)
    else { preconditionFailure("the benchmark's terms are sound") }
    var problem = TwoStageProblem(terms)
    for block in Flows.blocks(count: 125, buckets: 500) { problem.add(block) }
    return [("mean", RiskMeasure.expected), ("tail", .conditionalValueAtRisk(beyond: 0.95))].map {
      name, measure in
      let figure = Figure.nanoseconds("twostage \(name)", operations: 1, rounds: 3) {
        UInt64(problem.solve(measure).cuts)
      }
      return Figure(name: figure.name, value: figure.value / 1e6, unit: "ms")
    }
  }
}
