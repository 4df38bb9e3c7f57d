import Calendars
import Scenarios
import Vocabulary

/// The timetables of a world with what disturbs them, and further ones at which payments are held.
///
/// Outages and surprise holidays are cut out of the hours of branches, desks and systems, so that
/// every station follows them as it follows a night. What keeps no hours (tokens of a branch, a
/// ledger, a payer) gets a timetable of its own behind them, open but for its outages; there is
/// none where nothing is disturbed.
///
/// Shape: timetables are known by their places in `timetables`, those that were planned first;
/// `nil` stands for one that is always open, so that a scenario without disturbances asks nothing.
struct DisturbedHours: Sendable {
  /// The hours of branches, exchange desks, review desks, systems and correspondents, then the
  /// further ones.
  private(set) var timetables: [Timetable]
  /// What a payment waits for at each of the further ones, for its story.
  private(set) var stories: [String] = []
  /// For each timetable, whether something is cut out of it.
  private(set) var isInterrupted: [Bool] = []
  /// For each branch, when it is there at all; `nil` where it always is.
  private(set) var presence: [TimetableID?] = []
  /// For each branch, when something can leave it; `nil` where that is always so.
  private(set) var sending: [TimetableID?] = []
  /// For each branch, the business hours in which it releases.
  private(set) var dispatch: [TimetableID] = []
  /// For each kind of rail in its order, when its ledger is up; `nil` where it always is.
  private(set) var ledgers: [TimetableID?] = []
  /// For each plan, when its payer sends; `nil` where that is always so.
  private(set) var payers: [TimetableID?] = []
  /// The hours of the exchange market; `nil` where no model asks for them.
  private(set) var market: TimetableID?
  /// Whether nothing is ever held: no branch, ledger or payer is disturbed.
  private(set) var isCalm = true
  /// How many timetables of branches, desks, systems and correspondents come first.
  let plannedCount: Int
  /// The simulated time, in which further timetables are open.
  private let range: Range<Instant>

  /// The disturbed hours of a scenario whose hours were compiled without disturbances.
  ///
  /// - Parameters:
  ///   - planned: The timetables of branches, exchange desks, review desks, systems and
  ///     correspondents, in this order.
  ///   - market: The hours of the exchange market, where a model asks for them.
  /// - Complexity: O(branches × disturbances + plans × disturbances).
  init(_ scenario: Scenario, planned: [Timetable], market: Timetable?, plans: [CorridorPlan]) {
    range = scenario.experiment.from..<scenario.experiment.horizon
    plannedCount = planned.count
    timetables = DisturbedHours.disturbed(planned, scenario)
    let all = scenario.disturbances
    for (place, branch) in scenario.branches.enumerated() {
      let outages = all.stretches { $0 == .branch(BranchID(place)) }
      let failures = all.failures(of: BranchID(place))
      presence.append(add(but: outages, "waits for \(branch.title) to come back"))
      sending.append(
        failures.isEmpty
          ? presence[place]
          : add(but: outages + failures, "cannot leave \(branch.title), which has failed"))
      dispatch.append(TimetableID(place))
      guard !failures.isEmpty else { continue }
      dispatch[place] = TimetableID(timetables.count)
      timetables.append(timetables[place].interrupted(during: failures))
      stories.append("waits for \(branch.title) to send again")
    }
    for (place, kind) in RailKind.allCases.enumerated() {
      precondition(kind.place == place, "a kind of rail has its place among all")
      let outages = all.stretches { $0 == .ledger(kind) }
      ledgers.append(add(but: outages, "waits for the ledger of \(kind.rawValue) to come back"))
    }
    addPayers(all, plans)
    isCalm = timetables.count == plannedCount
    if let market {
      self.market = TimetableID(timetables.count)
      timetables.append(market)
      stories.append("waits for the exchange market to open")
    }
    isInterrupted = timetables.map(\.isInterrupted)
  }

  /// Adds a timetable that is open but for some stretches; none where there are none. Its place is
  /// returned.
  private mutating func add(but stretches: [Range<Instant>], _ story: String) -> TimetableID? {
    guard !stretches.isEmpty else { return nil }
    timetables.append(.always(range, but: stretches))
    stories.append(story)
    return TimetableID(timetables.count - 1)
  }

  /// Finds for each plan when its payer holds back; plans that are held back at the same times
  /// share a timetable.
  private mutating func addPayers(_ disturbances: [Disturbance], _ plans: [CorridorPlan]) {
    var known: [[Range<Instant>]: TimetableID] = [:]
    for plan in plans {
      let withheld = disturbances.compactMap { disturbance -> Range<Instant>? in
        guard case .withheldInflow(let inflow) = disturbance, inflow.meets(plan.corridor) else {
          return nil
        }
        return inflow.during
      }
      if known[withheld] == nil {
        known[withheld] = add(but: withheld, "is held back by its payer")
      }
      payers.append(known[withheld])
    }
  }
}

