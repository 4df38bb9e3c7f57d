import Measures
import Scenarios
import Vocabulary

/// What figures are of, of one scenario.
struct Scopes: Sendable {
  let scenario: Scenario
  /// The routes of the payments, in the order of the record's lanes.
  let lanes: [Route]
  /// The currencies of the pools, in ascending order: the order of the record's totals.
  let currencies: [Currency]
  /// The days of instruction, UTC.
  let days: [CivilDate]
  /// The batches of one long run, where it is divided.
  let batches: BatchPlan?

  /// The scopes of a scenario.
  ///
  /// - Parameter lanes: The routes in the order of the record's lanes.
  init(_ scenario: Scenario, lanes: [Route]) {
    self.scenario = scenario
    self.lanes = lanes
    currencies = Set(scenario.pools.map(\.currency)).sorted()
    let first = CivilDate.split(scenario.experiment.from.microseconds).date
    let last = CivilDate.split(scenario.experiment.until.microseconds - 1).date
    days = (0...(last - first)).map { first + $0 }
    batches = BatchPlan(scenario.experiment)
  }

  /// The corridor of a lane, the branches of a family by its name.
  func corridor(ofLane lane: Int) -> Scope { .corridor(lanes[lane], among: scenario.branches) }

  /// The place of the currency that is sent on each lane.
  var currencyOfLane: [Int] {
    lanes.map { route in currencies.firstIndex(of: route.currency) ?? 0 }
  }
}
