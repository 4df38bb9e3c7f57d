import Measures
import Scenarios
import Vocabulary

/// What figures are of, of one scenario.
struct Scopes: Sendable {
  let scenario: Scenario
  /// The corridors of the payments, in the order of the record.
  let corridors: [Corridor]
  /// The currencies of the pools, in ascending order: the order of the record's totals.
  let currencies: [Currency]
  /// The days of instruction, UTC.
  let days: [CivilDate]
  /// The batches of one long run, where it is divided.
  let batches: BatchPlan?

  /// The scopes of a scenario.
  ///
  /// - Parameter corridors: In the order of the record.
  init(_ scenario: Scenario, corridors: [Corridor]) {
    self.scenario = scenario
    self.corridors = corridors
    currencies = Set(scenario.pools.map(\.currency)).sorted()
    let first = CivilDate.split(scenario.experiment.from.microseconds).date
    let last = CivilDate.split(scenario.experiment.until.microseconds - 1).date
    days = (0...(last - first)).map { first + $0 }
    batches = BatchPlan(scenario.experiment)
  }

  /// A corridor, the branches of a family by the family's name.
  func corridor(at place: Int) -> Scope { .corridor(corridors[place], among: scenario.branches) }

  /// The place of the currency that is sent on each corridor.
  var currencyOfCorridor: [Int] {
    corridors.map { corridor in currencies.firstIndex(of: corridor.currency) ?? 0 }
  }
}
