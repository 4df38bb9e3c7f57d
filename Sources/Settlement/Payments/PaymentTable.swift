import Bookkeeping
import Vocabulary

/// The payments under way, in slots that are used again: memory grows with the number of payments
/// under way at once, not with their number in all.
///
/// Beside each slot lie the microseconds that its payment has spent by cause.
///
/// A slot that is free has `distantFuture` as the start of its segment, which no payment under way
/// has.
struct PaymentTable: ~Copyable {
  private var payments: UnsafeMutablePointer<Payment>
  private var spent: UnsafeMutablePointer<Int64>
  private var capacity: Int
  /// How many slots have ever been used.
  private(set) var used = 0
  /// The first free slot, linked through `next`; `nil` where none is free.
  private var free: Slot?
  /// How many payments are under way.
  private(set) var count = 0

  /// How many causes there are: so many sums lie beside each slot.
  private static var causes: Int { Cause.count }

  init() {
    capacity = 1_024
    payments = .allocate(capacity: capacity)
    spent = .allocate(capacity: capacity * PaymentTable.causes)
  }

  deinit {
    payments.deallocate()
    spent.deallocate()
  }

  /// The payment in a slot that is in use.
  subscript(slot: Slot) -> Payment {
    unsafeAddress { UnsafePointer(payments + slot.place) }
    unsafeMutableAddress { payments + slot.place }
  }

  /// Puts a payment in a free slot.
  ///
  /// - Complexity: O(1) amortised.
  mutating func insert(_ payment: Payment) -> Slot {
    let slot: Slot
    if let last = free {
      slot = last
      free = payments[slot.place].next
    } else {
      if used == capacity { grow() }
      slot = Slot(used)
      used += 1
    }
    (payments + slot.place).initialize(to: payment)
    (spent + slot.place * PaymentTable.causes).initialize(repeating: 0, count: PaymentTable.causes)
    count += 1
    return slot
  }

  /// Frees the slot of a payment that has ended.
  mutating func remove(_ slot: Slot) {
    payments[slot.place].next = free
    payments[slot.place].segmentStart = .distantFuture
    free = slot
    count -= 1
  }

  /// Closes a segment: the payment's time from the start of its segment to `instant` had this
  /// cause.
  ///
  /// Segments are gapless and sum to the elapsed time because this is the only place where the
  /// start moves, by exactly what is added.
  mutating func spend(_ slot: Slot, on cause: Cause, until instant: Instant) {
    let span = instant - payments[slot.place].segmentStart
    precondition(span >= .zero, "a segment would end before it starts")
    spent[slot.place * PaymentTable.causes + Int(cause.rawValue)] += span.microseconds
    payments[slot.place].segmentStart = instant
  }

  /// What a payment has spent on each cause, in microseconds, in the order of their raw values.
  func spent(_ slot: Slot) -> UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: spent + slot.place * PaymentTable.causes, count: PaymentTable.causes)
  }

  /// Whether a slot holds a payment under way.
  func isInUse(_ slot: Slot) -> Bool { payments[slot.place].segmentStart != .distantFuture }

  /// The slots in use, in ascending order.
  ///
  /// - Complexity: O(slots ever used).
  func slotsInUse() -> [Slot] {
    (0..<used).map { Slot($0) }.filter { isInUse($0) }
  }

  /// Doubles the room; addresses of payments change, so that none may be kept over an insertion.
  private mutating func grow() {
    let (morePayments, moreSpent) = (
      UnsafeMutablePointer<Payment>.allocate(capacity: capacity * 2),
      UnsafeMutablePointer<Int64>.allocate(capacity: capacity * 2 * PaymentTable.causes)
    )
    morePayments.moveInitialize(from: payments, count: used)
    moreSpent.moveInitialize(from: spent, count: used * PaymentTable.causes)
    payments.deallocate()
    spent.deallocate()
    (payments, spent, capacity) = (morePayments, moreSpent, capacity * 2)
  }
}
