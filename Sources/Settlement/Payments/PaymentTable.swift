import Bookkeeping
import Vocabulary

/// The payments under way, in slots that are used again: memory grows with the number of payments
/// under way at once, not with their number in all.
///
/// Beside each slot lie the microseconds that its payment has spent by cause.
///
/// A slot that is free has `distantFuture` as the start of its segment, which no payment under way has.
struct PaymentTable: ~Copyable {
  private var payments: UnsafeMutablePointer<Payment>
  private var spent: UnsafeMutablePointer<Int64>
  private var capacity: Int
  /// How many slots have ever been used.
  private(set) var used = 0
  /// The first free slot, linked through `next`; −1 where none is free.
  private var free: Int32 = -1
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
  subscript(slot: Int32) -> Payment {
    unsafeAddress { UnsafePointer(payments + Int(slot)) }
    unsafeMutableAddress { payments + Int(slot) }
  }

  /// Puts a payment in a free slot.
  ///
  /// - Complexity: O(1) amortised.
  mutating func insert(_ payment: Payment) -> Int32 {
    let slot: Int32
    if free >= 0 {
      slot = free
      free = payments[Int(slot)].next
    } else {
      if used == capacity { grow() }
      slot = Int32(used)
      used += 1
    }
    (payments + Int(slot)).initialize(to: payment)
    (spent + Int(slot) * PaymentTable.causes).initialize(repeating: 0, count: PaymentTable.causes)
    count += 1
    return slot
  }

  /// Frees the slot of a payment that has ended.
  mutating func remove(_ slot: Int32) {
    payments[Int(slot)].next = free
    payments[Int(slot)].segmentStart = .distantFuture
    free = slot
    count -= 1
  }

  /// Closes a segment: the payment's time from the start of its segment to `instant` had this cause.
  ///
  /// Segments are gapless and sum to the elapsed time because this is the only place where the
  /// start moves, by exactly what is added.
  mutating func spend(_ slot: Int32, on cause: Cause, until instant: Instant) {
    let span = instant - payments[Int(slot)].segmentStart
    precondition(span >= .zero, "a segment would end before it starts")
    spent[Int(slot) * PaymentTable.causes + Int(cause.rawValue)] += span.microseconds
    payments[Int(slot)].segmentStart = instant
  }

  /// What a payment has spent on each cause, in microseconds, in the order of their raw values.
  func spent(_ slot: Int32) -> UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: spent + Int(slot) * PaymentTable.causes, count: PaymentTable.causes)
  }

  /// Whether a slot holds a payment under way.
  func isInUse(_ slot: Int32) -> Bool { payments[Int(slot)].segmentStart != .distantFuture }

  /// The slots in use, in ascending order.
  ///
  /// - Complexity: O(slots ever used).
  func slotsInUse() -> [Int32] {
    (0..<Int32(used)).filter { isInUse($0) }
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
