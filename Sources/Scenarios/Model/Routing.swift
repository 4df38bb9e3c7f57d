/// Which of a model's rails a payment between two branches takes.
///
/// Arrivals are estimated from what everybody can know when a payment is instructed: hours, runs,
/// cut-offs, mean times of work; not from queues, alerts or chance.
public enum Routing: String, CaseIterable, Hashable, Sendable {
  /// The one with the least fees of those that arrive by the deadline; where none does, or nobody
  /// asked for one, the fastest of the cheapest.
  case cheapest = "cheapest-in-time"
  /// The one that arrives first; the earlier in the list among equals.
  case fastest
  /// The first of the list that could settle now; the last where none can: tokens when the banks
  /// are closed.
  case firstOpen = "first-open"
  /// The first of the list that has no outage; the first where all have.
  case fallback
}
