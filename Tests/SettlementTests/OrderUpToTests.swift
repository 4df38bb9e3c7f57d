import Bookkeeping
import Foundation
import Scenarios
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// A treasury that orders up to what each pool opens with: what a run without shortages says of
/// every amount.
@Suite struct OrderUpToTests {
  /// The world with so much in each pool at the start, which is also its floor and target.
  private func world(_ scenario: Scenario, holding amounts: [Int64]) throws -> World {
    var scenario = scenario
    for (place, amount) in amounts.enumerated() {
      let money = Money(minorUnits: amount, scenario.pools[place].currency)
      scenario.pools[place].openingBalance = money
      scenario.pools[place].target = money
      scenario.pools[place].floor = money
    }
    return try World(scenario)
  }

  /// Whether nothing waits for money in a currency.
  private func isKept(_ record: RunRecord, _ world: World, _ currency: Currency) -> Bool {
    zip(world.corridors, record.corridors).allSatisfy { corridor, fact in
      corridor.currency != currency || fact.microseconds[.liquidity] == 0
    }
  }

  private func scenario(_ seed: Int, _ treasury: String) throws -> Scenario {
    var tiny = RandomWorld(seed).tiny
    tiny.batch = tiny.batch.replacingOccurrences(
      of: ", rebalancing: {windows: [10:00, 16:00], zone: America/New_York, lag: 1h}", with: "")
    tiny.batch += ", rebalancing: \(treasury)"
    return try tiny.world().scenario
  }

  /// The verdict of the falls against that of the simulator, for amounts around what is needed: each
  /// pool gets a share of its fall that is enough, or just not, or anything.
  @Test(
    arguments: [
      "{windows: [10:00, 16:00], zone: America/New_York, lag: 1h}",
      "{windows: [12:00], zone: Europe/London, lag: 20h, policy: optimal}",
      "{windows: [08:00, 09:00, 15:00], zone: Asia/Hong_Kong, lag: 0s, policy: top-up}",
      "{when: below-floor, lag: 0s}", "{when: below-floor, lag: 2h}",
    ])
  func nothingWaitsIfAndOnlyIfNoPoolFallsBelowItsLine(treasury: String) throws {
    var (kept, failed) = (0, 0)
    for seed in Effort.seeds(24) {
      let scenario = try scenario(seed, treasury)
      let nothing = [Int64](repeating: 0, count: scenario.pools.count)
      let recording = FlowRecording(bucket: .hours(1), hasTreasury: true)
      let record = try world(scenario, holding: nothing)
        .simulate(ModelID(0), replication: 0, flows: recording)
      var dice = Dice(seed)
      for _ in 0..<4 {
        let amounts = zip(record.falls, scenario.pools).map { fall, pool -> Int64 in
          let need = max(0, -fall - pool.creditLimit.minorUnits)
          return switch dice.int(0...5) {
          case 0: max(0, need - 1)
          case 1: need * Int64(dice.int(0...99)) / 100
          default: need + (dice.int(0...1) == 0 ? 0 : Int64(dice.int(0...10_000_000)))
          }
        }
        let trial = try world(scenario, holding: amounts)
        let run = trial.simulate(ModelID(0), replication: 0)
        for currency in trial.currencies {
          let isEnough = scenario.pools.indices.allSatisfy { place in
            scenario.pools[place].currency != currency
              || amounts[place] + scenario.pools[place].creditLimit.minorUnits
                >= -record.falls[place]
          }
          let isKept = isKept(run, trial, currency)
          // A treasury that acts between the postings of an instant is counted on the safe side.
          let isExact = !treasury.contains("below-floor")
          let agrees = isExact ? isKept == isEnough : isKept || !isEnough
          #expect(agrees, "seed \(seed), \(currency): \(amounts)")
          if isEnough { kept += 1 } else { failed += 1 }
        }
      }
    }
    #expect(kept > 20 && failed > 20, "or the test would show little: \(kept), \(failed)")
  }

  /// London, on the clock of UTC in March, pays 100k at 14:00 and 40k at 16:00; New York gets both
  /// ten minutes later. The window of 15:00 sends 100k back, which land at 15:30: London falls by
  /// 100k at most. With the window of 17:00 it falls by 140k.
  @Test(arguments: [("15:00", -10_000_000), ("17:00", -14_000_000)])
  func aFallEndsWhereATransferArrives(window: String, fall: Int64) throws {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: A, at: 2026-03-09T14:00:00Z, from: LDN, to: NYC, currency: USD, amount: 100k",
      "id: B, at: 2026-03-09T16:00:00Z, from: LDN, to: NYC, currency: USD, amount: 40k",
    ]
    tiny.batch = ", rebalancing: {windows: [\(window)], zone: Europe/London, lag: 30min}"
    let scenario = try tiny.world().scenario
    let nothing = [Int64](repeating: 0, count: scenario.pools.count)
    let record = try world(scenario, holding: nothing).simulate(
      ModelID(0), replication: 0, flows: FlowRecording(bucket: .hours(1), hasTreasury: true))
    let london = scenario.pools.firstIndex { pool in
      pool.currency.code == "USD" && scenario.branches[pool.branch.place].name == "LDN"
    }
    #expect(record.falls[try #require(london)] == fall)
  }
}
