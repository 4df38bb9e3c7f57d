import Bookkeeping
import Testing
import Vocabulary

/// A participant of a clearing fails: nothing of its own settles, and that of the others does.
@Suite struct FailedParticipantTests {
  private let cycles = "cycles: {times: [12:00, 16:00], zone: UTC}"

  private func failure(of branch: String, from: String) -> String {
    "failure: {branch: \(branch), from: 2026-03-09T\(from)Z, for: 2h}"
  }

  @Test func whatCouldHaveSettledTogetherDoesWhenAFailureEnds() throws {
    var ring = ClearingScenario()
    ring.hold(0)
    ring.disturbances = [failure(of: "D", from: "10:00:00")]
    ring.pay("AB", "10:30:00", "A", "B", 100)
    ring.pay("BA", "11:00:00", "B", "A", 100)
    let record = try ring.record()
    #expect(record.story("AB") == ["liquidity until 12:00"])
    #expect(record.story("BA") == ["liquidity until 12:00"])
  }

  @Test func aBatchSettlesNothingOfAParticipantThatHasFailed() throws {
    var batch = ClearingScenario()
    batch.hold(100, 10)
    batch.terms += ", settlement: batch, \(cycles)"
    batch.disturbances = [failure(of: "A", from: "11:00:00")]
    batch.pay("AB", "10:00:00", "A", "B", 100)
    batch.pay("BA", "10:00:00", "B", "A", 10)
    let record = try batch.record()
    #expect(record.story("AB") == ["batch until 12:00", "liquidity until 16:00"])
    #expect(record.story("BA") == ["batch until 12:00"])
    #expect(record.closings == [10, 100, 0, 0])
  }

  @Test func aNetCycleTakesWhatAFailedParticipantSendsBack() throws {
    var net = ClearingScenario()
    net.hold(0, 0, 10)
    net.terms += ", settlement: net, \(cycles)"
    net.disturbances = [failure(of: "A", from: "11:00:00")]
    net.pay("AB", "10:00:00", "A", "B", 100)
    net.pay("BA", "10:00:00", "B", "A", 100)
    net.pay("CD", "10:00:00", "C", "D", 10)
    let record = try net.record()
    // B lives on the 100 of A, which is down at 12:00; C has its own 10.
    #expect(record.story("AB") == ["batch until 12:00", "liquidity until 16:00"])
    #expect(record.story("BA") == ["batch until 12:00", "liquidity until 16:00"])
    #expect(record.story("CD") == ["batch until 12:00"])
    #expect(record.closings == [0, 0, 0, 10])
  }

  @Test(arguments: [
    // It waits for the 100 EUR of 14:00, and then for B, which may send again at 15:00.
    ("10:00", "liquidity until 15:00"),
    ("13:30", "outage until 15:00"),
  ])
  func noLegOfATradeSettlesWhileItsPayerHasFailed(instructed: String, second: String) throws {
    var trade = ClearingScenario()
    trade.terms = "system: [Always USD, Always EUR], pvp: true"
    trade.pools = """
      - {branch: any, currency: USD, system: Always USD, opening-balance: 1000}
        - {branch: C, currency: EUR, system: Always EUR, opening-balance: 100}
        - {branch: [A, B], currency: EUR, system: Always EUR, opening-balance: 0}
      """
    trade.disturbances = [failure(of: "B", from: "13:00:00")]
    trade.payments = [
      "id: T, at: 2026-03-09T\(instructed):00Z, from: A, to: B, currency: USD, against: EUR, "
        + "amount: 116",
      "id: P, at: 2026-03-09T14:00:00Z, from: C, to: B, currency: EUR, amount: 100",
    ]
    let record = try trade.record()
    #expect(record.story("T/1") == ["liquidity until 15:00"])
    #expect(record.story("T/2") == [second])
    #expect(record.closings == [884, 1_116, 1_000, 1_000, 0, 100, 0])
  }
}
