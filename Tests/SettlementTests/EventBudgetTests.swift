import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// A replication that takes more events than it may is given up and says why.
@Suite struct EventBudgetTests {
  /// Twenty transfers, each undone ten thousand times on average: the chance that a transfer stands
  /// is 1 in 10,000, and each undoing is two steps, so that 400,000 are to be expected.
  private static var endless: ChainScenario {
    var endless = ChainScenario()
    endless.chain = ", reorganisation: 99.99%"
    endless.payments = (0..<20).map {
      "id: P\($0), at: 2026-03-09T15:00:00Z, from: NYC, to: SIN, currency: USD, amount: 100"
    }
    return endless
  }

  private func world(_ maxEvents: UInt64) throws -> World {
    let text = EventBudgetTests.endless.text
      .replacing(
        "block-interval: 2s, finality: 25min", with: "block-interval: 1us, finality: 1ms")
    let scenario = try ScenarioFile.read(text: text, named: "chain.yaml", folder: "")
    return try World(scenario, RunTerms(maxEvents: maxEvents))
  }

  @Test func aChainThatUndoesAlmostEverythingIsStopped() throws {
    let world = try world(100_000)
    do {
      _ = try world.replicate(ModelID(0), replication: 3)
      Issue.record("there are more than 100,000 events")
    } catch {
      #expect(error.model == "model" && error.replication == 3 && error.maxEvents == 100_000)
      #expect(error.commonest == "steps of payments")
      #expect(error.watched == 65_536 && error.count > 65_000)
      #expect(
        "\(error)".hasPrefix(
          "model 'model', replication 3: 100000 events took it to 2026-03-09T15:0"))
    }
  }

  @Test func theBudgetIsTheNumberOfEventsAndNotOneLess() throws {
    let scenario = try RandomWorld(1).tiny.world().scenario
    let count = try World(scenario).simulate(ModelID(0), replication: 0).eventCount
    #expect(count > 100)
    for ties in [nil, UInt64(4)] {
      let enough = try World(scenario, RunTerms(maxEvents: count, shuffledTies: ties))
      let record = try enough.replicate(ModelID(0), replication: 0)
      #expect(record.payments.count > 20)
      let short = try World(scenario, RunTerms(maxEvents: count / 2, shuffledTies: ties))
      #expect(throws: TooManyEvents.self) { try short.replicate(ModelID(0), replication: 0) }
    }
  }

  @Test func aTreasurersLookAtThePastKeepsTheBudgetToo() throws {
    var tiny = RandomWorld(1).tiny
    tiny.batch =
      ", rebalancing: {windows: [10:00], zone: America/New_York, lag: 1h, "
      + "estimate: {samples: 20, quantile: 95%}}"
    let scenario = try tiny.world().scenario
    #expect(throws: WorldError.self) { try World(scenario, RunTerms(maxEvents: 50)) }
  }
}
