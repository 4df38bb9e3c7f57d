/// What a participant can pay from, in minor units of one currency.
public struct Funds: Hashable, Sendable {
  /// What lies in the account; may be negative down to `−credit`.
  public var balance: Int64
  /// How far the account may be overdrawn, from zero.
  public var credit: Int64
  /// How much more may go out than comes in, over all others; `nil` without a limit.
  public var senderLimit: Int64?

  /// The funds of a participant.
  public init(balance: Int64, credit: Int64 = 0, senderLimit: Int64? = nil) {
    (self.balance, self.credit, self.senderLimit) = (balance, credit, senderLimit)
  }

  /// What may leave beyond what comes in.
  var available: Int64 { min(balance + credit, senderLimit ?? .max) }
}

/// A payment in a queue.
public struct QueuedPayment: Hashable, Sendable {
  /// The sender's place among the participants.
  public var from: Int
  /// The receiver's place; `nil` where the money leaves the participants.
  public var to: Int?
  /// The amount in minor units, above zero.
  public var amount: Int64

  /// A payment of `amount` from one participant to another.
  public init(from: Int, to: Int?, amount: Int64) {
    (self.from, self.to, self.amount) = (from, to, amount)
  }
}

/// How much more one participant may send to another than it receives from it.
public struct BilateralLimit: Hashable, Sendable {
  /// Whose outflow is limited.
  public var from: Int
  /// Towards whom.
  public var to: Int
  /// The largest net outflow, in minor units, from zero.
  public var limit: Int64

  /// A limit on what `from` sends to `to`, net of what comes back.
  public init(from: Int, to: Int, limit: Int64) {
    (self.from, self.to, self.limit) = (from, to, limit)
  }
}

/// SETTLE: participants with funds and a queue each; which payments can settle at once?
///
/// Each sender's payments settle in the order given: a prefix of its queue, or nothing. Choose the
/// longest prefixes such that afterwards every participant is covered and within its limits. The
/// feasible choices are closed under the component-wise maximum, so there is one greatest answer:
/// largest in number, in value and for every participant at the same time.
///
/// Shape: rows of a compressed sparse matrix. Sender `i` owns the places `starts[i] ..<
/// starts[i + 1]` of `amounts` and `receivers`; the receiver "outside" is `participantCount`.
public struct SettleProblem: Sendable {
  /// How many participants there are: at most 65,535.
  public let participantCount: Int
  /// What each may send beyond what it receives.
  let available: [Int64]
  let starts: [Int32]
  let amounts: [Int64]
  let receivers: [UInt16]
  /// The place of each payment in the queue as given.
  let places: [Int32]
  /// Bilateral limits, and for each payment the slot of its pair, −1 without; both only where
  /// there are limits.
  let pairs: PairLimits?
  let pairSlots: [Int32]
  let funds: [Funds]

  /// How many payments stand in the queues.
  public var paymentCount: Int { amounts.count }

  /// A problem of `funds` and payments in queue order.
  ///
  /// - Throws: `InvalidProblem` with every fault: amounts at or below zero, unknown or equal ends,
  ///   negative credit, limits or covers, volumes beyond 2⁶¹.
  /// - Complexity: O(participants + payments).
  public init(
    funds: [Funds], payments: [QueuedPayment], bilateralLimits: [BilateralLimit] = []
  ) throws(InvalidProblem) {
    try SettleProblem.check(funds, payments, bilateralLimits)
    self.funds = funds
    participantCount = funds.count
    available = funds.map(\.available)
    var starts = [Int32](repeating: 0, count: funds.count + 1)
    for payment in payments { starts[payment.from + 1] += 1 }
    for place in funds.indices { starts[place + 1] += starts[place] }
    self.starts = starts
    var amounts = [Int64](repeating: 0, count: payments.count)
    var receivers = [UInt16](repeating: 0, count: payments.count)
    var places = [Int32](repeating: 0, count: payments.count)
    for (place, payment) in payments.enumerated() {
      let row = Int(starts[payment.from])
      starts[payment.from] += 1
      amounts[row] = payment.amount
      receivers[row] = UInt16(payment.to ?? funds.count)
      places[row] = Int32(place)
    }
    (self.amounts, self.receivers, self.places) = (amounts, receivers, places)
    pairs = bilateralLimits.isEmpty ? nil : PairLimits(bilateralLimits)
    let limits = pairs
    pairSlots =
      limits == nil
      ? [] : places.map { limits?.slot(payments[Int($0)].from, payments[Int($0)].to) ?? -1 }
  }

  /// The payments of sender `i` in its order, as places of the queue given.
  public func queue(of sender: Int) -> ArraySlice<Int32> {
    places[Int(starts[sender])..<Int(starts[sender + 1])]
  }

  /// The payments that settle when each sender settles so many, as places of the queue given, in
  /// its order.
  public func settledPlaces(_ settled: [Int32]) -> [Int] {
    var result: [Int] = []
    for sender in 0..<participantCount {
      result += queue(of: sender).prefix(Int(settled[sender])).map { Int($0) }
    }
    return result.sorted()
  }
}
