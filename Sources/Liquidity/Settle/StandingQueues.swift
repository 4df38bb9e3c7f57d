/// Queues that stand between one settlement run and the next: SETTLE in its incremental form.
///
/// Net positions are brought up to date as payments are queued and balances change, so that a run
/// costs only what it takes back and what it settles. Settling moves money from queue to balance
/// and leaves every position as it is: whatever was settled at some time, the greatest answer over
/// all that ever stood in the queues stays the same.
///
/// ```swift
/// var queues = try StandingQueues(funds: [Funds(balance: 0), Funds(balance: 0)])
/// queues.add(QueuedPayment(from: 0, to: 1, amount: 5), reference: 17)
/// queues.add(QueuedPayment(from: 1, to: 0, amount: 5), reference: 18)
/// var settled: [UInt32] = []
/// queues.settle(into: &settled)  // 17 and 18
/// ```
public struct StandingQueues: Sendable {
  var queues: QueueRows
  private var rows = SettleRows()
  /// What each participant has left if everything settled; the last is the outside.
  var positions: [Int64]
  /// What each participant has with its credit, as of now; the last is the outside.
  var covers: [Int64]
  /// How much more each may send than it receives; `.max` without a limit.
  var senderLimits: [Int64]
  var pairs: PairLimits?
  /// The limits as they were given.
  let givenSenderLimits: [Int64]
  let givenPairs: PairLimits?
  /// The net outflows of the pairs with limits if everything settled.
  private var pairNets: [Int64]
  /// What stands in each queue, in minor units.
  var queued: [Int64]
  /// The sum of all that is queued and of all funds, so that no position can overflow.
  private var volume: Int64
  /// What must settle if anything does that could not at the last run.
  var prospects: SettlementTriggers
  /// How far each queue can settle at best; from the first time on that it is asked.
  var reaches: SettlementReach?

  /// Empty queues of participants with `funds`.
  ///
  /// - Throws: `InvalidProblem` as `SettleProblem` does.
  public init(funds: [Funds], bilateralLimits: [BilateralLimit] = []) throws(InvalidProblem) {
    try SettleProblem.check(funds, [], bilateralLimits)
    queues = QueueRows(count: funds.count)
    covers = funds.map { $0.balance + $0.credit } + [0]
    senderLimits = funds.map { $0.senderLimit ?? .max } + [.max]
    positions = funds.map(\.available) + [0]
    pairs = bilateralLimits.isEmpty ? nil : PairLimits(bilateralLimits)
    (givenSenderLimits, givenPairs) = (senderLimits, pairs)
    pairNets = [Int64](repeating: 0, count: pairs?.low.count ?? 0)
    queued = [Int64](repeating: 0, count: funds.count)
    volume = covers.reduce(0, +)
    prospects = SettlementTriggers(count: funds.count)
    startRows()
  }

  /// How many participants there are.
  public var participantCount: Int { queued.count }

  /// How many payments a participant has in its queue.
  public func count(of participant: Int) -> Int {
    Int(queues.ends[participant] - queues.starts[participant])
  }

  /// Money came into an account, or left it, other than by a run of these queues.
  ///
  /// - Precondition: What leaves is covered; queues and funds stay within 2⁶¹ units in all.
  public mutating func change(_ participant: Int, by amount: Int64) {
    note(amount)
    let before = available(to: participant)
    covers[participant] += amount
    precondition(covers[participant] >= 0, "what leaves an account is covered")
    positions[participant] += available(to: participant) - before
    reaches?.touch(participant)
    if amount > 0 { prospects.note(participant, first: 1) }
  }

  /// What a participant may send beyond what it receives: its balance and credit, or its limit.
  public func available(to participant: Int) -> Int64 {
    min(covers[participant], senderLimits[participant])
  }

  /// Puts a payment into its sender's queue: behind those of its priority (0 first).
  ///
  /// - Parameter reference: What `settle(into:)` names it by.
  /// - Precondition: The amount is above zero and the ends are two participants, or one and `nil`.
  /// - Complexity: O(1) amortised, plus the payments of lesser priority behind it.
  public mutating func add(
    _ payment: QueuedPayment, priority: UInt8 = 0, reference: UInt32
  ) {
    let outside = positions.count - 1
    let to = payment.to ?? outside
    precondition(payment.amount > 0, "a queued payment moves more than nothing")
    precondition(
      payment.from != to && (0..<outside).contains(payment.from) && (0...outside).contains(to),
      "a queued payment goes from one participant to another")
    note(payment.amount)
    let slot = pairs?.slot(payment.from, payment.to) ?? -1
    let place = queues.insert(
      payment.amount, to: UInt16(to), slot: slot, priority: priority, reference: reference,
      of: payment.from)
    let settlesAlone = place == 0 && covers(payment)
    prospects.note(
      payment.from, first: place + 1, other: settlesAlone ? nil : payment.to ?? payment.from)
    reaches?.join(payment.amount, from: payment.from, to: to, behind: place)
    queued[payment.from] += payment.amount
    positions[payment.from] -= payment.amount
    positions[to] += payment.amount
    exchange(payment.amount, slot, from: payment.from)
  }

