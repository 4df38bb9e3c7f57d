import Liquidity
import TestSupport
import Testing

/// Queues that are asked only for what has become possible settle what full runs settle.
@Suite struct SettlementTriggersTests {
  @Test(arguments: 1...40, [false, true])
  func whatIsPossibleIsWhatAFullRunSettles(seed: Int, isLimited: Bool) throws {
    var dice = Dice(seed)
    let count = 3 + dice.int(0...4)
    let funds = (0..<count).map { _ in
      Funds(
        balance: Int64(dice.int(0...29)), credit: Int64(dice.int(0...9)),
        senderLimit: isLimited && dice.int(0...1) == 0 ? Int64(dice.int(0...39)) : nil)
    }
    let limits = isLimited ? [BilateralLimit(from: 0, to: 1, limit: 12)] : []
    var cautious = try StandingQueues(funds: funds, bilateralLimits: limits)
    var full = cautious
    for reference in 0..<200 as Range<UInt32> {
      let from = dice.int(0...(count) - 1)
      let to = (from + 1 + dice.int(0...(count - 1) - 1)) % count
      let payment = QueuedPayment(
        from: from, to: dice.int(0...19) == 0 ? nil : to, amount: 1 + Int64(dice.int(0...39)))
      let priority = UInt8(dice.int(0...2))
      if dice.int(0...9) == 0 {
        cautious.change(to, by: 5)
        full.change(to, by: 5)
      }
      if !cautious.holdsBack(priority, of: from), cautious.covers(payment) {
        cautious.settleAtOnce(payment)
        full.settleAtOnce(payment)
      } else {
        cautious.add(payment, priority: priority, reference: reference)
        full.add(payment, priority: priority, reference: reference)
      }
      #expect(
        settled(&cautious) { $0.settleIfPossible(into: &$1) }
          == settled(&full) {
            _ = $0.settle(into: &$1)
          })
      #expect((0..<count).allSatisfy { cautious.count(of: $0) == full.count(of: $0) })
    }
  }

  /// What settles alone first, then together.
  private func settled(
    _ queues: inout StandingQueues, together: (inout StandingQueues, inout [UInt32]) -> Void
  ) -> Set<UInt32> {
    var settled: [UInt32] = []
    for participant in 0..<queues.participantCount {
      while let reference = queues.settleFirst(of: participant) { settled.append(reference) }
    }
    together(&queues, &settled)
    return Set(settled)
  }
}
