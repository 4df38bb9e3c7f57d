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
    reaches?.touch(payment.from)
    reaches?.touch(to)
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
    reaches?.leave(amount, from: participant, to: to)
    note(-amount)
    if to == covers.count - 1 { forgetOutside() }
    return queues.references[row]
  }

  /// What a participant has with its credit, in minor units.
  public func funds(of participant: Int) -> Int64 { covers[participant] }

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
      reaches?.touch(participant)
    }
    pairs = givenPairs
  }

  /// Notes that every queue may have become settleable: a system has opened.
  public mutating func expectAll() {
    prospects.expectAnything()
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
  /// Whether some prospect may be met: if all came in that stands in other queues, and then by the
  /// reaches of the queues. The others are given up.
  mutating func hasProspect() -> Bool {
    var place = 0
    while place < prospects.list.count {
      let prospect = prospects.list[place]
      let mayPay = mayPay(Int(prospect.first), of: Int(prospect.participant))
      if mayPay { place += 1 } else { prospects.giveUp(place) }
    }
    guard !prospects.isEmpty else { return false }
    updateReaches()
    place = 0
    while place < prospects.list.count {
      let isInReach = isInReach(prospects.list[place])
      if isInReach { place += 1 } else { prospects.giveUp(place) }
    }
    return !prospects.isEmpty
  }

  private func isInReach(_ prospect: SettlementTriggers.Prospect) -> Bool {
    guard let reach = reaches?.reach(of: Int(prospect.participant)), reach >= prospect.first else {
      return false
    }
    return prospect.other < 0 || reaches?.reach(of: Int(prospect.other)) ?? 0 > 0
  }

  /// Whether a participant could pay its first `first` payments if all came in that stands in
  /// other queues for it; asked where that takes no search, else taken as true.
  private func mayPay(_ first: Int, of participant: Int) -> Bool {
    let count = count(of: participant)
    guard count >= first else { return false }
    return count > first || positions[participant] >= 0
  }

  /// Brings the reaches up to date, and begins to follow them where nobody has.
  private mutating func updateReaches() {
    if reaches == nil {
      var reaches = SettlementReach(count: participantCount)
      for sender in 0..<participantCount {
        for row in Int(queues.starts[sender])..<Int(queues.ends[sender]) {
          let place = row - Int(queues.starts[sender])
          reaches.join(
            queues.amounts[row], from: sender, to: Int(queues.receivers[row]), behind: place)
        }
        reaches.touch(sender)
      }
      self.reaches = reaches
    }
    reaches?.update(queues, covers: covers, limits: senderLimits)
  }
}
