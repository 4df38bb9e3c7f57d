import Calendars
import Chance
import TestSupport
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct FiveBranchesTests {
  let scenario: Scenario

  init() throws {
    scenario = try ScenarioFile.read(at: Repository.file("Scenarios/five-branches.yaml"))
  }

  @Test func hasTheEntitiesThatItsListsExpandTo() {
    #expect(scenario.branches.map(\.name) == ["NYC", "LDN", "DUB", "HKG", "SIN"])
    #expect(scenario.pools.count == 5 * 5)
    // Dollars: 3 × 2 inside the west, 3 × 2 to the east, 2 × 4 back; four currencies any to any.
    #expect(scenario.routes.count == 6 + 6 + 8 + 4 * 20)
    // Own funds any to any, five kinds of suppliers, commerce 2 × 2, three single flows.
    #expect(scenario.flows.count == 20 + 5 * 4 + 4 + 3)
    #expect(scenario.models.map(\.name) == ["batch", "token"])
  }

  @Test func readsNewYorkTimeOnBothSidesOfTheClockChange() {
    #expect(scenario.experiment.from == Instant("2026-03-06T05:00:00Z"))
    #expect(scenario.experiment.until == Instant("2026-03-14T04:00:00Z"))
    #expect(scenario.experiment.horizon == Instant("2026-03-18T04:00:00Z"))
  }

  @Test func runsEveryHalfHourFromTheOpeningToBeforeTheClose() {
    guard case .at(let times) = scenario.branches[0].releases else {
      Issue.record("New York releases at times")
      return
    }
    #expect(times.first == WallTime("08:30"))
    #expect(times.last == WallTime("17:30"))
    #expect(times.count == 19)
  }

  @Test func namesSystemsOnceInTheOrderOfUse() {
    #expect(
      scenario.systems.map(\.name) == [
        "Fedwire Funds", "CHIPS", "CHAPS", "T2 RTGS daytime window", "HKD CHATS", "MEPS+",
        "USD CHATS",
      ])
    #expect(scenario.systems[scenario.pools[0].system.place].name == "Fedwire Funds")
  }

  @Test func namesFlowsByTheirPairWhereTheFileGivesLists() {
    let names = scenario.flows.map(\.name)
    #expect(names.first == "own-funds/NYC-LDN")
    #expect(names.contains("suppliers-usd/SIN-NYC"))
    #expect(names.contains("outside-in"))
    #expect(names.contains("commerce-to-dollars-of-singapore"))
  }

  @Test func turnsAmountsIntoMajorUnitsAndBoundsIntoMinor() {
    guard case .generated(let flow) = scenario.flows[0].origin else {
      Issue.record("own funds are drawn")
      return
    }
    #expect(flow.amount == (try? Distribution.lognormal(median: 80_000, p95: 2_000_000)))
    #expect(flow.amountBounds == 1...2_500_000_000)
    #expect(flow.priority == 3)
    #expect(flow.deadline == .businessDays(1))
    #expect(flow.arrivalsPerDay == 18)
    #expect(flow.days == .businessDays)
  }

  @Test func drawsVolumesTogether() {
    #expect(scenario.volumes != nil)
  }
}
