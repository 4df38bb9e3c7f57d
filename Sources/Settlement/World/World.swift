import Calendars
import Chance
public import Scenarios
public import Vocabulary

/// A scenario compiled for running: its hours as windows of UTC, its corridors as legs, its days as
/// plans. Shared, read-only, by all replications of all models.
public struct World: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// How its replications are run, beside what the scenario says.
  public let terms: RunTerms
  /// The currencies of the pools, in ascending order of their codes.
  public let currencies: [Currency]
  /// The corridors on which payments can come, in the order of the flows.
  public let plans: [CorridorPlan]
  /// The corridors for which outcomes are counted, in the order of their first plans: the plans'
  /// own, but for families of branches and for more corridors than anybody would read.
  public let corridors: [Corridor]
  /// What the compilation noticed: cut-offs that fall into a change of the clock.
  public let diagnostics: [String]

  /// The hours of all branches, exchange desks, review desks, systems and correspondents, in this
  /// order.
  let timetables: [Timetable]
  /// The windows of all timetables, one after the other, and where each begins, with the end last.
  let windows: ContiguousArray<Window>
  /// Where the windows of each timetable begin among all windows, with the end last.
  let firstWindow: ContiguousArray<Int>
  /// The midnight that starts the local day of each window of a branch's business hours; they are
  /// the first of `windows`.
  let dayStarts: ContiguousArray<Instant>
  /// What holds payments where something is disturbed.
  let disturbedHours: DisturbedHours
  /// The mid rates over time.
  let rates: RateBook
  /// The business days that deadlines count.
  let businessDays: BusinessDays
  /// The business days of the pools.
  let settlementDays: SettlementDays
  /// What the flows' payments draw.
  let flows: FlowTable
  /// What makes the draws of distributions quick.
  let quantiles: QuantileTables
  /// What the chance of payments is addressed by.
  let streams: StreamTable
  /// The instants of the release runs of each branch; `nil` where releases are continuous.
  let releases: [ContiguousArray<Instant>?]
  /// The instants of the posting runs of each branch; `nil` where postings are continuous.
  let postings: [ContiguousArray<Instant>?]
  /// For each flow, the days on which its payments come, or nothing for a listed flow.
  let days: [[FlowDay]]
  /// The routes of all plans, their legs, and how long correspondents work where that differs.
  let routes: ContiguousArray<Route>
  /// The legs of all routes, as `CorridorPlans` lays them out.
  let legs: ContiguousArray<Leg>
  /// The times of work of legs, where they are drawn.
  let works: ContiguousArray<Distribution>
  /// For each flow, the plans of its payments: one where it is generated, else one per payment; of
  /// a generated trade one for each leg.
  let plansOfFlow: [[PlanID]]
  /// The common business days of both currencies of each plan that converts.
  let exchangeDays: [HolidayCalendar?]
  /// The plans of the flows whose payments draw their ends.
  let spreads: [(first: FlowSpread, second: FlowSpread?)?]
  /// For each plan, the pool of the receiving branch in the currency sent.
  let landingPools: [PoolID?]
  /// The pools of each currency, and the currency of each pool.
  let poolsOfCurrency: [[PoolID]]
  /// The place of each pool's currency among `currencies`.
  let currencyOfPool: [CurrencyID]
  /// The pools of each branch.
  let poolsOfBranch: [[PoolID]]
  /// For each model, the instants of its rebalancing windows.
  let rebalancingTimes: [ContiguousArray<Instant>]
  /// For each model, what its treasurer expects the pools to need; `nil` where it does not
  /// estimate.
  private(set) var needs: [WindowNeeds?] = []
  /// For each model, the instants of its clearing's cycles.
  let cycleTimes: [ContiguousArray<Instant>]

  /// Compiles a scenario.
  ///
  /// - Throws: Where hours reach past the years of a calendar, two names would draw the same
  ///   numbers, or a treasurer's look at the past takes more events than the terms allow.
  /// - Complexity: O(entities × days + flows × days), and the replications that treasurers look at.
  public init(_ scenario: Scenario, _ terms: RunTerms = RunTerms()) throws(WorldError) {
    try StreamTable.check(scenario)
    do { try self.init(withoutNeedsOf: scenario, terms) } catch {
      throw .hours(error.description)
    }
    needs = try WindowNeeds.all(of: self)
  }

  /// Compiles everything but the estimates of treasurers, which need replications of this world.
  private init(withoutNeedsOf scenario: Scenario, _ terms: RunTerms) throws(CalendarError) {
    let range = scenario.experiment.from..<scenario.experiment.horizon
    (self.scenario, self.terms) = (scenario, terms)
    let currencies = Set(scenario.pools.map(\.currency)).sorted()
    self.currencies = currencies
    var table = CorridorPlans(scenario, currencies: currencies)
    let record = CorridorsOfRecord(of: table.plans.map(\.corridor), among: scenario.branches)
    corridors = record.corridors
    table.count(in: record)
    (plans, routes, legs, works) = (table.plans, table.routes, table.legs, table.works)
    (plansOfFlow, spreads) = (table.ofFlow, table.spreads)
    let planned = try World.timetables(of: scenario, covering: range)
    let market = try World.exchangeMarket(of: scenario, covering: range)
    rates = RateBook(scenario, market: market)
    disturbedHours = DisturbedHours(scenario, planned: planned, market: market, plans: plans)
    timetables = disturbedHours.timetables
    businessDays = BusinessDays(scenario.branches, planned: planned)
    settlementDays = SettlementDays(scenario) { planned[3 * scenario.branches.count + $0.place] }
    (windows, firstWindow) = World.windows(of: timetables)
    dayStarts = World.dayStarts(of: scenario, timetables)
    var notes = planned.flatMap(\.diagnostics)
    (releases, postings) = (
      try World.runs(\.releases, of: scenario, covering: range, notes: &notes),
      try World.runs(\.postings, of: scenario, covering: range, notes: &notes)
    )
    diagnostics = notes
    exchangeDays = try World.exchangeDays(of: plans, in: scenario)
    landingPools = table.landingPools
    quantiles = QuantileTables(scenario.drawn)
    flows = FlowTable(scenario, quantiles)
    streams = StreamTable(scenario)
    days = try World.days(of: scenario)
    rebalancingTimes = try World.rebalancingTimes(of: scenario, covering: range)
    cycleTimes = try World.cycleTimes(of: scenario, covering: range)
    currencyOfPool = scenario.pools.map { CurrencyID(currencies.firstIndex(of: $0.currency) ?? 0) }
    poolsOfBranch = World.poolsOfBranch(in: scenario)
    poolsOfCurrency = currencies.map { currency in
      scenario.pools.indices.filter { scenario.pools[$0].currency == currency }.map(PoolID.init)
    }
  }

  /// The pools of each branch, in the order of the scenario.
  private static func poolsOfBranch(in scenario: Scenario) -> [[PoolID]] {
    var pools = scenario.branches.map { _ in [PoolID]() }
    for (place, pool) in scenario.pools.enumerated() {
      pools[pool.branch.place].append(PoolID(place))
    }
    return pools
  }
}

