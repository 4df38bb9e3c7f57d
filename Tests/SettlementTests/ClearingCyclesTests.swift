import Bookkeeping
import Testing
import Vocabulary

/// Batch and net settlement: what waits for a cycle, and what settles in it.
@Suite struct ClearingCyclesTests {
  private let cycles = "cycles: {times: [12:00, 16:00], zone: UTC}"

  @Test func aBatchSettlesInOrderWhileThereIsMoney() throws {
    var batch = ClearingScenario()
    batch.hold(100)
    batch.terms += ", settlement: batch, \(cycles)"
    batch.pay("AB", "10:00:00", "A", "B", 100)
    batch.pay("AC", "10:01:00", "A", "C", 30)
    batch.pay("BC", "11:00:00", "B", "C", 90)
    batch.pay("CA", "13:00:00", "C", "A", 50)
    let record = try batch.record()
    // At 12:00 A pays B its 100, and B pays C 90 of them; A has nothing left for the 30. At 16:00
    // C pays A 50, and A pays the 30.
    #expect(record.story("AB") == ["batch until 12:00"])
    #expect(record.story("BC") == ["batch until 12:00"])
    #expect(record.story("AC") == ["batch until 12:00", "liquidity until 16:00"])
    #expect(record.story("CA") == ["batch until 16:00"])
    #expect(record.closings == [20, 10, 70, 0])
  }

  @Test(arguments: [("batch", false), ("net", true)])
  func onlyNetSettlementNeedsNoMoneyForWhatEvensOut(settlement: String, settles: Bool) throws {
    var clearing = ClearingScenario()
    clearing.hold(0)
    clearing.terms += ", settlement: \(settlement), \(cycles)"
    clearing.pay("there", "10:00:00", "A", "B", 100)
    clearing.pay("back", "11:00:00", "B", "A", 100)
    let record = try clearing.record()
    #expect(record.journeys.allSatisfy { ($0.end == .credited) == settles })
    if settles { #expect(record.story("there") == ["batch until 12:00"]) }
  }

  @Test(arguments: [(60, 6), (59, 3)])
  func withTheLowerBoundsADaySettlesNet(a: Int, settled: Int) throws {
    var net = ClearingTests.bounds(a, 0)
    net.terms += ", settlement: net, cycles: {times: [18:00], zone: UTC}"
    net.until = "2026-03-10T00:00:00Z"
    let record = try net.record()
    // A sends 170 and gets 110. With 59 its last, the 70 to C, is taken back; C has 80 for 60 + 90,
    // so its last, the 90 to B, goes; B has 100 for 80 + 50, so its last, the 50 to A, goes; A has
    // 59 + 60 for 100. The other three wait: A would be one short of them on every day.
    #expect(record.journeys.filter { $0.end == .credited }.count == settled)
    #expect(record.pools.allSatisfy { $0.lowest >= 0 })
    #expect(record.closings == (settled == 6 ? [0, 60, 0, 0] : [19, 20, 20, 0]))
  }

  @Test func onlyNetPositionsMove() throws {
    var net = ClearingScenario()
    net.hold(10)
    net.terms += ", settlement: net, \(cycles)"
    net.pay("there", "10:00:00", "A", "B", 100)
    net.pay("back", "11:00:00", "B", "A", 90)
    let record = try net.record()
    #expect(record.closings == [0, 10, 0, 0])
    #expect(record.pools[0].lowest == 0)
    #expect(record.pools[0].paidOut == 10_000 && record.pools[0].paidIn == 9_000)
  }

  @Test func whoCannotPayItsNetDebitLeavesTheRestToSettle() throws {
    var net = ClearingScenario()
    net.hold(0, 50)
    net.terms += ", settlement: net, \(cycles)"
    net.pay("AB", "10:00:00", "A", "B", 100)
    net.pay("BC", "10:10:00", "B", "C", 50)
    net.pay("CA", "14:00:00", "C", "A", 100)
    net.pay("CD", "14:01:00", "C", "D", 1)
    let record = try net.record()
    // At 12:00 A has nothing for B: B's own 50 pay C. At 16:00 C can pay 50 + 0 of 100: nothing of
    // C's or A's settles but together: A even, B gets 100, C pays 100 from 50: short. It waits on.
    #expect(record.story("BC") == ["batch until 12:00"])
    #expect(record.story("AB").last == "open" && record.story("CA").last == "open")
    #expect(record.story("CD").last == "open")
    #expect(record.closings == [0, 0, 50, 0])
  }

  /// The worked case `provisional_receipts`: of 100,000 a bank may use the share 0.9; a receipt of
  /// the first window cannot be spent before the window is final.
  @Test func aPaymentFundedOnlyByProvisionalReceiptsWaits() throws {
    var net = ClearingScenario()
    net.hold(90_000, 10_000)
    net.terms +=
      ", settlement: net, cycles: {times: [10:00, 12:00, 14:00], zone: UTC, final-after: 3h}"
    net.pay("receipt", "09:00:00", "B", "A", 10_000)
    net.pay("payment", "11:00:00", "A", "C", 100_000)
    let record = try net.record()
    #expect(record.story("receipt") == ["batch until 10:00", "processing until 13:00"])
    // At 12:00 the receipt is not final: 90,000 are there. At 14:00 it is.
    #expect(
      record.story("payment") == [
        "batch until 12:00", "liquidity until 14:00", "processing until 17:00",
      ])
    #expect(record.closings == [0, 0, 100_000, 0])
  }

  @Test func aCycleOfAClosedSystemDoesNothing() throws {
    var batch = ClearingScenario()
    batch.terms = "system: Day USD, settlement: batch, cycles: {times: [06:00, 09:00], zone: UTC}"
    batch.pay("P", "05:00:00", "A", "B", 10)
    #expect(try batch.record().story("P") == ["night until 08:00", "batch until 09:00"])
  }
}
