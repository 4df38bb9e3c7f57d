/// The optimal policy of a batch treasury: the cheapest transfers that bring as much as there is to
/// where it lacks, by REBALANCE.
///
/// Which policy a treasury follows is a word of its scenario (`TransferPolicy`); here are arrays and
/// transfers alone.
public enum OptimalTransfers {
  /// What a unit costs to take out of a pool, and to put into it, from zero to 2³⁸.
  public struct UnitFees: Hashable, Sendable {
    /// The cost of taking one unit out.
    public var out: Int64
    /// The cost of putting one unit in.
    public var into: Int64

    /// The fees of a pool.
    public init(out: Int64, into: Int64) { (self.out, self.into) = (out, into) }
  }

  /// The transfers of one window among the pools of one currency.
  ///
  /// It sees the same surplus and need as `TopUp`, moves as much as there is and takes no pool below
  /// its target. Where all pools have the same fees, every choice costs the same, and it keeps to
  /// few transfers: whom one surplus serves exactly is served by it, else the neediest from the
  /// largest; the earlier place goes first among equals.
  ///
  /// - Parameters:
  ///   - positions: The pools of one currency.
  ///   - fees: The fees of each pool, or none, where all are the same.
  /// - Returns: Transfers in a fixed order; fewer than pools.
  /// - Precondition: As many fees as pools, or none.
  /// - Complexity: O(n²) in the number of pools.
  public static func transfers(
    among positions: [TopUp.Position], fees: [UnitFees] = []
  ) -> [TopUp.Move] {
    precondition(fees.isEmpty || fees.count == positions.count, "each pool has its fees")
    if fees.allSatisfy({ $0 == fees[0] }) { return fewest(among: positions) }
    return cheapest(among: positions, fees)
  }

  private static func cheapest(
    among positions: [TopUp.Position], _ fees: [UnitFees]
  ) -> [TopUp.Move] {
    let pools = zip(positions, fees).map { position, fee in
      RebalancePool(
        holding: position.surplus, target: position.need, outCost: fee.out, inCost: fee.into)
    }
    // Above the cost of any transfer: what can be funded is.
    let unfunded = 1 + (fees.map(\.out).max() ?? 0) + (fees.map(\.into).max() ?? 0)
    do throws(InvalidProblem) {
      var solver = RebalanceSolver()
      solver.solve(try RebalanceProblem(pools: pools, unfunded: unfunded))
      return solver.transfers.map { TopUp.Move(from: $0.from, to: $0.to, amount: $0.amount) }
    } catch {
      preconditionFailure("the treasury's positions are within their bounds: \(error)")
    }
  }

  private static func fewest(among positions: [TopUp.Position]) -> [TopUp.Move] {
    var surplus = positions.map(\.surplus)
    var need = positions.map(\.need)
    var moves: [TopUp.Move] = []
    for to in need.indices where need[to] > 0 {
      guard let from = surplus.firstIndex(of: need[to]) else { continue }
      moves.append(TopUp.Move(from: from, to: to, amount: need[to]))
      (surplus[from], need[to]) = (0, 0)
    }
    while let to = TopUp.largest(need),
      let from = surplus.firstIndex(of: need[to]) ?? TopUp.largest(surplus)
    {
      let amount = min(need[to], surplus[from])
      moves.append(TopUp.Move(from: from, to: to, amount: amount))
      need[to] -= amount
      surplus[from] -= amount
    }
    return moves
  }
}