extension DisturbedHours {
  /// The hours of branches, desks and systems as they turn out.
  ///
  /// The order of the disturbances matters: cut-offs move first, then holidays close days, then
  /// outages cut stretches out, so that an outage may take a part of a moved window.
  private static func disturbed(_ planned: [Timetable], _ scenario: Scenario) -> [Timetable] {
    var hours = planned
    let branches = scenario.branches.count
    func desks(of branch: BranchID) -> [TimetableID] {
      (0..<3).map { TimetableID($0 * branches + branch.place) }
    }
    func place(of system: SystemID) -> TimetableID { TimetableID(3 * branches + system.place) }
    for case .cutOff(let system, let date, let span) in scenario.disturbances {
      hours[place(of: system)] = hours[place(of: system)].movingCutOffs(of: date, by: span)
    }
    for case .holiday(let scope, let date) in scenario.disturbances {
      let closed = scenario.closed(by: scope)
      let correspondents = closed.correspondents.map { World.hours(of: $0, in: scenario) }
      for desk in closed.branches.flatMap(desks) + closed.systems.map(place) + correspondents {
        hours[desk] = hours[desk].withoutDay(date)
      }
    }
    for branch in scenario.branches.indices.map(BranchID.init) {
      let outages = scenario.disturbances.stretches { $0 == .branch(branch) }
      for desk in desks(of: branch) { hours[desk] = hours[desk].interrupted(during: outages) }
    }
    for system in scenario.systems.indices.map(SystemID.init) {
      let outages = scenario.disturbances.stretches { $0 == .system(system) }
      hours[place(of: system)] = hours[place(of: system)].interrupted(during: outages)
    }
    return hours
  }

  /// A branch's runs as they turn out: one that falls into an outage happens at its end, one of a
  /// surprise holiday not at all.
  ///
  /// The runs of a branch that fails are releases alone: what comes in is still posted.
  ///
  /// - Parameter isRelease: Whether something leaves the branch in them.
  /// - Returns: Runs in ascending order, each instant once, before the horizon; `nil` where runs
  ///   are continuous.
  static func disturbed(
    _ runs: ContiguousArray<Instant>?, of branch: BranchID, isRelease: Bool, _ scenario: Scenario
  ) -> ContiguousArray<Instant>? {
    guard var moved = runs, !scenario.disturbances.isEmpty else { return runs }
    let zone = scenario.branches[branch.place].zone
    for case .holiday(let scope, let date) in scenario.disturbances
    where scenario.closed(by: scope).branches.contains(branch) {
      moved.removeAll { zone.local(of: $0).date == date }
    }
    var stretches = scenario.disturbances.stretches { $0 == .branch(branch) }
    if isRelease { stretches += scenario.disturbances.failures(of: branch) }
    // One outage may end in another: the later ones are looked at last.
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      for place in moved.indices where stretch.contains(moved[place]) {
        moved[place] = stretch.upperBound
      }
    }
    let end = scenario.experiment.horizon
    return ContiguousArray(Set(moved).filter { $0 < end }.sorted())
  }
}

extension Scenario {
  /// The branches, systems and correspondents that a surprise holiday closes.
  fileprivate func closed(by scope: HolidayScope)
    -> (branches: [BranchID], systems: [SystemID], correspondents: [CorrespondentID])
  {
    switch scope {
    case .branch(let branch): ([branch], [], [])
    case .system(let system): ([], [system], [])
    case .calendar(let name):
      (
        branches.indices.filter { branches[$0].calendar.name == name }.map(BranchID.init),
        systems.indices.filter { systems[$0].hours.days.calendar.name == name }.map(SystemID.init),
        correspondents.indices.filter { correspondents[$0].hours.days.calendar.name == name }
          .map(CorrespondentID.init)
      )
    }
  }
}

extension [Disturbance] {
  /// When something is down.
  fileprivate func stretches(_ isMeant: (Outage) -> Bool) -> [Range<Instant>] {
    compactMap { disturbance in
      guard case .outage(let subject, let during) = disturbance, isMeant(subject) else {
        return nil
      }
      return during
    }
  }

  /// When a branch fails.
  fileprivate func failures(of branch: BranchID) -> [Range<Instant>] {
    compactMap { disturbance in
      guard case .failure(branch, let during) = disturbance else { return nil }
      return during
    }
  }
}

extension WithheldInflow {
  /// Whether a payment of a corridor is held back.
  fileprivate func meets(_ corridor: Corridor) -> Bool {
    corridor.from == payer && corridor.to == .branch(payee)
      && currency.map { $0 == corridor.currency } ?? true
  }
}
