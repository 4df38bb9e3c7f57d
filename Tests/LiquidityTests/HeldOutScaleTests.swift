import Testing

@testable import Liquidity

@Suite("An allocation is scaled by replications that did not choose it")
struct HeldOutScaleTests {
  private func level(_ share: Double) throws -> ServiceLevel { try #require(ServiceLevel(share)) }

  /// What each pool holds at a level, in the proportions of a shape.
  private func held(_ shape: [Int64], at share: Double, in heldOut: JointProblem.Group) throws
    -> [Int64]
  {
    HeldOutScale(shape, in: heldOut).allocation(keeping: try level(share))
  }

  private func group(_ needs: [[Int64]], total: [Int64]? = nil) -> JointProblem.Group {
    .init(needs: needs, total: total, unitCosts: needs.map { _ in 1 })
  }

  /// Of nine replications 90 % is the ninth of the ten that there are with the next one, 80 % the
  /// eighth; 95 % asks for more than nine, 30 % for less than the shape, which is kept.
  @Test(arguments: [(0.9, 18), (0.8, 16), (0.5, 10), (0.95, 18), (0.3, 10)])
  func rank(share: Double, expected: Int64) throws {
    let needs = [[4, 18, 2, 6, 8, 16, 10, 14, 12]] as [[Int64]]
    #expect(try held([10], at: share, in: group(needs)) == [expected])
  }

  @Test("The shape is kept, each pool rounded up, and the replication of the rank is just kept")
  func shape() throws {
    // Needs over shape: 1/3 and 2/7; 6/3 = 2 and 1/7; 1/3 and 8/7. The second of three at 50 %.
    let needs = group([[1, 6, 1], [2, 1, 8]])
    #expect(try held([3, 7], at: 0.5, in: needs) == [4, 8], "8/7 of 3 and 7, rounded up")
    #expect(HeldOutScale([3, 7], in: needs).totals == [4, 12, 20], "1 + 3, 4 + 8, 6 + 14")
  }

  @Test("The shape does not shrink, nor where the replications are too few for a level")
  func tooFew() throws {
    let few = group([[5, 6, 7]])
    #expect(try held([10], at: 0.999, in: few) == [10])
    #expect(try held([6], at: 0.999, in: few) == [7])
    #expect(try held([10], at: 0.75, in: few) == [10])
    #expect(HeldOutScale([10], in: few).total(keeping: try level(0.75)) == 7)
  }

  @Test("A pool without anything gets the most that it needed, since no multiple of nothing helps")
  func nothing() throws {
    let held = try held([0, 4], at: 0.5, in: group([[0, 9, 1], [2, 8, 6]]))
    #expect(held == [14, 6], "with 9 and 4 the replications ask 1/2, 2 and 3/2 of the shape")
    #expect(try self.held([0], at: 0.5, in: group([[0, 0, 0]])) == [0])
  }

  @Test("Pools that act as one are scaled by their sum")
  func pooled() throws {
    let needs = group([[0, 0, 0], [0, 0, 0]], total: [10, 30, 20])
    #expect(try held([4, 6], at: 0.5, in: needs) == [8, 12])
    #expect(try held([0, 0], at: 0.75, in: needs) == [30, 0])
  }

  /// However the needs are distributed, one more replication is kept with the promised chance or
  /// more: of 2,000 worlds of 19 held-out replications, 95 % and no less but for three standard errors.
  @Test func oneMoreReplicationIsKeptAsOftenAsPromised() throws {
    var state: UInt64 = 7
    func draw() -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let uniform = Double(state >> 11) / 9_007_199_254_740_992
      return Int64(1_000 / max(1e-6, uniform))
    }
    var kept = 0
    for _ in 0..<2_000 {
      let needs = (0..<3).map { _ in (0..<20).map { _ in draw() } }
      let others = group(needs.map { Array($0.dropLast()) })
      let held = try held([7, 5, 9], at: 0.95, in: others)
      if zip(needs, held).allSatisfy({ $0[19] <= $1 }) { kept += 1 }
    }
    #expect(Double(kept) / 2_000 > 0.95 - 3 * (0.95 * 0.05 / 2_000).squareRoot())
  }
}
