import Bookkeeping
import Testing

@testable import Outcomes

/// The ascending times of due payments, and what is kept of them.
@Suite struct CreditOrderTests {
  /// Payments with times of every size, many equal, some open, some returned.
  private static func payments(_ count: Int) -> ContiguousArray<PaymentFact> {
    var state: UInt64 = 9
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    return ContiguousArray(
      (0..<count).map { _ in
        let elapsed = Int64(next(1 << 30) >> next(30)) << Int64(next(3) * 8)
        return PaymentFact(
          elapsed: elapsed, amount: 1, corridor: 0, day: 0,
          end: [.open, .returned, .credited, .credited][Int(next(4))],
          flags: [], reached: 0, intermediaries: 0, hourOfWeek: 0)
      })
  }

  @Test(arguments: [0, 1, 2, 3, 100, 5_000])
  func theOrderIsThatOfAStableSort(count: Int) {
    let payments = CreditOrderTests.payments(count)
    let expected = payments.indices.filter { payments[$0].end != .returned }.sorted {
      (payments[$0].elapsed, $0) < (payments[$1].elapsed, $1)
    }
    let order = CreditOrder(payments)
    #expect(order.places.map(Int.init) == expected)
    let limits: [Int64] = [0, 1, 1_000, 1 << 20, 1 << 40, .max]
    let within = limits.map { limit in
      Int64(expected.count { payments[$0].end == .credited && payments[$0].elapsed <= limit })
    }
    #expect(order.credited(payments, within: limits) == within)
  }

  @Test(arguments: [0, 1, 2, 7, 100, 1_001], [0, 1, 50])
  func aTallyKnowsTheValuesOfItsRanks(count: Int, open: Int) {
    let times = (0..<Int64(count)).map { $0 * $0 % 997 }
    let probabilities = [0.5, 0.9, 0.99, 1]
    var tally = CreditTally(limits: [0, 100, 500], probabilities: probabilities)
    // The open ones have waited for a time among those of the credited.
    let waits = (0..<Int64(open)).map { $0 * 37 % 997 }
    for time in times { tally.count(time) }
    for _ in waits { tally.countOpen() }
    let due = (times.map { ($0, true) } + waits.map { ($0, false) }).sorted { $0.0 < $1.0 }
    for (time, isCredited) in due { tally.pass(time, isCredited: isCredited) }
    #expect(tally.count == count && tally.expected == count + open)
    for (place, limit) in [0, 100, 500].enumerated() {
      #expect(tally.count(withinLimit: place) == times.count { $0 <= limit })
    }
    for (place, probability) in probabilities.enumerated() {
      let value = OrderStatistic.value(probability, of: times.sorted(), among: count + open)
      let bound = OrderStatistic.value(probability, of: due.map(\.0), among: count + open)
      let expected: Observation =
        value.map { .value(Double($0)) } ?? bound.map { .laterThan(Double($0)) } ?? .nothing
      #expect(tally.observation(atProbability: place) == expected)
    }
  }

  @Test func aPaymentTakesThirtyTwoBytesAndItsPlaceEight() {
    #expect(MemoryLayout<PaymentFact>.stride == 32)
    // A group keeps no payment: as many bytes after a thousand of them as after none.
    #expect(MemoryLayout<PaymentGroup>.stride < 512)
    let order = CreditOrder(CreditOrderTests.payments(10_000))
    #expect(order.places.capacity * MemoryLayout<UInt32>.stride < 10_000 * 4 + 64)
  }
}
