import Scenarios
import Vocabulary

/// What figures are of, with the names that files use.
struct Scopes: Sendable {
  let scenario: Scenario
  /// The routes of the payments, in the order of the record's lanes.
  let lanes: [Route]
  /// The currencies of the pools, in ascending order: the order of the record's totals.
  let currencies: [Currency]
  /// The days of instruction, UTC.
  let days: [CivilDate]

  init(_ scenario: Scenario, lanes: [Route]) {
    self.scenario = scenario
    self.lanes = lanes
    currencies = Set(scenario.pools.map(\.currency)).sorted()
    let first = CivilDate.split(scenario.experiment.from.microseconds).date
    let last = CivilDate.split(scenario.experiment.until.microseconds - 1).date
    days = (0...(last - first)).map { first + $0 }
  }

  /// `corridor NYC>SIN USD`, with a conversion `corridor NYC>SIN USD/SGD`.
  func name(ofLane lane: Int) -> String {
    let route = lanes[lane]
    let conversion = route.creditedIn == route.currency ? "" : "/\(route.creditedIn)"
    return "corridor \(name(route.from))>\(name(route.to)) \(route.currency)\(conversion)"
  }

  /// `pool NYC USD`.
  func name(ofPool pool: Int) -> String {
    let pool = scenario.pools[pool]
    return "pool \(scenario.branches[pool.branch.place].name) \(pool.currency)"
  }

  /// `currency USD`.
  func name(ofCurrency currency: Int) -> String { "currency \(currencies[currency])" }

  /// `day 2026-03-07`.
  func name(ofDay day: Int) -> String { "day \(days[day])" }

  private func name(_ party: Party) -> String {
    party.branch.map { scenario.branches[$0.place].name } ?? "outside"
  }

  /// The place of the currency that is sent on each lane.
  var currencyOfLane: [Int] {
    lanes.map { route in currencies.firstIndex(of: route.currency) ?? 0 }
  }
}
