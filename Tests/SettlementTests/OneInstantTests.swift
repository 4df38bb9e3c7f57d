import Bookkeeping
import EventKernel
import Liquidity
import Scenarios
import Testing
import Vocabulary

@testable import Settlement

/// One instant, one state: whatever is read of a level is read after an instant.
@Suite struct OneInstantTests {
  private let counted = Instant(seconds: 10)..<Instant(seconds: 20)

  @Test func aValueCountsWhereItStoodForSomeTime() {
    var level = Level(5, at: Instant(seconds: 0), counted: counted)
    // −3 and 9 are passed through at one instant; 7 stands for a second.
    level.move(by: -8, at: Instant(seconds: 12))
    level.move(by: 12, at: Instant(seconds: 12))
    level.move(by: -2, at: Instant(seconds: 12))
    let stood = level.move(by: -3, at: Instant(seconds: 13))
    #expect(stood == .seconds(1))
    level.stand(until: Instant(seconds: 30))
    #expect(level.lowest == 4 && level.highest == 7 && level.value == 4)
  }

  @Test("What stood before the count, and what is reached after it, does not count")
  func countedTime() {
    var level = Level(100, at: Instant(seconds: 0), counted: counted)
    // 100 is left at the very instant from which is counted, 0 reached at the one that ends it.
    level.move(by: -60, at: Instant(seconds: 10))
    level.move(by: 10, at: Instant(seconds: 15))
    level.move(by: -50, at: Instant(seconds: 20))
    level.stand(until: Instant(seconds: 30))
    #expect(level.lowest == 40 && level.highest == 50)
  }

  @Test("The balance at the end of the warm-up counts, those before it do not") func warmUp() throws
  {
    var tiny = TinyScenario(warmUp: "4d")
    tiny.pools = """
        - {branch: NYC, currency: USD, system: Fedwire Funds, opening-balance: 100}
        - {branch: [LDN, HKG, SIN], currency: USD, system: Fedwire Funds, opening-balance: 0}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 0}
      """
    func payment(_ id: String, _ ends: String, _ at: String, _ amount: Int) -> String {
      "id: \(id), \(ends), currency: USD, at: \(at), amount: \(amount)"
    }
    // Counted from Tuesday 10 March, 00:00 UTC: 20 on Monday are before it, 50 come back at 18:00.
    tiny.payments = [
      payment("out", "from: NYC, to: outside", "2026-03-09T15:00:00Z", 80),
      payment("in", "from: outside, to: NYC", "2026-03-09T18:00:00Z", 50),
      payment("later", "from: NYC, to: outside", "2026-03-10T15:00:00Z", 10),
    ]
    let pool = try tiny.record("batch").pools[0]
    #expect(pool.lowest == 6_000 && pool.opening == 10_000 && pool.peakUse == 4_000)
  }

  /// Every way in which a clearing settles.
  private static let modes = [
    "offsetting: false", "offsetting: true",
    "settlement: batch, cycles: {times: [12:00, 14:30], zone: UTC}",
    "settlement: net, cycles: {times: [12:00, 14:30], zone: UTC}",
  ]

  /// What all pools of a currency lack together, by the simulator and, in runs without shortages,
  /// by SIZE in buckets of three lengths.
  private func lacks(_ clearing: ClearingScenario, _ seed: Int) throws -> [Int64] {
    let world = try clearing.world()
    var lacks: [Int64] = []
    for ties in [UInt64?.none, 1] {
      let shuffled = try World(world.scenario, RunTerms(shuffledTies: ties))
      let record = shuffled.simulate(ModelID(0), replication: 0)
      lacks += record.totals.map(\.peakUse)
      for bucket in [TimeSpan.minutes(10), .hours(1), .days(10)] {
        let recording = FlowRecording(bucket: bucket)
        let flows = shuffled.simulate(ModelID(0), replication: 0, flows: recording).flows
        lacks.append(try token(flows, world, bucket))
      }
    }
    return lacks
  }

  /// What SIZE finds that the pools of USD need when they act as one.
  private func token(_ flows: ContiguousArray<PoolFlow>, _ world: World, _ bucket: TimeSpan) throws
    -> Int64
  {
    let pools = world.scenario.pools.indices.filter {
      "\(world.scenario.pools[$0].currency)" == "USD"
    }
    let buckets = Int(TimeSpan.days(10).microseconds / bucket.microseconds)
    var block = FlowBlock(poolCount: pools.count, bucketCount: buckets, keepsOrder: true)
    for flow in flows {
      guard let place = pools.firstIndex(of: Int(flow.pool)) else { continue }
      block.add(flow.amount, pool: place, bucket: Int(flow.bucket), lane: 0)
    }
    var sizer = try Sizer(SizeTerms(poolCount: pools.count, bucketCount: buckets))
    sizer.add(block, replications: 1)
    return sizer.needs().token[0]
  }

  @Test("In a closed clearing without lag nothing ever leaves all pools together", arguments: modes)
  func closed(_ mode: String) throws {
    var moved = Int128(0)
    for seed in 0..<6 {
      var clearing = RandomClearing(seed).scenario()
      clearing.terms = "system: Always USD, \(mode)"
      #expect(try lacks(clearing, seed).allSatisfy { $0 == 0 }, "seed \(seed)")
      moved += try clearing.record().totals[0].paidOut
    }
    #expect(moved > 0, "or the test would show little")
  }

  @Test("Nor where trades settle payment versus payment") func closedTrades() throws {
    for seed in 0..<6 {
      var clearing = RandomClearing(seed).scenario()
      clearing.terms = "system: [Always USD, Always EUR], pvp: true, offsetting: true"
      clearing.pools = """
        - {branch: any, currency: USD, system: Always USD, opening-balance: 200}
          - {branch: any, currency: EUR, system: Always EUR, opening-balance: 200}
        """
      clearing.payments = clearing.payments.enumerated().map {
        $0 % 2 == 0 ? $1.replacing("currency: USD,", with: "currency: USD, against: EUR,") : $1
      }
      #expect(try lacks(clearing, seed).allSatisfy { $0 == 0 }, "seed \(seed)")
    }
  }

  /// Three banks: A pays B 100, B pays C 60, C pays A 30; the net cycle is at 17:00. A pays 70 net,
  /// B gets 40, C 30.
  private func net(_ cycles: String) throws -> RunRecord {
    var clearing = ClearingScenario()
    clearing.hold(200, 200, 200)
    clearing.terms =
      "system: Always USD, settlement: net, cycles: {times: [17:00], zone: UTC\(cycles)}"
    clearing.pay("p1", "09:00:00", "A", "B", 100)
    clearing.pay("p2", "10:00:00", "B", "C", 60)
    clearing.pay("p3", "11:00:00", "C", "A", 30)
    return try clearing.world().simulate(ModelID(0), replication: 0, recordsBalances: true)
  }

  @Test func aNetCycleTakesNothingFromAllPoolsTogether() throws {
    let record = try net("")
    #expect(record.totals[0].peakUse == 0)
    #expect(record.pools.map(\.peakUse) == [7_000, 0, 0, 0])
    // Hour 17 is that of the cycle: its balances are those after it.
    #expect(record.balances.map { $0[16] } == [20_000, 20_000, 20_000, 0])
    #expect(record.balances.map { $0[17] } == [13_000, 24_000, 23_000, 0])
  }

  @Test func whatACycleHasNotMadeFinalIsUnderWay() throws {
    let record = try net(", final-after: 30min")
    #expect(record.totals[0].peakUse == 7_000)
    #expect(record.balances.map { $0[17] } == [13_000, 20_000, 20_000, 0])
  }
}
