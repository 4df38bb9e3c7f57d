/// Bilateral limits in the shape that SETTLE reads: one slot for each limited pair.
struct PairLimits: Sendable {
  /// The lower and the higher participant of each slot.
  private(set) var low: [Int] = []
  private(set) var high: [Int] = []
  /// The largest net outflow of the lower participant, and of the higher one.
  var lowLimit: [Int64] = []
  var highLimit: [Int64] = []
  private var table: [[Int]: Int] = [:]

  /// The slots of `limits`, in the order in which their pairs occur first.
  init(_ limits: [BilateralLimit]) {
    for limit in limits {
      let pair = [min(limit.from, limit.to), max(limit.from, limit.to)]
      let slot = table[pair] ?? low.count
      if slot == low.count {
        table[pair] = slot
        low.append(pair[0])
        high.append(pair[1])
        lowLimit.append(.max)
        highLimit.append(.max)
      }
      if limit.from < limit.to {
        lowLimit[slot] = limit.limit
      } else {
        highLimit[slot] = limit.limit
      }
    }
  }

  /// The slot of two participants in any order; −1 where nothing limits them.
  func slot(_ one: Int, _ other: Int?) -> Int32 {
    guard let other else { return -1 }
    return Int32(table[[min(one, other), max(one, other)]] ?? -1)
  }

  /// How much `sender` may still send to the other end of a slot, net.
  func limit(_ slot: Int32, of sender: Int) -> Int64 {
    guard slot >= 0 else { return .max }
    return sender == low[Int(slot)] ? lowLimit[Int(slot)] : highLimit[Int(slot)]
  }

  /// Uses up the limit of one direction and frees that of the other.
  mutating func use(_ amount: Int64, of slot: Int32, by sender: Int) {
    guard slot >= 0 else { return }
    let flow = sender == low[Int(slot)] ? amount : -amount
    if lowLimit[Int(slot)] != .max { lowLimit[Int(slot)] -= flow }
    if highLimit[Int(slot)] != .max { highLimit[Int(slot)] += flow }
  }
}
