/// The independent checker of SETTLE: adds up what an answer moves and compares with the rules.
public enum SettleFeasibility {
  /// What an answer breaks; empty where every participant is covered and within its limits.
  ///
  /// - Parameter settled: How many payments of each sender's queue settle.
  /// - Complexity: O(participants + payments + limits).
  public static func faults(of settled: [Int32], in problem: SettleProblem) -> [String] {
    var faults: [String] = []
    for sender in 0..<problem.participantCount {
      let length = problem.queue(of: sender).count
      if !(0...length).contains(Int(settled[sender])) {
        faults.append("participant \(sender) settles \(settled[sender]) of \(length) payments")
      }
    }
    guard faults.isEmpty else { return faults }
    return Sums(problem) { sender, place in place < settled[sender] }.faults(in: problem)
  }

  /// What an answer breaks that was written down: rules, its value, and the balances after it.
  ///
  /// - Parameters:
  ///   - places: The settled payments as places of the queue given, in any order of the queues.
  ///   - value: What they are said to be worth.
  ///   - balances: What each participant is said to have then.
  /// - Complexity: O(participants + payments + limits).
  public static func faults(
    ofPlaces places: [Int], value: Int128, balances: [Int64], in problem: SettleProblem
  ) -> [String] {
    let chosen = Set(places)
    guard chosen.count == places.count else { return ["a payment settles twice"] }
    guard chosen.allSatisfy(problem.amounts.indices.contains) else { return ["no such payment"] }
    let sums = Sums(problem) { sender, place in
      chosen.contains(Int(problem.places[Int(problem.starts[sender]) + place]))
    }
    var faults = sums.faults(in: problem)
    if sums.value != value { faults.append("the value is \(sums.value), not \(value)") }
    for (place, balance) in balances.enumerated() {
      let right = Int128(problem.funds[place].balance) - sums.nets[place]
      if right != balance { faults.append("participant \(place) has \(right), not \(balance)") }
    }
    return faults
  }

  /// What chosen payments move, by participant and by pair with a limit.
  private struct Sums {
    /// What goes out of each participant beyond what comes in, the outside last.
    var nets: [Int128]
    /// What goes one way between two, for pairs with a limit.
    var between: [[Int]: Int128] = [:]
    var value: Int128 = 0

    init(_ problem: SettleProblem, where isChosen: (Int, Int) -> Bool) {
      nets = [Int128](repeating: 0, count: problem.participantCount + 1)
      for sender in 0..<problem.participantCount {
        let row = Int(problem.starts[sender])
        for place in problem.queue(of: sender).indices where isChosen(sender, place - row) {
          let (receiver, amount) = (Int(problem.receivers[place]), Int128(problem.amounts[place]))
          nets[sender] += amount
          nets[receiver] -= amount
          value += amount
          if problem.pairs != nil { between[[sender, receiver], default: 0] += amount }
        }
      }
    }

    func faults(in problem: SettleProblem) -> [String] {
      var faults: [String] = []
      for (sender, funds) in problem.funds.enumerated() {
        let net = nets[sender]
        if Int128(funds.balance) + Int128(funds.credit) < net {
          faults.append("participant \(sender) is not covered: net outflow \(net)")
        }
        if let limit = funds.senderLimit, net > Int128(limit) {
          faults.append("participant \(sender) is beyond its limit: net outflow \(net)")
        }
      }
      for limit in SettleFeasibility.bilateralLimits(of: problem) {
        let net =
          (between[[limit.from, limit.to]] ?? 0) - (between[[limit.to, limit.from]] ?? 0)
        if net > Int128(limit.limit) {
          faults.append("\(limit.from) sends \(limit.to) \(net) net, limit \(limit.limit)")
        }
      }
      return faults
    }
  }

  /// What flows break, whichever payments they are made of.
  static func broken(by flows: [[Int128]], in problem: SettleProblem) -> [String] {
    var faults: [String] = []
    for (sender, funds) in problem.funds.enumerated() {
      let net = flows[sender].reduce(0, +) - flows.map { $0[sender] }.reduce(0, +)
      if Int128(funds.balance) + Int128(funds.credit) < net {
        faults.append("participant \(sender) is not covered: net outflow \(net)")
      }
      if let limit = funds.senderLimit, net > Int128(limit) {
        faults.append("participant \(sender) is beyond its limit: net outflow \(net)")
      }
    }
    for limit in bilateralLimits(of: problem) {
      let net = flows[limit.from][limit.to] - flows[limit.to][limit.from]
      if net > Int128(limit.limit) {
        faults.append("\(limit.from) sends \(limit.to) \(net) net, limit \(limit.limit)")
      }
    }
    return faults
  }

  /// What each participant sends to each other, the last column to the outside.
  static func flows(_ settled: [Int32], _ problem: SettleProblem) -> [[Int128]] {
    flows(problem) { sender, place in place < settled[sender] }
  }

  /// The flows of the payments that are chosen, by sender and place in its queue.
  static func flows(_ problem: SettleProblem, where isChosen: (Int, Int) -> Bool) -> [[Int128]] {
    var flows = [[Int128]](
      repeating: [Int128](repeating: 0, count: problem.participantCount + 1),
      count: problem.participantCount + 1)
    for sender in 0..<problem.participantCount {
      let row = Int(problem.starts[sender])
      for place in problem.queue(of: sender).indices where isChosen(sender, place - row) {
        flows[sender][Int(problem.receivers[place])] += Int128(problem.amounts[place])
      }
    }
    return flows
  }

  /// The limits as they were given, but for their order.
  static func bilateralLimits(of problem: SettleProblem) -> [BilateralLimit] {
    guard let pairs = problem.pairs else { return [] }
    return pairs.low.indices.flatMap { slot in
      let (low, high) = (pairs.low[slot], pairs.high[slot])
      return [
        BilateralLimit(from: low, to: high, limit: pairs.lowLimit[slot]),
        BilateralLimit(from: high, to: low, limit: pairs.highLimit[slot]),
      ]
    }
  }
}
