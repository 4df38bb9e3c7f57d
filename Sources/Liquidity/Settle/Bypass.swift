/// The answer of the search that lets payments overtake each other.
public struct BypassSolution: Hashable, Sendable {
  /// `.optimal` where the bound is met, else `.heuristic`: the best set in any order is NP-hard to
  /// find.
  public var status: SolveStatus { value == bound ? .optimal : .heuristic }
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
/// other answers, of which the best is kept. Each step is exact, their sequence is not. Where few
/// payments could settle at all, a search through their sets then finds the best one.
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
    let bound = BypassBound(payments, available: problem.available, limits: bilateralLimits)
    var best = BypassSolution(
      settled: [], value: -1, valueInOrder: solver.solve(problem).value, bound: bound.value,
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
    guard best.value < best.bound, bound.candidates.count <= mostSearched else { return best }
    let search = BypassSearch(
      payments, candidates: bound.candidates, available: problem.available, limits: bilateralLimits,
      above: best.value)
    if let found = search.best { (best.value, best.settled) = (search.value, found.sorted()) }
    if search.isComplete { best.bound = best.value }
    return best
  }

  /// Of how many payments sets are searched; among more a search would hardly end.
  private static let mostSearched = 256

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
}

extension Funds {
  fileprivate mutating func pay(_ amount: Int64) {
    balance -= amount
    if let limit = senderLimit { senderLimit = limit - amount }
  }
}
