/// Waiting lines of payments, each by priority (0 first), then first in, first out.
///
/// The links lie in the payments themselves, so that waiting allocates nothing; a payment stands
/// in one line at most.
struct WaitingLines {
  private static let priorities = 10
  private var heads: ContiguousArray<Int32>
  private var tails: ContiguousArray<Int32>
  private var counts: ContiguousArray<Int32>

  /// So many empty lines.
  init(count: Int) {
    heads = ContiguousArray(repeating: -1, count: count * WaitingLines.priorities)
    tails = heads
    counts = ContiguousArray(repeating: 0, count: count)
  }

  /// How many payments stand in a line.
  func count(_ line: Int) -> Int { Int(counts[line]) }

  /// Puts a payment at the end of its priority.
  ///
  /// - Complexity: O(1).
  mutating func append(_ slot: Int32, to line: Int, in payments: inout PaymentTable) {
    let place = line * WaitingLines.priorities + Int(payments[slot].priority)
    payments[slot].next = -1
    if heads[place] < 0 { heads[place] = slot } else { payments[tails[place]].next = slot }
    tails[place] = slot
    counts[line] += 1
  }

  /// The first payment of a line.
  ///
  /// - Complexity: O(priorities).
  func first(_ line: Int) -> Int32? {
    guard counts[line] > 0, let place = firstPlace(line) else { return nil }
    return heads[place]
  }

  /// Takes the first payment out of a line.
  ///
  /// - Complexity: O(priorities).
  mutating func popFirst(_ line: Int, in payments: borrowing PaymentTable) -> Int32? {
    guard counts[line] > 0, let place = firstPlace(line) else { return nil }
    let slot = heads[place]
    heads[place] = payments[slot].next
    counts[line] -= 1
    return slot
  }

  /// Takes a payment out of a line in which it stands.
  ///
  /// - Complexity: O(payments of its priority in the line).
  mutating func remove(_ slot: Int32, from line: Int, in payments: inout PaymentTable) {
    let place = line * WaitingLines.priorities + Int(payments[slot].priority)
    var before: Int32 = -1
    var found = heads[place]
    while found >= 0, found != slot { (before, found) = (found, payments[found].next) }
    precondition(found == slot, "a payment is taken out of the line in which it stands")
    let after = payments[slot].next
    if before < 0 { heads[place] = after } else { payments[before].next = after }
    if tails[place] == slot { tails[place] = before }
    counts[line] -= 1
  }

  /// The payments of a line in their order.
  ///
  /// - Complexity: O(payments in the line + priorities).
  func slots(in line: Int, of payments: borrowing PaymentTable) -> [Int32] {
    var slots: [Int32] = []
    let start = line * WaitingLines.priorities
    for place in start..<start + WaitingLines.priorities {
      var slot = heads[place]
      while slot >= 0 {
        slots.append(slot)
        slot = payments[slot].next
      }
    }
    return slots
  }

  /// Whether a payment of `priority` would have somebody before it.
  func holdsBack(_ priority: UInt8, in line: Int) -> Bool {
    guard counts[line] > 0, let place = firstPlace(line) else { return false }
    return place - line * WaitingLines.priorities <= Int(priority)
  }

  private func firstPlace(_ line: Int) -> Int? {
    let start = line * WaitingLines.priorities
    return (start..<start + WaitingLines.priorities).first { heads[$0] >= 0 }
  }
}
