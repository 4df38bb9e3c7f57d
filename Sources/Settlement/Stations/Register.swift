import Bookkeeping
import EventKernel
import Scenarios
import Vocabulary

/// What is written down of a run: it observes and decides nothing.
///
/// Nobody else writes the record. Invariants: a payment's segments sum to its life (`ended`); every
/// payment that came has ended or is open at the end (`closed`); a digest holds events and ends in
/// the order in which they happened.
///
/// Times are microseconds, amounts minor units. A corridor is its place among the world's. Memory
/// grows by 32 bytes with each counted payment that ends, and with the journeys that are asked for.
struct Register {
  /// What becomes of a contract.
  enum ContractFate {
    /// Funded, or begun where nothing is locked.
    case funded
    /// Not funded in time.
    case lapsed
    /// Expired with something left for the payer.
    case refunded
    /// Disputed.
    case disputed
  }

  private var record: RunRecord
  private var recorder: JourneyRecorder
  /// Microseconds by corridor, then by cause.
  private var times: ContiguousArray<Int128>
  /// How many payments came, and how many left.
  private var arrived = 0
  private var left = 0

  /// An empty register.
  ///
  /// - Parameter recorder: Writes down the journeys.
  init(corridors: Int, pools: Int, currencies: Int, _ recorder: JourneyRecorder) {
    record = RunRecord(corridors: corridors, pools: pools, currencies: currencies)
    times = ContiguousArray(repeating: 0, count: corridors * Cause.count)
    self.recorder = recorder
  }
}

/// The run.
extension Register {
  /// An event happens.
  @inline(__always)
  mutating func happened(_ event: Event) {
    record.events.combine(event.key)
    record.events.combine(event.payload)
  }

  /// A payment takes a step: by an event of its own, or called up from a line.
  mutating func step() { record.stepCount &+= 1 }

  /// A payment comes.
  mutating func arrive() { arrived += 1 }

  /// A payment leaves: it has ended, or has become others.
  mutating func leave() { left += 1 }

  /// Notes what lies in a pool at a full hour.
  mutating func noteBalance(_ balance: Int64, of pool: PoolID) {
    record.balances[pool.place].append(balance)
  }

  /// What was noted, all of it, after which the register is empty.
  ///
  /// - Parameters:
  ///   - open: How many payments are still under way.
  ///   - events: How many events there were.
  mutating func closed(open: Int, events: UInt64) -> RunRecord {
    precondition(arrived == left + open, "a payment was lost")
    for corridor in record.corridors.indices {
      for cause in Cause.allCases {
        record.corridors[corridor].microseconds[cause] =
          times[corridor * Cause.count + Int(cause.rawValue)]
      }
    }
    record.eventCount = events
    // Handed over, not shared: whoever gets it may change it without a copy.
    defer { record = RunRecord(corridors: 0, pools: 0, currencies: 0) }
    return record
  }
}

/// Payments.
extension Register {
  /// A payment has ended, or is open at the horizon.
  ///
  /// - Parameter spent: What it has spent on each cause, in the order of their raw values.
  mutating func ended(
    _ payment: Payment, _ end: PaymentEnd, spent: UnsafeBufferPointer<Int64>
  ) {
    let elapsed = payment.segmentStart - payment.instructed
    record.outcomes.combine(payment.key.rawValue)
    record.outcomes.combine(UInt64(end.rawValue))
    record.outcomes.combine(elapsed.microseconds)
    precondition(
      spent.reduce(0, +) == elapsed.microseconds, "a payment's segments do not sum to its life")
  }

  /// Writes down a counted payment.
  mutating func add(_ fact: PaymentFact, spent: UnsafeBufferPointer<Int64>) {
    let row = Int(fact.corridor) * Cause.count
    for cause in spent.indices where spent[cause] > 0 { times[row + cause] += Int128(spent[cause]) }
    record.payments.append(fact)
  }

  /// A counted payment of a corridor was charged, in the currency sent; below zero it gets a charge
  /// back.
  mutating func charge(_ fee: Int64, in corridor: Int) {
    record.corridors[corridor].fees += Int128(fee)
  }

  /// A counted payment of a corridor lost against mid, in the currency credited.
  mutating func lose(_ cost: Int64, in corridor: Int) {
    record.corridors[corridor].exchangeCost += Int128(cost)
  }

  /// What lay between the legs of a trade.
  mutating func note(_ exposure: Trade.Exposure) {
    record.splitTrades += 1
    record.principalAtRisk[exposure.currency] += exposure.area
  }

  /// What becomes of a counted contract.
  mutating func note(_ fate: ContractFate) {
    switch fate {
    case .funded: record.contracts.funded += 1
    case .lapsed: record.contracts.lapsed += 1
    case .refunded: record.contracts.refunded += 1
    case .disputed: record.contracts.disputed += 1
    }
  }
}

/// Journeys; see `JourneyRecorder`.
extension Register {
  /// Whether any journey is written down.
  var writesJourneys: Bool { recorder.isOn }

  /// A payment's time from the start of its segment to an instant had a cause.
  @inline(__always)
  mutating func segment(
    _ slot: Slot, _ payment: Payment, _ cause: Cause, until instant: Instant,
    _ story: @autoclosure () -> String
  ) {
    recorder.segment(slot, payment, cause, until: instant, story())
  }

  /// Forgets the journey of a payment that has become others.
  mutating func forget(_ slot: Slot) { recorder.forget(slot) }

  /// Closes the journey of a payment that ends.
  mutating func closeJourney(_ slot: Slot, _ payment: Payment, _ end: PaymentEnd, in world: World) {
    recorder.close(slot, payment, end, in: world, into: &record.journeys)
  }
}
