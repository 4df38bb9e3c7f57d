import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Cells of a sweep differ in what happens to payments, never in the payments.
@Suite struct SweptPaymentsTests {
  private let text = """
    scenario: swept
    experiment: {seed: 9, replications: 1, from: 2026-03-09T00:00:00Z,
      until: 2026-03-12T00:00:00Z, run-out: 3d}
    branches:
      NYC: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 18:00,
        customer-cut-off: 17:00}
      LDN: {zone: Europe/London, calendar: GBENG, opens: 09:00, closes: 18:00}
    pools:
      - {branch: any, currency: USD, system: CHIPS, opening-balance: 50M, funding-rate: 100bp,
         day-count: ACT/360}
    corridors:
      - {from: NYC, to: LDN, currency: USD, hops: [{correspondent: one, system: CHIPS,
         processing: 10min, fee: 15}]}
    flows:
      suppliers: {from: NYC, to: LDN, currency: USD, arrivals: 40 per business-day,
        hours: 09:00-18:00, amount: {lognormal: {median: 20k, p95: 400k}}, volume-sigma: 0.3}
    models:
      batch: {rail: correspondent}
    sweep:
      axes:
        cut-off: {path: branches.NYC.customer-cut-off, values: [12:00, 17:00]}
        balance: {path: "pools[0].opening-balance", values: [50M, 60M]}
    """

  private func journeys() throws -> [[Journey]] {
    let swept = try SweptScenario.read(text: text, named: "swept.yaml", folder: "")
    return try swept.sweep.cells().map { cell in
      let world = try World(swept.scenario(of: cell))
      let record = world.simulate(ModelID(0), replication: 3, journeys: .all)
      return record.journeys.sorted { $0.payment < $1.payment }
    }
  }

  @Test func everyCellHasTheSamePayments() throws {
    let cells = try journeys()
    let payments = cells.map { $0.map { [$0.payment, "\($0.amount)", "\($0.instructed)"] } }
    #expect(payments.count == 4 && payments[0].count > 60)
    #expect(payments.allSatisfy { $0 == payments[0] })
  }

  /// 12:00 is missed by all that 17:00 misses, and by the afternoon.
  @Test func anEarlierCutOffIsMissedByMore() throws {
    let missed = try journeys().map { Set($0.filter(\.missedCutOff).map(\.payment)) }
    #expect(missed[0].isStrictSuperset(of: missed[2]))
    #expect(missed[0] == missed[1] && missed[2] == missed[3])
    #expect(!missed[2].isEmpty)
  }
}
