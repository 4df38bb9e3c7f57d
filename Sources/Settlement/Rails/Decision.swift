/// What a rail says of a payment that asks to go on; only the simulator changes state.
enum Decision: Hashable, Sendable {
  /// It may go on at once.
  case proceed
  /// It waits until the hours it asked for begin anew.
  case hold
  /// It waits for money in its pool.
  case queue
}
