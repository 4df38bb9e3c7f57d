import Calendars
import EventKernel
import Scenarios
import Vocabulary

/// The time of a run: the events to come, the hours of everybody, and the runs that are due.
///
/// Nobody else moves time. Invariants: time never goes back; each timetable and each kind of run
/// has at most one event pending, which schedules the next, so that what is pending grows with the
/// payments under way and not with the length of the run; the window of a timetable at which one
/// looks is the first that closes after now, be it open or the next to open.
///
/// Times are instants of UTC. A timetable is its place among the world's; its windows lie one after
/// the other in `windows`, from `first` of its place to `first` of the next. What is asked of hours
/// costs O(1) amortised, since now never goes back.
struct Clock: ~Copyable {
  private var queue: EventQueue
  private let windows: ContiguousArray<Window>
  private let first: ContiguousArray<Int>
  /// The midnight that starts the local day of each window of a branch's business hours; they are
  /// the first of `windows`.
  private let dayStarts: ContiguousArray<Instant>
  /// For each timetable, the place of the window at which one looks, as far as somebody has.
  private var present: ContiguousArray<Int>
  private var releases, postings: ContiguousArray<Runs>
  private var rebalancings, cycles: Runs

  /// A clock that shows `start`.
  ///
  /// - Parameters:
  ///   - windows: The windows of all timetables, and where each begins, with the end last.
  ///   - dayStarts: The midnights of as many windows as have one.
  ///   - releases: The release runs of each branch, none where releases are continuous; `postings`
  ///     likewise.
  ///   - rebalancings: The treasury's windows.
  ///   - cycles: The cycles of the clearing.
  init(
    startingAt start: Instant, windows: ContiguousArray<Window>, first: ContiguousArray<Int>,
    dayStarts: ContiguousArray<Instant> = [], releases: ContiguousArray<Runs> = [],
    postings: ContiguousArray<Runs> = [], rebalancings: Runs = Runs([]), cycles: Runs = Runs([])
  ) {
    queue = EventQueue(startingAt: start)
    (self.windows, self.first, self.dayStarts) = (windows, first, dayStarts)
    present = ContiguousArray(first.dropLast())
    (self.releases, self.postings) = (releases, postings)
    (self.rebalancings, self.cycles) = (rebalancings, cycles)
  }

  /// The clock of a replication of a model, at the start of its experiment.
  ///
  /// - Parameter rebalances: Whether the treasury has its windows.
  init(_ world: World, _ model: ModelID, rebalances: Bool) {
    self.init(
      startingAt: world.scenario.experiment.from, windows: world.windows,
      first: world.firstWindow, dayStarts: world.dayStarts,
      releases: ContiguousArray(world.releases.map { Runs($0 ?? []) }),
      postings: ContiguousArray(world.postings.map { Runs($0 ?? []) }),
      rebalancings: Runs(rebalances ? world.rebalancingTimes[model.place] : []),
      cycles: Runs(world.cycleTimes[model.place]))
  }

  /// The simulated time: the instant of the event taken last.
  var now: Instant { queue.now }
}

/// Events.
extension Clock {
  /// How many events have been taken.
  var popped: UInt64 { queue.popped }

  /// Schedules an event.
  ///
  /// - Parameters:
  ///   - entity: What its kind says of it.
  ///   - generation: Which it must still be of, where its kind has generations.
  @inline(__always)
  mutating func schedule(
    _ kind: EventKind, _ entity: Int = 0, at instant: Instant, _ phase: Phase,
    generation: UInt32 = 0
  ) {
    queue.schedule(
      at: instant, phase: phase, kind: kind.rawValue, entity: UInt32(entity),
      generation: generation)
  }

  /// Takes the next event before an instant and moves time to it; `nil` where none is left.
  @inline(__always)
  mutating func next(before horizon: Instant) -> Event? { queue.pop(before: horizon) }

  /// `next(before:)` with simultaneous events in another order.
  mutating func next(of ties: inout ShuffledTies, before horizon: Instant) -> Event? {
    ties.next(of: &queue, before: horizon)
  }

  /// From now on what is scheduled is written down, for a trace of causes.
  mutating func keepScheduled() { queue.keepsScheduled = true }

  /// Hands over what was scheduled since the last call.
  mutating func takeScheduled() -> ContiguousArray<Event> { queue.takeScheduled() }
}

/// Hours.
extension Clock {
  /// The places of the timetables.
  var timetables: [TimetableID] { present.indices.map(TimetableID.init) }

