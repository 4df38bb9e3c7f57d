import Calendars
import Chance
import Scenarios
import Vocabulary

/// Builds the plans of a scenario, each corridor once.
///
/// A plan is a corridor with its pools and its routes; a route is one of the file or, where an end
/// is outside, the domestic system. Legs of all routes lie in one array: of each those there in the
/// order of travel, then as many back.
///
/// Plans stand in the order of the flows in which they are met first. Where flows draw their ends,
/// each pair of a payer and a payee has one.
struct CorridorPlans {
  /// The scenario whose plans they are.
  private let scenario: Scenario
  /// The currencies of the pools, in whose order plans and legs count them.
  private let currencies: [Currency]
  /// The pool of each branch and currency.
  private let pools: [BranchCurrency: PoolID]
  /// The routes of the file between two branches, in its order.
  private let written: [BranchPair: [CorrespondentRoute]]
  /// The plans so far.
  private(set) var plans: [CorridorPlan] = []
  /// Their routes, those of a plan one after the other.
  private(set) var routes: ContiguousArray<Route> = []
  /// The legs of the routes.
  private(set) var legs: ContiguousArray<Leg> = []
  /// The times of work of legs where they are drawn.
  private(set) var works: ContiguousArray<Distribution> = []
  /// For each flow, the plans of its payments: one, or one for each that is listed; of a trade the
  /// first leg's, then the second's.
  private(set) var ofFlow: [[PlanID]] = []
  /// For each flow whose payments draw their ends, their plans, and those of the second legs.
  private(set) var spreads: [(first: FlowSpread, second: FlowSpread?)?] = []
  /// The place of each corridor's plan.
  private var places: [Corridor: PlanID] = [:]
  private struct BranchCurrency: Hashable {
    let branch: BranchID
    let currency: Currency
  }

  private struct BranchPair: Hashable {
    let from, to: BranchID
  }

  /// The plans of a scenario with their routes.
  ///
  /// - Complexity: O(plans × routes between their ends + listed payments).
  init(_ scenario: Scenario, currencies: [Currency]) {
    (self.scenario, self.currencies) = (scenario, currencies)
    pools = Dictionary(
      uniqueKeysWithValues: scenario.pools.enumerated().map { place, pool in
        (BranchCurrency(branch: pool.branch, currency: pool.currency), PoolID(place))
      })
    written = Dictionary(grouping: scenario.routes) { BranchPair(from: $0.from, to: $0.to) }
    for flow in scenario.flows {
      switch flow.origin {
      case .generated(let generated):
        ofFlow.append(
          [place(of: generated.corridor)]
            + (generated.against.map { [place(of: generated.corridor.back(in: $0))] } ?? []))
      case .listed(let payments): ofFlow.append(payments.map { place(of: $0.corridor) })
      }
      spreads.append(spread(of: flow))
    }
  }

  /// Says in which corridor the payments of each plan are counted.
  mutating func count(in record: CorridorsOfRecord) {
    for place in plans.indices { plans[place].counted = record.countedIn[place] }
  }

  /// The plans of a flow whose payments draw their ends. Of a trade both legs draw the same two
  /// ends: the second goes from the payee to the payer.
  private mutating func spread(of flow: Flow) -> (first: FlowSpread, second: FlowSpread?)? {
    guard case .generated(let generated) = flow.origin, let ends = generated.ends else {
      return nil
    }
    func place(_ payer: Party, _ payee: Party, _ corridor: Corridor) -> PlanID {
      var drawn = corridor
      (drawn.from, drawn.to) = (payer, payee)
      return self.place(of: drawn)
    }
    func name(_ party: Party) -> String {
      party.branch.map { scenario.branches[$0.place].name } ?? "outside"
    }
    let first = FlowSpread(ends, name: name) { place($0, $1, generated.corridor) }
    let second = generated.against.map { against in
      FlowSpread(ends, name: name) { place($1, $0, generated.corridor.back(in: against)) }
    }
    return (first, second)
  }

  /// The place of a corridor's plan, which is made at the first question.
  private mutating func place(of corridor: Corridor) -> PlanID {
    if let place = places[corridor] { return place }
    let place = PlanID(plans.count)
    plans.append(plan(of: corridor))
    places[corridor] = place
    return place
  }

  /// The plan of a corridor. It belongs to the payer's branch or, where the payer is outside, to
  /// the payee's.
  private mutating func plan(of corridor: Corridor) -> CorridorPlan {
    guard let home = corridor.from.branch ?? corridor.to.branch else {
      preconditionFailure("a payment from outside to outside is not the bank's")
    }
    let converts = corridor.currency != corridor.creditedIn
    let first = Int32(routes.count)
    addRoutes(of: corridor)
    return CorridorPlan(
      corridor: corridor, home: home, destination: corridor.to.branch ?? home,
      currency: place(of: corridor.currency), creditedIn: place(of: corridor.creditedIn),
      payerPool: pool(corridor.from, corridor.currency),
      payeePool: pool(corridor.to, corridor.creditedIn),
      routes: first..<Int32(routes.count),
      rate: converts
        ? scenario.rates.rate(between: corridor.currency, and: corridor.creditedIn) : nil)
  }

  /// Adds the routes of a corridor: each of the file that fits or, where an end is outside, one leg
  /// in the system of the branch's pool. Where no model has correspondents there may be none.
  private mutating func addRoutes(of corridor: Corridor) {
    guard let from = corridor.from.branch, let to = corridor.to.branch else {
      return addDomesticRoute(of: corridor)
    }
    for route in routes(from, to, corridor) { addRoute(of: corridor, by: route) }
  }

