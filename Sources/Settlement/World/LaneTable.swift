import Calendars
import Chance
import Scenarios
import Vocabulary

/// Builds the lanes of a scenario, each route once.
///
/// A lane is a route with its pools and its ways; a way is a corridor, or the domestic system where
/// an end is outside. Legs of all ways lie in one array: of each way those there in the order of
/// travel, then as many back.
///
/// Lanes stand in the order of the flows in which they are met first. Where flows draw their ends,
/// each pair of a payer and a payee has one.
struct LaneTable {
  /// The scenario whose lanes they are.
  private let scenario: Scenario
  /// The currencies of the pools, in whose order lanes and legs count them.
  private let currencies: [Currency]
  /// The pool of each branch and currency.
  private let pools: [BranchCurrency: PoolID]
  /// The corridors between two branches, in the order of the file.
  private let corridors: [BranchPair: [Corridor]]
  /// The lanes so far.
  private(set) var lanes: [Lane] = []
  /// Their ways, those of a lane one after the other.
  private(set) var ways: ContiguousArray<Way> = []
  /// The legs of the ways.
  private(set) var legs: ContiguousArray<Leg> = []
  /// The times of work of legs where they are drawn.
  private(set) var works: ContiguousArray<Distribution> = []
  /// For each flow, the lanes of its payments: one, or one for each that is listed; of a trade the
  /// first leg's, then the second's.
  private(set) var ofFlow: [[Int32]] = []
  /// For each flow whose payments draw their ends, their lanes, and those of the second legs.
  private(set) var spreads: [(first: FlowSpread, second: FlowSpread?)?] = []
  /// The place of each route's lane.
  private var places: [Route: Int32] = [:]
  private struct BranchCurrency: Hashable {
    let branch: BranchID
    let currency: Currency
  }

  private struct BranchPair: Hashable {
    let from, to: BranchID
  }

  /// The lanes of a scenario with their ways.
  ///
  /// - Complexity: O(lanes × corridors between their ends + listed payments).
  init(_ scenario: Scenario, currencies: [Currency]) {
    (self.scenario, self.currencies) = (scenario, currencies)
    pools = Dictionary(
      uniqueKeysWithValues: scenario.pools.enumerated().map { place, pool in
        (BranchCurrency(branch: pool.branch, currency: pool.currency), PoolID(place))
      })
    corridors = Dictionary(grouping: scenario.corridors) { BranchPair(from: $0.from, to: $0.to) }
    for flow in scenario.flows {
      switch flow.origin {
      case .generated(let generated):
        ofFlow.append(
          [place(of: generated.route)]
            + (generated.against.map { [place(of: generated.route.back(in: $0))] } ?? []))
      case .listed(let payments): ofFlow.append(payments.map { place(of: $0.route) })
      }
      spreads.append(spread(of: flow))
    }
  }

  /// Counts the payments of each lane in a corridor. Lanes stand in the order of the record's
  /// routes.
  mutating func count(in record: CorridorsOfRecord) {
    for place in lanes.indices { lanes[place].corridor = record.ofRoute[place] }
  }

  /// The lanes of a flow whose payments draw their ends. Of a trade both legs draw the same two
  /// ends: the second goes from the payee to the payer.
  private mutating func spread(of flow: Flow) -> (first: FlowSpread, second: FlowSpread?)? {
    guard case .generated(let generated) = flow.origin, let ends = generated.ends else {
      return nil
    }
    func place(_ payer: Party, _ payee: Party, _ route: Route) -> Int32 {
      var drawn = route
      (drawn.from, drawn.to) = (payer, payee)
      return self.place(of: drawn)
    }
    func name(_ party: Party) -> String {
      party.branch.map { scenario.branches[$0.place].name } ?? "outside"
    }
    let first = FlowSpread(ends, name: name) { place($0, $1, generated.route) }
    let second = generated.against.map { against in
      FlowSpread(ends, name: name) { place($1, $0, generated.route.back(in: against)) }
    }
    return (first, second)
  }

  /// The place of a route's lane, which is made at the first question.
  private mutating func place(of route: Route) -> Int32 {
    if let place = places[route] { return place }
    let place = Int32(lanes.count)
    lanes.append(lane(of: route))
    places[route] = place
    return place
  }

  /// The lane of a route. It belongs to the payer's branch or, where the payer is outside, to the
  /// payee's.
  private mutating func lane(of route: Route) -> Lane {
    guard let home = route.from.branch ?? route.to.branch else {
      preconditionFailure("a payment from outside to outside is not the bank's")
    }
    let converts = route.currency != route.creditedIn
    let first = Int32(ways.count)
    addWays(of: route)
    return Lane(
      route: route, home: home, destination: route.to.branch ?? home,
      currency: place(of: route.currency), creditedIn: place(of: route.creditedIn),
      payerPool: pool(route.from, route.currency), payeePool: pool(route.to, route.creditedIn),
      ways: first..<Int32(ways.count),
      rate: converts ? scenario.rates.rate(between: route.currency, and: route.creditedIn) : nil)
  }

  /// Adds the ways of a route: a corridor for each that fits or, where an end is outside, one leg
  /// in the system of the branch's pool. Where no model has correspondents there may be none.
  private mutating func addWays(of route: Route) {
    guard let from = route.from.branch, let to = route.to.branch else {
      return addDomesticWay(of: route)
    }
    for corridor in corridors(from, to, route) { addWay(of: route, by: corridor) }
  }