  /// The first window of a timetable that closes after now; `nil` where none does any more.
  mutating func window(of timetable: TimetableID) -> Window? {
    let end = first[timetable.place + 1]
    var place = present[timetable]
    while place < end, windows[place].closes <= now { place += 1 }
    present[timetable] = place
    return place < end ? windows[place] : nil
  }

  /// The window of a timetable that is open now.
  func openWindow(of timetable: TimetableID) -> Window? {
    let end = first[timetable.place + 1]
    var place = present[timetable]
    while place < end, windows[place].closes <= now { place += 1 }
    return place < end && windows[place].opens <= now ? windows[place] : nil
  }

  /// Whether a timetable is open now.
  func isOpen(_ timetable: TimetableID) -> Bool { openWindow(of: timetable) != nil }

  /// Whether a timetable is open now and a cut-off of its window still to come: who comes at the
  /// cut-off has missed it.
  mutating func isOpen(_ timetable: TimetableID, before cutOff: CutOff) -> Bool {
    guard let window = window(of: timetable) else { return false }
    return now >= window.opens && now < window.cutOff(cutOff)
  }

  /// When a timetable opens next after now; `distantFuture` where it does not any more.
  func nextOpening(of timetable: TimetableID) -> Instant {
    let end = first[timetable.place + 1]
    var place = present[timetable]
    while place < end, windows[place].opens <= now { place += 1 }
    return place < end ? windows[place].opens : .distantFuture
  }

  /// When the next business day of a branch after now starts on its clock; `distantFuture` where
  /// none does any more.
  ///
  /// - Parameter timetable: The branch's business hours.
  func nextDayStart(of timetable: TimetableID) -> Instant {
    let end = first[timetable.place + 1]
    var place = present[timetable]
    while place < end, dayStarts[place] <= now { place += 1 }
    return place < end ? dayStarts[place] : .distantFuture
  }

  /// Whether the window of a branch's business hours that was looked at last is of a later day than
  /// today on its clock.
  func isOfLaterDay(_ timetable: TimetableID) -> Bool { dayStarts[present[timetable]] > now }

  /// When a timetable opens on the n-th of its days after that of the window at which one looks;
  /// `distantFuture` where it does not any more.
  mutating func opening(days: Int, of timetable: TimetableID) -> Instant {
    guard window(of: timetable) != nil else { return .distantFuture }
    let place = present[timetable] + days
    return place < first[timetable.place + 1] ? windows[place].opens : .distantFuture
  }

  /// When so much work is done that starts at an instant, now or later, inside the hours of a desk.
  ///
  /// - Returns: `distantFuture` where the desk's compiled hours end before the work.
  /// - Complexity: O(windows until then).
  func finished(_ work: TimeSpan, from start: Instant, at desk: TimetableID) -> Instant {
    var rest = work
    for place in present[desk]..<first[desk.place + 1] {
      let window = windows[place]
      guard window.closes > start else { continue }
      let begin = max(start, window.opens)
      if begin + rest <= window.closes { return begin + rest }
      rest = rest - (window.closes - begin)
    }
    return .distantFuture
  }
}

/// What renews itself: each is scheduled again when it has happened.
extension Clock {
  /// Schedules the next opening of a timetable after now, or the present one at the start.
  mutating func scheduleOpening(of timetable: TimetableID) {
    let opening = nextOpening(of: timetable)
    guard opening < .distantFuture else { return }
    schedule(.opening, timetable.place, at: opening, .openings)
  }

  /// Schedules the next release run of a branch.
  mutating func scheduleRelease(of branch: BranchID) {
    guard let instant = releases[branch].next() else { return }
    schedule(.release, branch.place, at: instant, .releases)
  }

  /// Schedules the next posting run of a branch.
  mutating func schedulePosting(of branch: BranchID) {
    guard let instant = postings[branch].next() else { return }
    schedule(.posting, branch.place, at: instant, .settlements)
  }

  /// Schedules the treasury's next window.
  mutating func scheduleRebalancing() {
    guard let instant = rebalancings.next() else { return }
    schedule(.rebalancing, at: instant, .liquidity)
  }

  /// The number of the treasury's window that was scheduled last, from 0.
  var rebalancing: Int { rebalancings.taken - 1 }

  /// Schedules the next cycle of the clearing.
  mutating func scheduleCycle() {
    guard let instant = cycles.next() else { return }
    schedule(.cycle, at: instant, .settlements)
  }
}
