import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Money under way is funded: a transfer by the pool that sent it until it arrives; a payment is
/// the client's float while a pool of the bank holds it.
@Suite struct MoneyUnderWayTests {
  private let minute = Int128(60_000_000)
  private let pools = """
      - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 1000, floor: 400, target: 900}
      - {branch: LDN, currency: USD, system: Fedwire Funds, opening-balance: 5000, floor: 0, target: 1000}
      - {branch: [HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 0}
      - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
    """

  @Test("600 on their way for an hour are funded by the pool that sent them") func transfer() throws
  {
    var tiny = TinyScenario()
    tiny.pools = pools
    tiny.batch = ", rebalancing: {when: below-floor, lag: 1h}"
    // 1000 − 700 = 300, below 400: London sends 600 at 14:00, they arrive at 15:00.
    tiny.payments = [
      "id: A, from: NYC, to: outside, currency: USD, at: 2026-03-09T14:00:00Z, amount: 700"
    ]
    let record = try tiny.record("batch")
    let underWay = record.pools.map(\.inTransitMicroseconds)
    #expect(underWay == [0, 60_000 * 60 * minute, 0, 0, 0, 0, 0, 0])
    let all = record.pools.prefix(4).reduce(Int128(0)) {
      $0 + $1.heldMicroseconds + $1.inTransitMicroseconds
    }
    // All pools have 6,000 for six days, less 700 for the 58 hours from Monday 14:00 to their end.
    #expect(all == (600_000 * 6 * 1_440 - 70_000 * 58 * 60) * minute)
  }

  /// Released at full hours, two correspondents with 10 minutes of work each.
  private func serial(_ payment: String) throws -> RunRecord {
    var tiny = TinyScenario()
    tiny.releases = "every 1h"
    tiny.corridors = """
        - {from: any, to: any, currency: USD, hops: [
           {correspondent: one, system: Fedwire Funds, processing: 10min, fee: 0},
           {correspondent: two, system: Fedwire Funds, processing: 10min, fee: 0}]}
      """
    tiny.payments = [payment]
    return try tiny.record("batch")
  }

  @Test("A payment floats before it leaves and after it came, not at its correspondents")
  func payment() throws {
    let record = try serial(
      "id: P, from: NYC, to: LDN, currency: USD, at: 2026-03-09T14:20:00Z, amount: 1000")
    // Debited at 14:20, out of New York's pool at 15:00, in London's at 15:10, credited at 15:20.
    #expect(record.journeys[0].ended == Instant("2026-03-09T15:20:00Z"))
    #expect(
      record.pools.map(\.floatMicroseconds).prefix(4)
        == [100_000 * 40 * minute, 100_000 * 10 * minute, 0, 0])
    #expect(record.pools.allSatisfy { $0.inTransitMicroseconds == 0 })
  }

  @Test("What goes to another bank floats until the pool pays") func out() throws {
    let record = try serial(
      "id: P, from: NYC, to: outside, currency: USD, at: 2026-03-09T14:20:00Z, amount: 1000")
    #expect(record.pools[0].floatMicroseconds == 100_000 * 40 * minute)
    #expect(record.pools[1].floatMicroseconds == 0)
  }

  @Test("What waits for a net cycle floats in its payer's pool until the cycle is final")
  func cycle() throws {
    func floats(_ finality: String) throws -> [Int128] {
      var clearing = ClearingScenario()
      clearing.hold(200, 200, 200)
      clearing.terms =
        "system: Always USD, settlement: net, cycles: {times: [17:00], zone: UTC\(finality)}"
      clearing.pay("p1", "09:00:00", "A", "B", 100)
      clearing.pay("p2", "10:00:00", "B", "C", 60)
      clearing.pay("p3", "11:00:00", "C", "A", 30)
      return try clearing.record().pools.map(\.floatMicroseconds)
    }
    let before = [10_000 * 8 * 60 * minute, 6_000 * 7 * 60 * minute, 3_000 * 6 * 60 * minute, 0]
    #expect(try floats("") == before)
    // For half an hour more A, who has paid 70 net, holds 30 of its clients' 100, B and C all of
    // theirs: together 120, which is 190 owed less the 70 that are under way in the clearing.
    let more = [3_000 * 30 * minute, 6_000 * 30 * minute, 3_000 * 30 * minute, 0]
    #expect(try floats(", final-after: 30min") == zip(before, more).map { $0 + $1 })
  }

  @Test("With tokens a payment floats for the seconds of its steps alone") func token() throws {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: P, from: NYC, to: LDN, currency: USD, at: 2026-03-09T14:20:00Z, amount: 1000"
    ]
    let record = try tiny.record("token")
    let elapsed = record.journeys[0].ended - record.journeys[0].instructed
    #expect(elapsed > .zero && elapsed < .minutes(1))
    #expect(record.pools[0].floatMicroseconds == 100_000 * Int128(elapsed.microseconds))
    #expect(record.pools[1].floatMicroseconds == 0)
  }

  @Test("Every payment's float ends, in random worlds of both models", arguments: 0..<6)
  func bounds(_ seed: Int) throws {
    for model in ["batch", "token"] {
      let record = try RandomWorld(seed).tiny.record(model)
      // Nobody's money floats longer than from its instruction to its end.
      let most = record.journeys.reduce(Int128(0)) {
        $0 + Int128($1.amount.minorUnits) * Int128(($1.ended - $1.instructed).microseconds)
      }
      let floats = record.pools.reduce(Int128(0)) { $0 + $1.floatMicroseconds }
      #expect(floats > 0 && floats <= most)
    }
  }
}
