/// Solves SETTLE; keeps its tables from one problem to the next, so that solving allocates nothing
/// once they have their size.
public struct SettleSolver: Sendable {
  private var rows = SettleRows()
  /// What each sender's whole queue is worth.
  private var outflows: [Int64] = []
  /// Four partial sums of inflows: payments to one popular receiver do not wait for each other.
  private var inflows: [Int64] = []

  /// A solver without tables yet.
  public init() {}

  /// The greatest set of payments that settles with every queue in order.
  ///
  /// - Complexity: O(participants + payments); a microsecond takes in some 2,500 payments.
  public mutating func solve(_ problem: SettleProblem) -> SettleSolution {
    takeAll(of: problem)
    let sweeps = rows.takeBack(
      amounts: problem.amounts, receivers: problem.receivers, slots: problem.pairSlots,
      problem.pairs)
    let solution = summary(of: problem, sweeps)
    assert(SettleFeasibility.faults(of: settled(in: problem), in: problem).isEmpty)
    return solution
  }

  /// How many payments of each sender settle in the answer last found.
  public func settled(in problem: SettleProblem) -> [Int32] {
    (0..<problem.participantCount).map { rows.ends[$0] - problem.starts[$0] }
  }

  /// What each participant has after the answer last found, in the order of the problem.
  public func balances(in problem: SettleProblem) -> [Int64] {
    (0..<problem.participantCount).map {
      problem.funds[$0].balance + (rows.positions[$0] - problem.available[$0])
    }
  }

  /// The positions when every payment settles.
  private mutating func takeAll(of problem: SettleProblem) {
    let count = problem.participantCount
    if rows.positions.count != count + 1 {
      outflows = [Int64](repeating: 0, count: count)
      inflows = [Int64](repeating: 0, count: 4 * (count + 1))
      rows.ends = [Int32](repeating: 0, count: count)
      rows.positions = [Int64](repeating: 0, count: count + 1)
    }
    SettleSolver.addUp(problem, &outflows, &inflows)
    rows.positions[count] = 0
    for place in 0..<count {
      let inflow = (0..<4).reduce(0) { $0 + inflows[$1 * (count + 1) + place] }
      rows.ends[place] = problem.starts[place + 1]
      rows.positions[place] = problem.available[place] - outflows[place] + inflow
    }
    addUpPairs(of: problem)
  }

  private mutating func addUpPairs(of problem: SettleProblem) {
    guard let pairs = problem.pairs else { return }
    rows.pairNets = [Int64](repeating: 0, count: pairs.low.count)
    for sender in 0..<problem.participantCount {
      for row in Int(problem.starts[sender])..<Int(problem.starts[sender + 1]) {
        rows.exchange(problem.amounts[row], problem.pairSlots[row], from: sender, pairs)
      }
    }
  }

  private func summary(of problem: SettleProblem, _ sweeps: Int) -> SettleSolution {
    var (count, value) = (0, Int128(0))
    for sender in rows.ends.indices {
      count += Int(rows.ends[sender] - problem.starts[sender])
      value += Int128(sum(of: problem, sender, until: rows.ends[sender]))
    }
    return SettleSolution(
      status: .optimal, count: count, value: value, drops: problem.paymentCount - count,
      sweeps: sweeps)
  }
}

/// The two passes over the payments.
extension SettleSolver {
  /// Adds up what each sender sends and what each participant receives.
  private static func addUp(
    _ problem: SettleProblem, _ outflowList: inout [Int64], _ inflowList: inout [Int64]
  ) {
    let width = problem.participantCount + 1
    var outflows = outflowList.mutableSpan
    var inflows = inflowList.mutableSpan
    let (amounts, receivers) = (problem.amounts.span, problem.receivers.span)
    for place in inflows.indices { inflows[unchecked: place] = 0 }
    for sender in outflows.indices {
      var row = Int(problem.starts[sender])
      let end = Int(problem.starts[sender + 1])
      var out: Int64 = 0
      while row &+ 4 <= end {
        out &+= take(row, 0, amounts, receivers, &inflows)
        out &+= take(row &+ 1, width, amounts, receivers, &inflows)
        out &+= take(row &+ 2, 2 &* width, amounts, receivers, &inflows)
        out &+= take(row &+ 3, 3 &* width, amounts, receivers, &inflows)
        row &+= 4
      }
      while row < end {
        out &+= take(row, 0, amounts, receivers, &inflows)
        row &+= 1
      }
      outflows[unchecked: sender] = out
    }
  }

  /// Adds a payment to its receiver's sum in one of the four tables.
  @inline(__always)
  private static func take(
    _ row: Int, _ table: Int, _ amounts: Span<Int64>, _ receivers: Span<UInt16>,
    _ inflows: inout MutableSpan<Int64>
  ) -> Int64 {
    let amount = amounts[unchecked: row]
    inflows[unchecked: table &+ Int(receivers[unchecked: row])] &+= amount
    return amount
  }

  /// The amounts of a sender's row up to `middle`: added up, or what the row has less the rest of
  /// it, whichever is shorter.
  private func sum(of problem: SettleProblem, _ sender: Int, until middle: Int32) -> Int64 {
    let (start, end) = (problem.starts[sender], problem.starts[sender + 1])
    let amounts = problem.amounts.span
    let isShort = middle - start <= end - middle
    var sum: Int64 = 0
    for place in isShort ? Int(start)..<Int(middle) : Int(middle)..<Int(end) {
      sum &+= amounts[unchecked: place]
    }
    return isShort ? sum : outflows[sender] - sum
  }
}
