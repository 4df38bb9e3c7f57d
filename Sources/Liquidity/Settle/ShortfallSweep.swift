/// The inner loop of SETTLE: takes back the last payments of whoever is short.
///
/// Participants are swept in order until nobody is short. A sweep has no work list to feed: one
/// branch for each participant that is short, none for each payment taken back. With 300
/// participants and 100,000 payments this beats a ring of pending participants where many
/// payments are taken back and equals it where few are.
enum ShortfallSweep {
  /// Takes back payments until every position is at or above zero.
  ///
  /// - Parameters:
  ///   - positionList: What each participant has left when all rows settle up to `ends`; the last
  ///     one is the outside and never short.
  ///   - endList: The end of each sender's row; lowered to the greatest answer.
  /// - Returns: How many sweeps were made.
  /// - Complexity: O(payments taken back + sweeps · participants).
  static func sweep(
    _ positionList: inout [Int64], _ endList: inout [Int32],
    amounts: borrowing [Int64], receivers: borrowing [UInt16]
  ) -> Int {
    var positions = positionList.mutableSpan
    var ends = endList.mutableSpan
    let (amounts, receivers) = (amounts.span, receivers.span)
    var sweeps = 0
    var isSettled = false
    while !isSettled {
      isSettled = true
      sweeps += 1
      for sender in ends.indices where positions[unchecked: sender] < 0 {
        takeBack(from: sender, &positions, &ends, amounts, receivers)
        isSettled = false
      }
    }
    return sweeps
  }

  /// Takes back payments as `sweep` does, until every position is at or above zero or no prospect
  /// is left.
  ///
  /// - Parameters:
  ///   - starts: The start of each sender's row.
  ///   - prospects: What must settle if anything does; what is taken back leaves it.
  /// - Returns: How many sweeps were made; `nil` where no prospect is left.
  static func sweep(
    _ positionList: inout [Int64], _ endList: inout [Int32], starts: borrowing [Int32],
    amounts: borrowing [Int64], receivers: borrowing [UInt16], _ prospects: inout SettlementTriggers
  ) -> Int? {
    var positions = positionList.mutableSpan
    var ends = endList.mutableSpan
    let (amounts, receivers, starts) = (amounts.span, receivers.span, starts.span)
    var sweeps = 0
    var isSettled = false
    while !isSettled {
      isSettled = true
      sweeps += 1
      for sender in ends.indices where positions[unchecked: sender] < 0 {
        takeBack(from: sender, &positions, &ends, amounts, receivers)
        isSettled = false
        let left = Int(ends[unchecked: sender] &- starts[unchecked: sender])
        if prospects.isLost(sender, left: left) { return nil }
      }
    }
    return sweeps
  }

  /// Takes back the last payments of one sender until it is covered.
  @inline(__always)
  private static func takeBack(
    from sender: Int, _ positions: inout MutableSpan<Int64>, _ ends: inout MutableSpan<Int32>,
    _ amounts: Span<Int64>, _ receivers: Span<UInt16>
  ) {
    var position = positions[unchecked: sender]
    var place = Int(ends[unchecked: sender])
    repeat {
      place &-= 1
      let amount = amounts[unchecked: place]
      position &+= amount
      positions[unchecked: Int(receivers[unchecked: place])] &-= amount
    } while position < 0
    positions[unchecked: sender] = position
    ends[unchecked: sender] = Int32(truncatingIfNeeded: place)
  }
}
