public import Bookkeeping
import Calendars
public import Scenarios
public import Vocabulary

/// One pool and one day of a run, and the payments that a branch sent on it.
extension World {
  /// The instants of a day on a branch's clock, half-open.
  public func day(_ date: CivilDate, of branch: BranchID) -> Range<Instant> {
    let zone = scenario.branches[branch.place].zone
    return zone.startOfDay(date)..<zone.startOfDay(date + 1)
  }

  /// What happened in a pool on a day of its branch in one replication.
  ///
  /// The run is the one of `replicate`, with the entries of this pool written down.
  ///
  /// - Throws: As `replicate`.
  /// - Complexity: That of `replicate`; memory grows with the entries of the pool.
  public func statement(
    of pool: PoolID, on date: CivilDate, _ model: ModelID, replication: UInt32 = 0
  ) throws(TooManyEvents) -> PoolStatement {
    var simulator = Simulator(
      self, model: model, replication: replication, journeys: .none, recordsBalances: false,
      flows: nil)
    let account = simulator.accounts.pool(pool)
    simulator.treasury.keepJournal(of: pool)
    let entries = try simulator.run().entries.map { entry in
      PoolEntry(
        instant: entry.instant, kind: entry.kind, payment: payment(of: entry),
        amount: entry.postings.reduce(0) { $1.account == account ? $0 + $1.amount : $0 })
    }
    let terms = scenario.pools[pool.place]
    let branch = scenario.branches[terms.branch.place]
    let day = day(date, of: terms.branch)
    let before = entries.filter { $0.instant < day.lowerBound || $0.kind == .opening }
    let within = entries.filter { day.contains($0.instant) && $0.kind != .opening }
    let opening = before.reduce(0) { $0 + $1.amount }
    return PoolStatement(
      branch: branch.name, title: branch.title, code: branch.code, currency: terms.currency,
      date: date, day: day, opening: opening, entries: within,
      closing: within.reduce(opening) { $0 + $1.amount })
  }

  /// The name of the payment of an entry; treasury transfers bear the reference 0.
  private func payment(of entry: Entry) -> String? {
    let isTreasury = [.opening, .rebalancing].contains(entry.kind) && entry.reference == 0
    return isTreasury ? nil : name(of: PaymentKey(rawValue: entry.reference))
  }

  /// How the payments that a branch's clients instructed on a day stand at the end of that day, by
  /// the time of their instruction.
  ///
  /// - Throws: As `replicate`.
  /// - Complexity: That of `replicate` with all journeys.
  public func standings(
    ofPaymentsFrom branch: BranchID, in currency: Currency, on date: CivilDate, _ model: ModelID,
    replication: UInt32 = 0
  ) throws(TooManyEvents) -> [PaymentStanding] {
    let day = day(date, of: branch)
    let name = scenario.branches[branch.place].name
    let record = try replicate(model, replication: replication, journeys: .all)
    let sent = record.journeys.filter { journey in
      journey.payer == name && journey.amount.currency == currency
        && day.contains(journey.instructed)
    }
    return sent.sorted { $0.instructed < $1.instructed }
      .compactMap { PaymentStanding(of: $0, at: day.upperBound) }
  }
}