extension World {
  /// The planned hours, in the order that `hours(of:)` and its like count on.
  private static func timetables(of scenario: Scenario, covering range: Range<Instant>)
    throws(CalendarError) -> [Timetable]
  {
    let desks =
      scenario.branches.map(\.hours) + scenario.branches.map(\.exchangeDesk)
      + scenario.branches.map(\.reviewDesk) + scenario.systems.map(\.hours)
      + scenario.correspondents.map(\.hours)
    var compiled: [Timetable] = []
    for hours in desks { compiled.append(try hours.compile(covering: range)) }
    return compiled
  }

  private static func windows(of timetables: [Timetable])
    -> (ContiguousArray<Window>, ContiguousArray<Int>)
  {
    var starts: ContiguousArray<Int> = [0]
    for timetable in timetables {
      starts.append(starts[starts.count - 1] + timetable.windows.count)
    }
    return (ContiguousArray(timetables.flatMap(\.windows)), starts)
  }

  /// The local midnight before each window of a branch, branch by branch.
  private static func dayStarts(of scenario: Scenario, _ timetables: [Timetable])
    -> ContiguousArray<Instant>
  {
    var starts: ContiguousArray<Instant> = []
    for (branch, timetable) in zip(scenario.branches, timetables) {
      for window in timetable.windows { starts.append(branch.zone.startOfDay(window.valueDate)) }
    }
    return starts
  }

