import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// Flows whose payments draw their ends, and the corridors in which they are counted.
@Suite struct SpreadTests {
  private func world(_ concentration: String) throws -> World {
    let text = """
      scenario: spread
      experiment: {seed: 3, replications: 1, from: 2026-03-09T00:00:00Z,
        until: 2026-03-10T00:00:00Z, run-out: 1d}
      branches:
        HUB: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
        BANK: {count: 20, zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      pools:
        - {branch: any, currency: EUR, system: TIPS, opening-balance: 1M, funding-rate: 1%,
           day-count: ACT/360, credit-line: {limit: unlimited}}
      flows:
        among: {from: BANK, to: BANK, spread: total, \(concentration), currency: EUR,
          arrivals: 4000 per day, amount: {constant: 10}, maximum: 20}
        hub: {from: HUB, to: BANK, spread: total, currency: EUR, arrivals: 50 per day,
          amount: {constant: 10}, maximum: 20}
      models:
        one: {rail: interbank-clearing, clearing: {system: TIPS}}
        other: {rail: interbank-clearing, clearing: {system: TIPS, offsetting: false}}
      """
    return try World(ScenarioFile.read(text: text, named: "spread.yaml", folder: ""))
  }

  @Test func nobodyPaysItselfAndModelsSeeTheSameEnds() throws {
    let world = try world("concentration: 1.2")
    let records = [0, 1].map { world.simulate(ModelID($0), replication: 0, journeys: .all) }
    func ends(_ record: RunRecord) -> Set<String> {
      Set(record.journeys.map { "\($0.payment) \($0.payer) \($0.payee)" })
    }
    #expect(ends(records[0]) == ends(records[1]))
    #expect(records[0].journeys.allSatisfy { $0.payer != $0.payee })
  }

  @Test func eachPaysByItsWeightAndIsPaidByThatOfTheOthers() throws {
    let record = try world("concentration: 1").simulate(
      ModelID(0), replication: 0, journeys: .all)
    let among = record.journeys.filter { $0.payment.hasPrefix("among") }
    func share(_ end: (Journey) -> String, _ name: String) -> Double {
      Double(among.filter { end($0) == name }.count) / Double(among.count)
    }
    // The weights 1/n of 20 sum to 3.5977. The first pays 1 / 3.5977 = 27.8 %, the tenth 2.8 %.
    // The first is paid by the n-th with the share 1 / (3.5977 − 1/n) of what that pays: 21.5 % in
    // all. Four standard deviations of 4,000 draws are 2.8 points at the first, 1 at the tenth.
    #expect(abs(share(\.payer, "BANK01") - 0.278) < 0.028)
    #expect(abs(share(\.payer, "BANK10") - 0.028) < 0.010)
    #expect(abs(share(\.payee, "BANK01") - 0.215) < 0.026)
  }

  @Test func aFamilyIsOneCorridor() throws {
    let world = try world("concentration: 0")
    #expect(world.plans.count == 20 * 19 + 20 && world.corridors.count == 2)
    let record = world.simulate(ModelID(0), replication: 0)
    #expect(record.corridors.count == 2)
    #expect(Set(record.payments.map(\.corridor)) == [0, 1])
  }

  @Test func moreCorridorsThanAnybodyReadsAreTakenTogether() throws {
    let payments = (1...33).flatMap { from in (1...33).map { (from, $0) } }.filter { $0 != $1 }
    let flow = payments.enumerated().map { place, pair in
      "      - {id: P\(place), at: 2026-03-09T10:00:00Z, from: S\(pair.0), to: S\(pair.1), "
        + "currency: EUR, amount: 1}"
    }
    let branches = (1...33).map {
      "  S\($0): {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}"
    }
    let text = """
      scenario: many
      experiment: {seed: 3, replications: 1, from: 2026-03-09T00:00:00Z,
        until: 2026-03-10T00:00:00Z}
      branches:
      \(branches.joined(separator: "\n"))
      pools:
        - {branch: any, currency: EUR, system: TIPS, opening-balance: 1M, funding-rate: 1%,
           day-count: ACT/360}
      flows:
        all:
          payments:
      \(flow.joined(separator: "\n"))
      models:
        one: {rail: interbank-clearing, clearing: {system: TIPS}}
      """
    let world = try World(ScenarioFile.read(text: text, named: "many.yaml", folder: ""))
    #expect(world.plans.count == 33 * 32)
    #expect(world.corridors.count == 1 && world.corridors[0].from == .outside)
    #expect(world.simulate(ModelID(0), replication: 0).payments.count == 33 * 32)
  }
}
