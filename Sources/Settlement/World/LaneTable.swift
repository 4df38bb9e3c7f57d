import Calendars
import Scenarios
import Vocabulary

/// Builds the lanes of a scenario, each route once.
struct LaneTable {
  private let scenario: Scenario
  private let currencies: [Currency]
  private var lanes: [Lane] = []
  private var legs: ContiguousArray<Leg> = []
  private var places: [Route: Int32] = [:]

  /// The lanes of a scenario with their legs and, for each flow, the lanes of its payments.
  static func lanes(of scenario: Scenario, currencies: [Currency])
    -> (lanes: [Lane], legs: ContiguousArray<Leg>, ofFlow: [[Int32]])
  {
    var table = LaneTable(scenario: scenario, currencies: currencies)
    let ofFlow = scenario.flows.map { flow -> [Int32] in
      switch flow.origin {
      case .generated(let generated): [table.place(of: generated.route)]
      case .listed(let payments): payments.map { table.place(of: $0.route) }
      }
    }
    return (table.lanes, table.legs, ofFlow)
  }

  private init(scenario: Scenario, currencies: [Currency]) {
    (self.scenario, self.currencies) = (scenario, currencies)
  }

  private mutating func place(of route: Route) -> Int32 {
    if let place = places[route] { return place }
    let place = Int32(lanes.count)
    lanes.append(lane(of: route))
    places[route] = place
    return place
  }

  private mutating func lane(of route: Route) -> Lane {
    guard let home = route.from.branch ?? route.to.branch else {
      preconditionFailure("a payment from outside to outside is not the bank's")
    }
    let converts = route.currency != route.creditedIn
    let payer = route.from.branch.flatMap { pool($0, route.currency) }
    let payee = route.to.branch.flatMap { pool($0, route.creditedIn) }
    let landing = converts ? nil : payee
    let forward = legs(route, from: payer, to: landing)
    legs += forward + LaneTable.reversed(forward)
    return Lane(
      route: route, home: home, destination: route.to.branch ?? home,
      currency: place(of: route.currency), creditedIn: place(of: route.creditedIn),
      payerPool: payer, payeePool: payee,
      firstLeg: legs.count - 2 * forward.count, legCount: forward.count,
      payerFee: payerFee(route),
      rate: converts ? scenario.rates.rate(between: route.currency, and: route.creditedIn) : nil)
  }

  private func legs(_ route: Route, from payer: PoolID?, to payee: PoolID?) -> [Leg] {
    guard let from = route.from.branch, let to = route.to.branch else {
      let home = route.from.branch ?? route.to.branch
      guard let pool = home.flatMap({ self.pool($0, route.currency) }) else { return [] }
      let system = scenario.pools[pool.place].system
      return [
        Leg(
          payer: payer, payee: payee, system: system, cutOff: .customer, processing: .zero, fee: 0)
      ]
    }
    let corridor = corridor(from, to, route.currency)
    var legs = (corridor?.hops ?? []).map { hop in
      Leg(
        payer: nil, payee: nil, system: hop.system, cutOff: hop.cutOff,
        processing: hop.processing, fee: hop.fee.minorUnits)
    }
    guard !legs.isEmpty else { return [] }
    legs[0].payer = payer
    legs[legs.count - 1].payee = payee
    return legs
  }

  /// The same legs the other way round.
  private static func reversed(_ legs: [Leg]) -> [Leg] {
    legs.reversed().map { leg in
      var back = leg
      (back.payer, back.payee) = (leg.payee, leg.payer)
      return back
    }
  }

  private func payerFee(_ route: Route) -> Int64 {
    guard let from = route.from.branch, let to = route.to.branch,
      let corridor = corridor(from, to, route.currency)
    else { return 0 }
    let fees = corridor.hops.map(\.fee.minorUnits)
    return switch corridor.feeOption {
    case .our: fees.reduce(0, +)
    case .shared: fees.first ?? 0
    case .beneficiary: 0
    }
  }

  private func corridor(_ from: BranchID, _ to: BranchID, _ currency: Currency) -> Corridor? {
    scenario.corridors.first { $0.from == from && $0.to == to && $0.currency == currency }
  }

  private func pool(_ branch: BranchID, _ currency: Currency) -> PoolID? {
    scenario.pools.firstIndex { $0.branch == branch && $0.currency == currency }.map(PoolID.init)
  }

  private func place(of currency: Currency) -> Int {
    currencies.firstIndex(of: currency) ?? 0
  }
}
