/// The answer of the search that lets payments overtake each other.
public struct BypassSolution: Hashable, Sendable {
  /// Always `.heuristic`: the best set in any order is NP-hard to find.
  public var status: SolveStatus { .heuristic }
  /// The places of the settled payments in the queue as given, ascending.
  public var settled: [Int]
  /// What they are worth.
  public var value: Int128
  /// What settles when every queue keeps its order; never above `value`.
  public var valueInOrder: Int128
  /// What no answer in any order can pass.
  public var bound: Int128
  /// How often SETTLE was solved.
  public var solves: Int

  /// What overtaking gains over the order of the queues.
  public var gain: Int128 { value - valueInOrder }
}

/// A search for a set worth more than SETTLE finds in order: it lets payments overtake each other.
///
/// SETTLE is solved in the order given, then for what is left with the smallest payments first,
/// the largest first, and so on until nothing more settles; beginning with another order gives
/// other answers, of which the best is kept. Each step is exact, their sequence is not.
public enum Bypass {
  /// An order in which queues are tried.
  private enum Order: CaseIterable {
    case given, smallestFirst, largestFirst

    func sorts(_ payments: [QueuedPayment], _ places: [Int]) -> [Int] {
      switch self {
      case .given: places
      case .smallestFirst:
        places.sorted { (payments[$0].amount, $0) < (payments[$1].amount, $1) }
      case .largestFirst:
        places.sorted { (-payments[$0].amount, $0) < (-payments[$1].amount, $1) }
      }
    }
  }

  /// The best set found.
  ///
  /// - Throws: `InvalidProblem` as `SettleProblem` does.
  /// - Complexity: O(rounds · payments · log payments).
  public static func solve(
    funds: [Funds], payments: [QueuedPayment], bilateralLimits: [BilateralLimit] = []
  ) throws(InvalidProblem) -> BypassSolution {
    let problem = try SettleProblem(
      funds: funds, payments: payments, bilateralLimits: bilateralLimits)
    var solver = SettleSolver()
    var best = BypassSolution(
      settled: [], value: -1, valueInOrder: solver.solve(problem).value, bound: bound(problem),
      solves: 1)
    for first in Order.allCases {
      var (left, settled) = (Array(payments.indices), [Int]())
      var (funds, limits) = (funds, bilateralLimits)
      var order = first
      var idle = 0
      while idle < 2, !left.isEmpty {
        left = order.sorts(payments, left)
        let rest = try SettleProblem(
          funds: funds, payments: left.map { payments[$0] }, bilateralLimits: limits)
        idle = solver.solve(rest).count == 0 ? idle + 1 : 0
        best.solves += 1
        let chosen = rest.settledPlaces(solver.settled(in: rest)).map { left[$0] }
        for place in chosen { move(payments[place], &funds, &limits) }
        settled += chosen
        let gone = Set(chosen)
        left.removeAll { gone.contains($0) }
        order = order == .smallestFirst ? .largestFirst : .smallestFirst
      }
      let value = settled.reduce(Int128(0)) { $0 + Int128(payments[$1].amount) }
      if value > best.value { (best.value, best.settled) = (value, settled.sorted()) }
    }
    return best
  }

  private static func move(
    _ payment: QueuedPayment, _ funds: inout [Funds], _ limits: inout [BilateralLimit]
  ) {
    funds[payment.from].pay(payment.amount)
    if let to = payment.to { funds[to].pay(-payment.amount) }
    for place in limits.indices {
      let ends = (limits[place].from, limits[place].to)
      if ends == (payment.from, payment.to ?? -1) { limits[place].limit -= payment.amount }
      if ends == (payment.to ?? -1, payment.from) { limits[place].limit += payment.amount }
    }
  }

  /// Nobody can send more than it has and could receive.
  private static func bound(_ problem: SettleProblem) -> Int128 {
    var inflows = [Int128](repeating: 0, count: problem.participantCount + 1)
    for (place, receiver) in problem.receivers.enumerated() {
      inflows[Int(receiver)] += Int128(problem.amounts[place])
    }
    return (0..<problem.participantCount).reduce(0) { sum, sender in
      let row = Int(problem.starts[sender])..<Int(problem.starts[sender + 1])
      let out = row.reduce(Int128(0)) { $0 + Int128(problem.amounts[$1]) }
      return sum + min(out, Int128(problem.available[sender]) + inflows[sender])
    }
  }
}

extension Funds {
  fileprivate mutating func pay(_ amount: Int64) {
    balance -= amount
    if let limit = senderLimit { senderLimit = limit - amount }
  }
}
