/// Waiting lines of payments, each by priority (0 first), then first in, first out.
///
/// The links lie in the payments themselves, so that waiting allocates nothing; a payment stands
/// in one line at most.
struct WaitingLines {
  private static let priorities = 10
  private var heads: ContiguousArray<Slot?>
  private var tails: ContiguousArray<Slot?>
  private var counts: ContiguousArray<Int32>

  /// So many empty lines.
  init(count: Int) {
    heads = ContiguousArray(repeating: nil, count: count * WaitingLines.priorities)
    tails = heads
    counts = ContiguousArray(repeating: 0, count: count)
  }

  /// How many payments stand in a line.
  func count(_ line: Int) -> Int { Int(counts[line]) }

  /// Puts a payment at the end of its priority.
  ///
  /// - Complexity: O(1).
  mutating func append(_ slot: Slot, to line: Int, in payments: inout PaymentTable) {
    let place = line * WaitingLines.priorities + Int(payments[slot].priority)
    payments[slot].next = nil
    if heads[place] != nil, let last = tails[place] {
      payments[last].next = slot
    } else {
      heads[place] = slot
    }
    tails[place] = slot
    counts[line] += 1
  }

  /// The first payment of a line.
  ///
  /// - Complexity: O(priorities).
  func first(_ line: Int) -> Slot? {
    guard counts[line] > 0, let place = firstPlace(line) else { return nil }
    return heads[place]
  }

  /// Takes the first payment out of a line.
  ///
  /// - Complexity: O(priorities).
  mutating func popFirst(_ line: Int, in payments: borrowing PaymentTable) -> Slot? {
    guard counts[line] > 0, let place = firstPlace(line), let slot = heads[place] else {
      return nil
    }
    heads[place] = payments[slot].next
    counts[line] -= 1
    return slot
  }

  /// Takes a payment out of a line in which it stands.
  ///
  /// - Complexity: O(payments of its priority in the line).
  mutating func remove(_ slot: Slot, from line: Int, in payments: inout PaymentTable) {
    let place = line * WaitingLines.priorities + Int(payments[slot].priority)
    var before: Slot?
    var found = heads[place]
    while let here = found, here != slot { (before, found) = (here, payments[here].next) }
    precondition(found == slot, "a payment is taken out of the line in which it stands")
    let after = payments[slot].next
    if let before { payments[before].next = after } else { heads[place] = after }
    if tails[place] == slot { tails[place] = before }
    counts[line] -= 1
  }

  /// The payments of a line in their order.
  ///
  /// - Complexity: O(payments in the line + priorities).
  func slots(in line: Int, of payments: borrowing PaymentTable) -> [Slot] {
    var slots: [Slot] = []
    let start = line * WaitingLines.priorities
    for place in start..<start + WaitingLines.priorities {
      var next = heads[place]
      while let slot = next {
        slots.append(slot)
        next = payments[slot].next
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
    return (start..<start + WaitingLines.priorities).first { heads[$0] != nil }
  }
}
