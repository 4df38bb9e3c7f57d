import Calendars
public import Scenarios
public import Vocabulary

/// Names for readers, and lookups by date.
extension World {
  /// The identity of a payment in files: `suppliers/NYC-SIN:2026-03-06:17`, or as it was listed; of
  /// a part of a contract with its number, `order/2`.
  ///
  /// Of a generated payment the flow, the local day of its draw and its number on that day, from 0.
  /// Both legs of a trade share that number, as `…/1` and `…/2`.
  func name(of key: PaymentKey) -> String {
    let flow = scenario.flows[key.flow]
    let part = key.part == 0 ? "" : "/\(key.part)"
    switch flow.origin {
    case .generated(let generated) where generated.against != nil:
      let leg = key.isSecondLeg ? "2" : "1"
      return "\(flow.name):\(key.date):\(key.firstLeg.number)/\(leg)"
    case .generated: return "\(flow.name):\(key.date):\(key.number)\(part)"
    case .listed(let payments): return payments[key.number].id + part
    }
  }

  /// The short name of the branch at an end of a payment, or `outside`.
  func name(of party: Party) -> String {
    party.branch.map { scenario.branches[$0.place].name } ?? "outside"
  }

  /// What a payment waits for at a timetable, for its story.
  ///
  /// - Parameter closure: Why it is closed; `nil` where it is open and the payment waits for
  ///   something else in it.
  func story(ofWaitingFor timetable: TimetableID, _ closure: Closure?) -> String {
    let branches = scenario.branches.count
    guard timetable.place < 3 * branches else {
      let place = timetable.place - 3 * branches
      guard place < scenario.systems.count else {
        let further = place - scenario.systems.count
        guard further < scenario.correspondents.count else {
          return disturbedHours.stories[further - scenario.correspondents.count]
        }
        let name = scenario.correspondents[further].name
        return closure == nil ? "\(name) works on it" : story(closure, "", name)
      }
      return story(closure, "has missed the cut-off of", scenario.systems[place].name)
    }
    return story(
      closure, "waits for the next run in", scenario.branches[timetable.place % branches].title)
  }

  /// A sentence about a name: what is said while it is open, or what it waits for while it is
  /// closed.
  private func story(_ closure: Closure?, _ whenOpen: String, _ name: String) -> String {
    switch closure {
    case nil: "\(whenOpen) \(name)"
    case .outage: "waits for \(name) to come back"
    default: "waits for \(name) to open"
    }
  }

  /// The hour of an instant, in hours after the start of the scenario's first day, UTC. The first
  /// day is that of `from` in UTC, also where `from` is no midnight.
  func hour(of instant: Instant) -> UInt32 {
    let first = CivilDate.split(scenario.experiment.from.microseconds).date
    let start = Int64(first.daysSinceEpoch) * 24
    return UInt32(instant.microseconds / TimeSpan.hour.microseconds - start)
  }

  /// Whether a pool takes part in a rebalancing window: its branch has a business day and its
  /// system is open.
  ///
  /// Hours are those that turned out: a surprise holiday or an outage keeps a pool out.
  ///
  /// - Complexity: O(log days).
  func takesPart(_ pool: PoolID, at instant: Instant) -> Bool {
    let terms = scenario.pools[pool.place]
    return timetables[hours(of: terms.system)].isOpen(at: instant)
      && isBusinessDay(at: instant, terms.branch)
      && disturbedHours.presence[terms.branch.place].map { timetables[$0].isOpen(at: instant) }
        ?? true
  }

  /// The rebalancing windows of a model in their order, each with the pools that take part.
  public func rebalancingWindows(of model: ModelID) -> [(at: Instant, pools: [PoolID])] {
    rebalancingTimes[model.place].map { instant in
      let pools = scenario.pools.indices.map(PoolID.init)
      return (instant, pools.filter { takesPart($0, at: instant) })
    }
  }

  /// Whether the local date of an instant is a business day of a branch.
  ///
  /// - Complexity: O(log days).
  func isBusinessDay(at instant: Instant, _ branch: BranchID) -> Bool {
    let date = scenario.branches[branch.place].zone.local(of: instant).date
    let all = timetables[hours(of: branch)].windows
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].valueDate >= date { high = middle } else { low = middle + 1 }
    }
    return low < all.count && all[low].valueDate == date
  }
}
