/// The independent checker of SETTLE: adds up what an answer moves and compares with the rules.
public enum SettleFeasibility {
  /// What an answer breaks; empty where every participant is covered and within its limits.
  ///
  /// - Parameter settled: How many payments of each sender's queue settle.
  /// - Complexity: O(participants² + payments).
  public static func faults(of settled: [Int32], in problem: SettleProblem) -> [String] {
    var faults: [String] = []
    for sender in 0..<problem.participantCount {
      let length = problem.queue(of: sender).count
      if !(0...length).contains(Int(settled[sender])) {
        faults.append("participant \(sender) settles \(settled[sender]) of \(length) payments")
      }
    }
    guard faults.isEmpty else { return faults }
    return broken(by: flows(settled, problem), in: problem)
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
