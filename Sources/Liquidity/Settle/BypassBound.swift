/// What no set of payments can pass, whatever their order.
struct BypassBound {
  /// The places of the payments that may settle at all, in the order given.
  private(set) var candidates: [Int]
  /// The bound: nobody can send more than it has and could receive.
  private(set) var value: Int128 = 0

  /// How often payments are struck off at most; the bound holds wherever that ends.
  private static let mostRounds = 64

  /// Strikes off payments that their senders could not cover with all that could come in, until no
  /// more fall, and adds up what is left.
  ///
  /// - Complexity: O(payments · (1 + limits)) a round.
  init(_ payments: [QueuedPayment], available: [Int64], limits: [BilateralLimit]) {
    candidates = Array(payments.indices)
    var inflows = available
    for _ in 0..<BypassBound.mostRounds {
      inflows = available
      var rooms = limits.map(\.limit)
      for place in candidates {
        if let to = payments[place].to { inflows[to] += payments[place].amount }
        for (number, limit) in limits.enumerated() where limit.isAgainst(payments[place]) {
          rooms[number] += payments[place].amount
        }
      }
      let left = candidates.filter { place in
        payments[place].amount <= inflows[payments[place].from]
          && !zip(limits, rooms).contains {
            $0.isOn(payments[place]) && payments[place].amount > $1
          }
      }
      guard left.count < candidates.count else { break }
      candidates = left
    }
    var outflows = available.map { _ in Int64(0) }
    for place in candidates { outflows[payments[place].from] += payments[place].amount }
    value = zip(outflows, inflows).reduce(0) { $0 + Int128(max(0, min($1.0, $1.1))) }
  }
}