  /// Settles the greatest set of payments that can settle at once, each queue in order.
  ///
  /// - Parameters:
  ///   - settled: The references of the settled payments are appended, sender by sender, each in
  ///     the order of its queue.
  ///   - held: Participants of whose queues nothing settles.
  /// - Complexity: O(participants · sweeps + payments taken back + payments settled).
  @discardableResult
  public mutating func settle(into settled: inout [UInt32], holding held: [Int] = [])
    -> SettleSolution
  {
    startRows()
    for participant in held { holdRow(of: participant) }
    let sweeps = rows.takeBack(
      amounts: queues.amounts, receivers: queues.receivers, slots: queues.slots, pairs)
    return settleRows(after: sweeps, into: &settled)
  }

  /// Settles the greatest set as `settle(into:)` does, but looks only for one that could not settle
  /// at the last run, and gives up as soon as there can be none.
  ///
  /// - Complexity: O(participants with prospects) where none can be met.
  public mutating func settleIfPossible(into settled: inout [UInt32]) {
    defer { prospects.clear() }
    guard hasProspect(), let reaches else { return }
    guard pairs == nil else {
      startRows()
      let sweeps = rows.takeBack(
        amounts: queues.amounts, receivers: queues.receivers, slots: queues.slots, pairs)
      settleRows(after: sweeps, into: &settled)
      return
    }
    for participant in queued.indices {
      rows.ends[participant] =
        queues.starts[participant] + Int32(reaches.reach(of: participant))
      rows.positions[participant] = reaches.position(
        of: participant, available: available(to: participant))
    }
    let sweeps = rows.takeBack(
      amounts: queues.amounts, receivers: queues.receivers, starts: queues.starts, &prospects)
    if let sweeps { settleRows(after: sweeps, into: &settled) }
  }

  private mutating func startRows() {
    rows.positions = positions
    rows.ends = queues.ends
    rows.pairNets = pairNets
  }

  /// Takes all of a participant's queue back.
  private mutating func holdRow(of participant: Int) {
    for row in Int(queues.starts[participant])..<Int(queues.ends[participant]) {
      let (amount, slot) = (queues.amounts[row], Int(queues.slots[row]))
      rows.positions[participant] += amount
      rows.positions[Int(queues.receivers[row])] -= amount
      guard let pairs, slot >= 0 else { continue }
      rows.pairNets[slot] += participant == pairs.low[slot] ? -amount : amount
    }
    rows.ends[participant] = queues.starts[participant]
  }

  /// Settles what the rows have kept.
  @discardableResult
  private mutating func settleRows(after sweeps: Int, into settled: inout [UInt32])
    -> SettleSolution
  {
    var solution = SettleSolution(status: .optimal, count: 0, value: 0, drops: 0, sweeps: sweeps)
    for sender in rows.ends.indices {
      solution.drops += Int(queues.ends[sender] - rows.ends[sender])
      remove(sender, until: rows.ends[sender], &solution, &settled)
    }
    forgetOutside()
    assert(covers.indices.allSatisfy { available(to: $0) >= 0 }, "all are covered after a run")
    return solution
  }

  private mutating func remove(
    _ sender: Int, until end: Int32, _ solution: inout SettleSolution, _ settled: inout [UInt32]
  ) {
    let start = Int(queues.starts[sender])
    guard start < end else { return }
    var sum: Int64 = 0
    for row in start..<Int(end) {
      let amount = queues.amounts[row]
      sum += amount
      reaches?.leave(amount, from: sender, to: Int(queues.receivers[row]))
      settled.append(queues.references[row])
      move(amount, Int(queues.receivers[row]))
      guard pairs != nil else { continue }
      pairs?.use(amount, of: queues.slots[row], by: sender)
      exchange(-amount, queues.slots[row], from: sender)
    }
    move(-sum, sender)
    queued[sender] -= sum
    volume -= sum
    solution.value += Int128(sum)
    solution.count += Int(end) - start
    queues.removeFirst(until: end, of: sender)
  }

  /// What has left the participants no longer counts.
  mutating func forgetOutside() {
    let outside = covers.count - 1
    volume -= covers[outside]
    (covers[outside], positions[outside]) = (0, 0)
  }

  mutating func move(_ amount: Int64, _ participant: Int) {
    covers[participant] += amount
    if senderLimits[participant] != .max { senderLimits[participant] += amount }
  }

  mutating func exchange(_ amount: Int64, _ slot: Int32, from sender: Int) {
    guard let pairs, slot >= 0 else { return }
    pairNets[Int(slot)] += sender == pairs.low[Int(slot)] ? amount : -amount
  }

  mutating func note(_ amount: Int64) {
    let (sum, overflow) = volume.addingReportingOverflow(amount)
    precondition(!overflow && sum <= largestVolume, "queues and funds stay within 2⁶¹ units")
    volume = sum
  }
}