  /// The runs of all branches as they turn out: in local time on business days, moved or left out
  /// by disturbances.
  ///
  /// - Parameter notes: Takes in what the clock did to times of runs.
  private static func runs(
    _ kind: KeyPath<Branch, RunTimes>, of scenario: Scenario, covering range: Range<Instant>,
    notes: inout [String]
  ) throws(CalendarError) -> [ContiguousArray<Instant>?] {
    var runs: [ContiguousArray<Instant>?] = []
    for (place, branch) in scenario.branches.enumerated() {
      guard case .at(let times) = branch[keyPath: kind] else {
        runs.append(nil)
        continue
      }
      let plan = LocalTimes(times, zone: branch.zone, days: branch.hours.days)
      let compiled = try plan.compile(covering: range)
      notes += compiled.diagnostics
      runs.append(
        DisturbedHours.disturbed(
          compiled.instants, of: BranchID(place), isRelease: kind == \.releases, scenario))
    }
    return runs
  }
}

extension World {
  /// The windows of each model's treasury, on every day of the year; none for a model without
  /// windows.
  private static func rebalancingTimes(of scenario: Scenario, covering range: Range<Instant>)
    throws(CalendarError) -> [ContiguousArray<Instant>]
  {
    var times: [ContiguousArray<Instant>] = []
    for model in scenario.models {
      guard case .windows(let terms) = model.rebalancing else {
        times.append([])
        continue
      }
      let everyDay = OperatingDays(HolidayCalendar.none)
      let plan = LocalTimes(terms.times, zone: terms.zone, days: everyDay)
      times.append(try plan.compile(covering: range).instants)
    }
    return times
  }
}

extension World {
  /// The cycles of each model's clearing, on every day of the year; none for a model without
  /// cycles.
  private static func cycleTimes(of scenario: Scenario, covering range: Range<Instant>)
    throws(CalendarError) -> [ContiguousArray<Instant>]
  {
    var times: [ContiguousArray<Instant>] = []
    for model in scenario.models {
      guard let cycles = model.clearingTerms?.settlement.cycles else {
        times.append([])
        continue
      }
      let everyDay = OperatingDays(HolidayCalendar.none)
      let plan = LocalTimes(cycles.times, zone: cycles.zone, days: everyDay)
      times.append(try plan.compile(covering: range).instants)
    }
    return times
  }
}

/// Whose hours a timetable gives: branches come first, then their exchange desks, their review
/// desks, systems, correspondents, and what disturbances add.
extension World {
  /// The timetable of a branch's business hours.
  func hours(of branch: BranchID) -> TimetableID { TimetableID(branch.place) }
  /// The timetable of a branch's exchange desk.
  func exchangeDesk(of branch: BranchID) -> TimetableID {
    TimetableID(scenario.branches.count + branch.place)
  }
  /// The timetable of a branch's review desk.
  func reviewDesk(of branch: BranchID) -> TimetableID {
    TimetableID(2 * scenario.branches.count + branch.place)
  }
  /// The timetable of a system.
  func hours(of system: SystemID) -> TimetableID {
    TimetableID(3 * scenario.branches.count + system.place)
  }
  /// The timetable of a correspondent.
  static func hours(of correspondent: CorrespondentID, in scenario: Scenario) -> TimetableID {
    TimetableID(
      3 * scenario.branches.count + scenario.systems.count + correspondent.place)
  }
  /// The place of a currency of a pool among `currencies`.
  func place(of currency: Currency) -> CurrencyID {
    guard let place = currencies.firstIndex(of: currency) else {
      preconditionFailure("no pool has \(currency)")
    }
    return CurrencyID(place)
  }
}