  /// The routes of a corridor in the order of the file: those that change the currency on the way
  /// where there are any, else those that leave it to the receiving branch.
  private func routes(_ from: BranchID, _ to: BranchID, _ corridor: Corridor)
    -> [CorrespondentRoute]
  {
    let all = (written[BranchPair(from: from, to: to)] ?? []).filter {
      $0.currency == corridor.currency
    }
    let converting = all.filter { $0.conversion?.creditedIn == corridor.creditedIn }
    return converting.isEmpty ? all.filter { $0.conversion == nil } : converting
  }

  /// Adds the one leg of a payment to or from outside: in the system of the branch's pool, before
  /// its customer cut-off, without a fee. Where the payee buys another currency, the exchange desk
  /// is paid in place of its pool.
  private mutating func addDomesticRoute(of corridor: Corridor) {
    let (payer, payee) = (
      pool(corridor.from, corridor.currency), pool(corridor.to, corridor.currency)
    )
    guard let pool = payer ?? payee else { return }
    let leg = Leg(
      payer: payer, payee: corridor.currency == corridor.creditedIn ? payee : nil,
      system: scenario.pools[pool.place].system, cutOff: .customer,
      currency: place(of: corridor.currency))
    add([leg], payerFee: 0)
  }

  /// Adds a route of the file. The first leg is paid by the payer's pool, in the currency bought
  /// where the sending branch buys; the last one pays the payee's pool, or the exchange desk where
  /// the receiving branch buys. Between them correspondents pay each other.
  private mutating func addRoute(of corridor: Corridor, by route: CorrespondentRoute) {
    let after = route.conversion?.afterHops
    var legs: [Leg] = []
    for (place, hop) in route.hops.enumerated() {
      let isBought = after.map { place >= $0 } ?? false
      legs.append(
        leg(of: hop, in: isBought ? corridor.creditedIn : corridor.currency, route.method))
    }
    let landsConverted = route.conversion != nil || corridor.currency == corridor.creditedIn
    legs[0].payer = pool(corridor.from, after == 0 ? corridor.creditedIn : corridor.currency)
    legs[legs.count - 1].payee = landsConverted ? pool(corridor.to, corridor.creditedIn) : nil
    add(
      legs, payerFee: payerFee(route), exchangeAfter: after,
      isAnnounced: route.method == .coverOnAnnouncement,
      intermediaries: route.hops.count { $0.correspondent != nil })
  }

  /// Adds a route and its legs, there and back.
  ///
  /// - Parameters:
  ///   - payerFee: In minor units of the currency sent.
  ///   - exchangeAfter: After how many legs the currency changes; `nil` where it does not.
  private mutating func add(
    _ legs: [Leg], payerFee: Int64, exchangeAfter: Int? = nil, isAnnounced: Bool = false,
    intermediaries: Int = 0
  ) {
    routes.append(
      Route(
        firstLeg: self.legs.count, legCount: legs.count, payerFee: payerFee,
        exchangeAfter: exchangeAfter, isAnnounced: isAnnounced,
        intermediaries: UInt8(intermediaries)))
    self.legs += legs + CorridorPlans.reversed(legs)
  }

  /// The leg of a hop. A cover moves between banks, so that the interbank cut-off binds it,
  /// whatever the hop says.
  private mutating func leg(of hop: Hop, in currency: Currency, _ method: RouteMethod) -> Leg {
    var leg = Leg(
      payer: nil, payee: nil, system: hop.system,
      cutOff: method == .serial ? hop.cutOff : .interbank, currency: place(of: currency),
      fee: hop.fee.minorUnits)
    if case .constant(let seconds) = hop.processing {
      leg.processing = TimeSpan(microseconds: Int64((seconds * 1_000_000).rounded()))
    } else {
      leg.work = works.count
      works.append(hop.processing)
    }
    if let desk = hop.desk {
      leg.desk = World.hours(of: desk, in: scenario)
    }
    return leg
  }

  /// The same legs the other way round. Fee, work and hours of a leg stay with it.
  private static func reversed(_ legs: [Leg]) -> [Leg] {
    legs.reversed().map { leg in
      var back = leg
      (back.payer, back.payee) = (leg.payee, leg.payer)
      return back
    }
  }

  /// What the payer pays for a route; correspondents deduct nothing from a cover and bill all.
  ///
  /// Only fees in the currency sent: those behind an exchange are taken off the amount.
  ///
  /// - Returns: In minor units, the sum of what the fee option leaves to the payer.
  private func payerFee(_ route: CorrespondentRoute) -> Int64 {
    let sent = route.hops.filter { $0.fee.currency == route.currency }
    let fees = sent.map(\.fee.minorUnits)
    guard route.method == .serial else { return fees.reduce(0, +) }
    return switch route.feeOption {
    case .our: fees.reduce(0, +)
    case .shared: route.hops[0].fee.currency == route.currency ? fees.first ?? 0 : 0
    case .beneficiary: 0
    }
  }

  /// The pool of a party's branch; `nil` for outside, and where the branch has none in the
  /// currency.
  private func pool(_ party: Party, _ currency: Currency) -> PoolID? {
    party.branch.flatMap { pools[BranchCurrency(branch: $0, currency: currency)] }
  }

  /// For each plan, the pool of the receiving branch in the currency sent. Money of a token or a
  /// clearing lands there even where the payee buys another currency.
  var landingPools: [PoolID?] { plans.map { pool($0.corridor.to, $0.corridor.currency) } }

  /// The place of a currency among those of the pools, in which every corridor is.
  private func place(of currency: Currency) -> CurrencyID {
    CurrencyID(currencies.firstIndex(of: currency) ?? 0)
  }
}