  /// The corridors of a route in the order of the file: those that change the currency on the way
  /// where there are any, else those that leave it to the receiving branch.
  private func corridors(_ from: BranchID, _ to: BranchID, _ route: Route) -> [Corridor] {
    let all = (corridors[BranchPair(from: from, to: to)] ?? []).filter {
      $0.currency == route.currency
    }
    let converting = all.filter { $0.conversion?.creditedIn == route.creditedIn }
    return converting.isEmpty ? all.filter { $0.conversion == nil } : converting
  }

  /// Adds the one leg of a payment to or from outside: in the system of the branch's pool, before
  /// its customer cut-off, without a fee. Where the payee buys another currency, the exchange desk
  /// is paid in place of its pool.
  private mutating func addDomesticWay(of route: Route) {
    let (payer, payee) = (pool(route.from, route.currency), pool(route.to, route.currency))
    guard let pool = payer ?? payee else { return }
    let leg = Leg(
      payer: payer, payee: route.currency == route.creditedIn ? payee : nil,
      system: scenario.pools[pool.place].system, cutOff: .customer,
      currency: place(of: route.currency))
    add([leg], payerFee: 0)
  }

  /// Adds the way by a corridor. The first leg is paid by the payer's pool, in the currency bought
  /// where the sending branch buys; the last one pays the payee's pool, or the exchange desk where
  /// the receiving branch buys. Between them correspondents pay each other.
  private mutating func addWay(of route: Route, by corridor: Corridor) {
    let after = corridor.conversion?.afterHops ?? -1
    var legs: [Leg] = []
    for (place, hop) in corridor.hops.enumerated() {
      let isBought = corridor.conversion != nil && place >= after
      legs.append(leg(of: hop, in: isBought ? route.creditedIn : route.currency, corridor.method))
    }
    let landsConverted = corridor.conversion != nil || route.currency == route.creditedIn
    legs[0].payer = pool(route.from, after == 0 ? route.creditedIn : route.currency)
    legs[legs.count - 1].payee = landsConverted ? pool(route.to, route.creditedIn) : nil
    add(
      legs, payerFee: payerFee(corridor), exchangeAfter: after,
      isAnnounced: corridor.method == .coverOnAnnouncement,
      intermediaries: corridor.hops.count { $0.correspondent != nil })
  }

  /// Adds a way and its legs, there and back.
  ///
  /// - Parameters:
  ///   - payerFee: In minor units of the currency sent.
  ///   - exchangeAfter: After how many legs the currency changes; −1 where it does not.
  private mutating func add(
    _ legs: [Leg], payerFee: Int64, exchangeAfter: Int = -1, isAnnounced: Bool = false,
    intermediaries: Int = 0
  ) {
    ways.append(
      Way(
        firstLeg: self.legs.count, legCount: legs.count, payerFee: payerFee,
        exchangeAfter: exchangeAfter, isAnnounced: isAnnounced,
        intermediaries: UInt8(intermediaries)))
    self.legs += legs + LaneTable.reversed(legs)
  }

  /// The leg of a hop. A cover moves between banks, so that the interbank cut-off binds it,
  /// whatever the hop says.
  private mutating func leg(of hop: Hop, in currency: Currency, _ method: CorridorMethod) -> Leg {
    var leg = Leg(
      payer: nil, payee: nil, system: hop.system,
      cutOff: method == .serial ? hop.cutOff : .interbank, currency: place(of: currency),
      fee: hop.fee.minorUnits)
    if case .constant(let seconds) = hop.processing {
      leg.processing = TimeSpan(microseconds: Int64((seconds * 1_000_000).rounded()))
    } else {
      leg.work = Int32(works.count)
      works.append(hop.processing)
    }
    if let desk = hop.desk {
      leg.desk = Int32(World.hours(of: desk, in: scenario))
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

  /// What the payer pays for a corridor; correspondents deduct nothing from a cover and bill all.
  ///
  /// Only fees in the currency sent: those behind an exchange are taken off the amount.
  ///
  /// - Returns: In minor units, the sum of what the fee option leaves to the payer.
  private func payerFee(_ corridor: Corridor) -> Int64 {
    let sent = corridor.hops.filter { $0.fee.currency == corridor.currency }
    let fees = sent.map(\.fee.minorUnits)
    guard corridor.method == .serial else { return fees.reduce(0, +) }
    return switch corridor.feeOption {
    case .our: fees.reduce(0, +)
    case .shared: corridor.hops[0].fee.currency == corridor.currency ? fees.first ?? 0 : 0
    case .beneficiary: 0
    }
  }

  /// The pool of a party's branch; `nil` for outside, and where the branch has none in the
  /// currency.
  private func pool(_ party: Party, _ currency: Currency) -> PoolID? {
    party.branch.flatMap { pools[BranchCurrency(branch: $0, currency: currency)] }
  }

  /// For each lane, the pool of the receiving branch in the currency sent. Money of a token or a
  /// clearing lands there even where the payee buys another currency.
  var landingPools: [PoolID?] { lanes.map { pool($0.route.to, $0.route.currency) } }

  /// The place of a currency among those of the pools, in which every route is.
  private func place(of currency: Currency) -> Int {
    currencies.firstIndex(of: currency) ?? 0
  }
}
