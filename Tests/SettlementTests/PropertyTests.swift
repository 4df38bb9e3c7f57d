import Bookkeeping
import Liquidity
import Scenarios
import Settlement
import TestSupport
import Testing
import Vocabulary

/// What holds in every world, tried on random small ones, also with the order of ties shuffled.
@Suite struct PropertyTests {
  private static let seeds = Effort.seeds(12)

  /// The records of both models, first in, first out and with shuffled ties.
  private func records(_ seed: Int) throws -> [RunRecord] {
    let scenario = try RandomWorld(seed).tiny.world().scenario
    return try [UInt64?.none, 1, 2].flatMap { ties in
      let world = try World(scenario, RunTerms(shuffledTies: ties))
      return scenario.models.indices.map {
        world.simulate(ModelID($0), replication: 0, journeys: .all)
      }
    }
  }

  @Test(arguments: seeds)
  func everyPaymentIsCountedOnceInEveryModelAndOrder(seed: Int) throws {
    let instructed = try records(seed).map { record in
      record.journeys.map { "\($0.payment) \($0.instructed) \($0.amount)" }.sorted()
    }
    #expect(Set(instructed[0]).count == instructed[0].count)
    #expect(instructed[0].count > 20)
    for others in instructed { #expect(others == instructed[0]) }
  }

  @Test(arguments: seeds)
  func timeRunsForwardWithoutGapsThroughEveryLife(seed: Int) throws {
    for journey in try records(seed).flatMap(\.journeys) {
      var at = journey.instructed
      for segment in journey.segments {
        #expect(segment.from == at && segment.to > segment.from)
        at = segment.to
      }
      #expect(at == journey.ended)
    }
  }

  /// No fee is taken: what all pools of USD gain is what came from outside less what went there.
  @Test func noCentIsMadeOrLost() throws {
    var settled = 0
    for record in try PropertyTests.seeds.flatMap(records) {
      guard record.journeys.allSatisfy({ $0.end == .credited }) else { continue }
      settled += 1
      let gained = record.pools.prefix(4).reduce(0) { $0 + $1.closing - $1.opening }
      let came = record.journeys.reduce(Int64(0)) { sum, journey in
        sum + (journey.payer == "outside" ? journey.amount.minorUnits : 0)
          - (journey.payee == "outside" ? journey.amount.minorUnits : 0)
      }
      #expect(gained == came)
    }
    #expect(settled > 5 * PropertyTests.seeds.count / 6, "or the test would show little")
  }

  @Test(arguments: seeds)
  func tokensNeedNoMoreThanWindowsAndThoseNoMoreThanNothing(seed: Int) throws {
    let world = try RandomWorld(seed).tiny.world()
    let hours = 10 * 24
    var block = FlowBlock(poolCount: 4, bucketCount: hours + 1)
    for lane in 0..<8 {
      let record = world.simulate(
        ModelID(0), replication: UInt32(lane), flows: FlowRecording(bucket: .hours(1)))
      for flow in record.flows where flow.pool < 4 {
        block.add(flow.amount, pool: Int(flow.pool), bucket: Int(flow.bucket), lane: lane)
      }
    }
    let windows = [60, 66, 84].map { SizeTerms.Window(after: $0) }
    var sizer = try Sizer(
      SizeTerms(poolCount: 4, bucketCount: hours + 1, windows: windows, lag: 1))
    sizer.add(block)
    let needs = sizer.needs()
    for replication in 0..<8 {
      #expect(needs.token[replication] <= needs.windowed[replication])
      #expect(needs.windowed[replication] <= needs.none[replication])
    }
    #expect(needs.none.contains { $0 > 0 })
  }
}

/// Liquidity in one gross system without offsetting, first in, first out.
@Suite struct MoreLiquidityTests {
  /// A bank's money is spent by its own line alone, from the front; so with more money at the start
  /// each line is at every instant at least as far. By induction over the settlements no payment
  /// settles later, and neither does their sum.
  @Test func moreLiquidityDelaysNoPayment() throws {
    var sooner = 0
    for seed in 0..<40 {
      let clearing = RandomClearing(seed)
      let (before, after) = (
        try clearing.scenario().record(), try clearing.scenario(more: clearing.gift()).record()
      )
      let ends = Dictionary(uniqueKeysWithValues: after.journeys.map { ($0.payment, $0) })
      for journey in before.journeys {
        let other = try #require(ends[journey.payment])
        #expect(other.ended <= journey.ended, "seed \(seed), \(journey.payment)")
        sooner += other.ended < journey.ended ? 1 : 0
      }
    }
    #expect(sooner > 20, "or the test would show little")
  }

  /// Each pool ends with what it had, and what it received less what it sent.
  @Test func everyPoolEndsWithWhatItsPaymentsLeft() throws {
    for seed in 0..<40 {
      let clearing = RandomClearing(seed)
      let record = try clearing.scenario().record()
      for (place, bank) in ["A", "B", "C", "D"].enumerated() {
        let settled = record.journeys.filter { $0.end == .credited }
        let balance = settled.reduce(Int64(clearing.balances[place]) * 100) { sum, journey in
          sum + (journey.payee == bank ? journey.amount.minorUnits : 0)
            - (journey.payer == bank ? journey.amount.minorUnits : 0)
        }
        #expect(record.pools[place].closing == balance && balance >= 0)
        #expect(record.pools[place].lowest >= 0)
      }
    }
  }
}
