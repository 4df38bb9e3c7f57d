/// The generation of each entity: a number that an event must still bear when it is popped.
///
/// Cancelling raises the entity's number; events scheduled before are then of an older generation
/// and are passed over, at the price of one comparison. Nothing is searched or removed.
///
///     queue.schedule(at: expiry, phase: .releases, kind: 3, entity: 7,
///       generation: generations.current(7))
///     generations.cancel(7)
///     while let event = queue.pop(before: end) {
///       guard generations.admits(event) else { continue }
///       …
///     }
public struct Generations: Sendable {
  /// The highest generation: 2²⁴ − 1.
  @inlinable public static var highest: UInt32 { 0xFF_FFFF }

  @usableFromInline var numbers: ContiguousArray<UInt32>

  /// Generation 0 for each of `count` entities.
  public init(count: Int) {
    numbers = ContiguousArray(repeating: 0, count: count)
  }

  /// The generation that an event of `entity` scheduled now must bear.
  @inlinable
  public func current(_ entity: UInt32) -> UInt32 { numbers[Int(entity)] }

  /// Whether `event` has not been cancelled.
  @inlinable
  public func admits(_ event: Event) -> Bool {
    numbers[Int(event.entity)] == event.generation
  }

  /// Cancels every pending event of `entity`.
  ///
  /// The number starts anew after 2²⁴ cancellations of one entity; an event still pending from
  /// that long ago would be taken for a live one.
  @inlinable
  public mutating func cancel(_ entity: UInt32) {
    numbers[Int(entity)] = (numbers[Int(entity)] &+ 1) & Generations.highest
  }

  /// Adds one entity at the end, in generation 0.
  @inlinable
  public mutating func append() { numbers.append(0) }
}
