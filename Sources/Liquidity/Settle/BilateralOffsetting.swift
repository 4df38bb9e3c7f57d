/// The cheaper first step before SETTLE: what settles by looking at two participants at a time.
///
/// A payment at the head of its queue settles alone if its sender is covered; where two heads face
/// each other, the longest runs that settle against each other do. What settles here also settles
/// in SETTLE, and SETTLE afterwards ends at the same answer as without this step; rings of three
/// and more are left to it.
public enum BilateralOffsetting {
  /// How many payments of each sender settle two by two.
  ///
  /// - Complexity: O(payments + rounds · participants).
  public static func settled(in problem: SettleProblem) -> [Int32] {
    var state = State(problem)
    var hasSettled = true
    while hasSettled {
      hasSettled = false
      for sender in 0..<problem.participantCount {
        while state.settleHead(of: sender) { hasSettled = true }
      }
    }
    let settled = (0..<problem.participantCount).map { state.heads[$0] - problem.starts[$0] }
    assert(SettleFeasibility.faults(of: settled, in: problem).isEmpty)
    return settled
  }

  /// Queues that lose payments at their heads.
  private struct State {
    let problem: SettleProblem
    var heads: [Int32]
    var available: [Int64]
    var pairs: PairLimits?

    init(_ problem: SettleProblem) {
      self.problem = problem
      heads = Array(problem.starts.dropLast())
      available = problem.available + [0]
      pairs = problem.pairs
    }

    /// The payments at the head of a queue that all go to `receiver`.
    func run(of sender: Int, to receiver: Int) -> Range<Int> {
      guard sender < problem.participantCount else { return 0..<0 }
      let (start, end) = (Int(heads[sender]), Int(problem.starts[sender + 1]))
      let next = (start..<end).first { Int(problem.receivers[$0]) != receiver }
      return start..<(next ?? end)
    }

    /// Settles a sender's first payments against those that come back; whether any did.
    mutating func settleHead(of sender: Int) -> Bool {
      let head = Int(heads[sender])
      guard head < problem.starts[sender + 1] else { return false }
      let other = Int(problem.receivers[head])
      var (out, back) = (run(of: sender, to: other), run(of: other, to: sender))
      let slot = problem.pairSlots.isEmpty ? -1 : problem.pairSlots[head]
      let most = bound(sender, slot)
      let least = other < problem.participantCount ? -bound(other, slot) : .min
      var net = sum(out) - sum(back)
      while !(least...most).contains(net) {
        if net > most {
          net -= problem.amounts[out.upperBound - 1]
          out = out.dropLast()
        } else {
          net += problem.amounts[back.upperBound - 1]
          back = back.dropLast()
        }
      }
      heads[sender] = Int32(out.upperBound)
      if !back.isEmpty { heads[other] = Int32(back.upperBound) }
      available[sender] -= net
      available[other] += net
      pairs?.use(net, of: slot, by: sender)
      return !out.isEmpty || !back.isEmpty
    }

    /// How much may leave `sender` over this pair, net.
    private func bound(_ sender: Int, _ slot: Int32) -> Int64 {
      min(available[sender], pairs?.limit(slot, of: sender) ?? .max)
    }

    private func sum(_ rows: Range<Int>) -> Int64 {
      rows.reduce(0) { $0 + problem.amounts[$1] }
    }
  }
}
