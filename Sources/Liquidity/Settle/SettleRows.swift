/// The rows of SETTLE under way: positions, ends, and what the pairs with limits exchange.
struct SettleRows: Sendable {
  /// What each participant has left when all rows settle up to their ends, then the outside.
  var positions: [Int64] = []
  /// The end of each sender's row.
  var ends: [Int32] = []
  /// The net outflow of the lower participant of each limited pair, over the rows up to `seen`.
  var pairNets: [Int64] = []
  private var seen: [Int32] = []

  /// Takes back payments from the ends of the rows until nobody is short or beyond a limit.
  ///
  /// - Parameter slots: The slot of each payment's pair; read only where there are limits.
  /// - Returns: How many sweeps over the participants were made.
  mutating func takeBack(
    amounts: [Int64], receivers: [UInt16], slots: [Int32], _ pairs: PairLimits?
  ) -> Int {
    guard let pairs else {
      return ShortfallSweep.sweep(&positions, &ends, amounts: amounts, receivers: receivers)
    }
    var sweeps = 0
    seen = ends
    var isWithin = false
    while !isWithin {
      sweeps += ShortfallSweep.sweep(&positions, &ends, amounts: amounts, receivers: receivers)
      for sender in ends.indices {
        for row in Int(ends[sender])..<Int(seen[sender]) {
          exchange(-amounts[row], slots[row], from: sender, pairs)
        }
      }
      isWithin = takeBackBeyondLimits(amounts, receivers, slots, pairs)
      seen = ends
    }
    return sweeps
  }

  /// Takes back payments until nobody is short, or until no prospect is left; for rows without
  /// bilateral limits.
  ///
  /// - Returns: How many sweeps were made; `nil` where no prospect is left.
  mutating func takeBack(
    amounts: [Int64], receivers: [UInt16], starts: [Int32], _ prospects: inout SettlementTriggers
  ) -> Int? {
    ShortfallSweep.sweep(
      &positions, &ends, starts: starts, amounts: amounts, receivers: receivers, &prospects)
  }

  /// Adds an outflow of `sender` to its pair.
  mutating func exchange(_ amount: Int64, _ slot: Int32, from sender: Int, _ pairs: PairLimits) {
    guard slot >= 0 else { return }
    pairNets[Int(slot)] += sender == pairs.low[Int(slot)] ? amount : -amount
  }

  /// Takes back what is beyond bilateral limits; whether there was nothing.
  private mutating func takeBackBeyondLimits(
    _ amounts: [Int64], _ receivers: [UInt16], _ slots: [Int32], _ pairs: PairLimits
  ) -> Bool {
    var isWithin = true
    for slot in pairs.low.indices {
      while let sender = pairs.sender(beyond: pairNets[slot], slot) {
        isWithin = false
        ends[sender] -= 1
        let row = Int(ends[sender])
        positions[sender] += amounts[row]
        positions[Int(receivers[row])] -= amounts[row]
        exchange(-amounts[row], slots[row], from: sender, pairs)
      }
    }
    return isWithin
  }
}

extension PairLimits {
  /// Which end of a pair sends more than it may when its lower end sends `net` more than it gets.
  fileprivate func sender(beyond net: Int64, _ slot: Int) -> Int? {
    if net > lowLimit[slot] { return low[slot] }
    return -net > highLimit[slot] ? high[slot] : nil
  }
}
