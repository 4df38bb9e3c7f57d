/// Payments that settle alone: past the queues where nothing stands before them, or from the head
/// of a queue.
extension StandingQueues {
  /// Whether a payment would have somebody of its priority or a more urgent one before it.
  public func holdsBack(_ priority: UInt8, of participant: Int) -> Bool {
    count(of: participant) > 0 && queues.firstPriority(of: participant) <= priority
  }

  /// Whether a payment is covered and within its limits on its own.
  public func covers(_ payment: QueuedPayment) -> Bool {
    covers(payment.amount, from: payment.from, slot: slot(payment.from, payment.to))
  }

  /// Settles a payment that does not stand in a queue.
  ///
  /// - Precondition: `covers(payment)`.
  /// - Complexity: O(1).
  public mutating func settleAtOnce(_ payment: QueuedPayment) {
    let to = payment.to ?? covers.count - 1
    settle(payment.amount, payment.from, to, slot(payment.from, payment.to))
    positions[payment.from] -= payment.amount
    positions[to] += payment.amount
    if payment.to == nil { forgetOutside() }
  }

  /// Settles the first payment of a queue alone, if it is covered and within its limits.
  ///
  /// - Returns: Its reference, or `nil` where it cannot settle or none stands there.
  /// - Complexity: O(1).
  public mutating func settleFirst(of participant: Int) -> UInt32? {
    guard count(of: participant) > 0 else { return nil }
    let row = Int(queues.starts[participant])
    let (amount, slot) = (queues.amounts[row], queues.slots[row])
    guard covers(amount, from: participant, slot: slot) else { return nil }
    let to = Int(queues.receivers[row])
    settle(amount, participant, to, slot)
    exchange(-amount, slot, from: participant)
    queued[participant] -= amount
    queues.removeFirst(until: queues.starts[participant] + 1, of: participant)
    prospects.advance(participant)
    note(-amount)
    if to == covers.count - 1 { forgetOutside() }
    return queues.references[row]
  }

  /// The references of what stands in a participant's queue, in its order.
  public func references(of participant: Int) -> ArraySlice<UInt32> {
    queues.references[Int(queues.starts[participant])..<Int(queues.ends[participant])]
  }

  /// Limits start anew, whatever was used of them.
  public mutating func renewLimits() {
    for participant in queued.indices {
      let before = available(to: participant)
      senderLimits[participant] = givenSenderLimits[participant]
      positions[participant] += available(to: participant) - before
    }
    pairs = givenPairs
  }

  /// Notes that every queue may have become settleable: a system has opened.
  public mutating func expectAll() {
    for participant in queued.indices where count(of: participant) > 0 {
      prospects.note(participant, first: 1)
    }
  }

  private func slot(_ from: Int, _ to: Int?) -> Int32 { pairs?.slot(from, to) ?? -1 }

  private func covers(_ amount: Int64, from sender: Int, slot: Int32) -> Bool {
    available(to: sender) >= amount && (pairs?.limit(slot, of: sender) ?? .max) >= amount
  }

  /// Moves the money of a payment, and uses up and frees limits.
  private mutating func settle(_ amount: Int64, _ from: Int, _ to: Int, _ slot: Int32) {
    move(-amount, from)
    move(amount, to)
    pairs?.use(amount, of: slot, by: from)
    prospects.note(to, first: 1)
  }
}

extension StandingQueues {
  /// Whether some prospect could be met if all that stands in other queues for its participant
  /// came in; the others are given up.
  mutating func hasProspect() -> Bool {
    for member in prospects.members {
      let participant = Int(member)
      let first = Int(prospects.firsts[participant])
      guard first > 0 else { continue }
      let count = count(of: participant)
      guard count >= first, positions[participant] + behind(first, of: participant) >= 0 else {
        prospects.drop(participant)
        continue
      }
    }
    return !prospects.isEmpty
  }

  /// What stands in a queue behind its first `first` payments, in minor units.
  private func behind(_ first: Int, of participant: Int) -> Int64 {
    let (start, end) = (Int(queues.starts[participant]), Int(queues.ends[participant]))
    let middle = start + first
    guard first > end - middle else {
      return queued[participant] - queues.amounts[start..<middle].reduce(0, +)
    }
    return queues.amounts[middle..<end].reduce(0, +)
  }
}
