import EventKernel

/// During which event each pending one was scheduled.
///
/// Events carry no cause, since 16 bytes is what they are. Equal ones leave the queue in the order
/// in which they came, so that a queue of causes for each is enough.
struct EventCauses {
  private var first: [Event: Int] = [:]
  /// The causes of further events that are equal to a pending one, in their order.
  private var further: [Event: [Int]] = [:]

  /// Notes that events were scheduled during one, or before the first where that is −1.
  mutating func add(_ events: ContiguousArray<Event>, during cause: Int) {
    for event in events {
      if first[event] == nil {
        first[event] = cause
      } else {
        further[event, default: []].append(cause)
      }
    }
  }

  /// The event during which this one was scheduled, −1 for none; it is pending no longer.
  mutating func take(_ event: Event) -> Int {
    guard let cause = first.removeValue(forKey: event) else {
      preconditionFailure("an event is popped that was not scheduled")
    }
    if var rest = further.removeValue(forKey: event) {
      first[event] = rest.removeFirst()
      if !rest.isEmpty { further[event] = rest }
    }
    return cause
  }
}
