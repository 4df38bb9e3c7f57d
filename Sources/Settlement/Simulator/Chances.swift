import Chance

/// What chance says of a payment, the same in every model (common random numbers).
struct Chances: Sendable {
  private let streams: StreamTable
  private let replication: UInt32

  /// The chance of a replication.
  ///
  /// - Parameter replication: The one whose numbers it draws, with the bit of a mirrored one.
  init(_ streams: StreamTable, replication: UInt32) {
    (self.streams, self.replication) = (streams, replication)
  }

  /// A number of (0, 1) for a payment and a purpose.
  ///
  /// - Parameter round: Which of several for the purpose.
  func uniform(_ purpose: Purpose, of key: PaymentKey, round: UInt32 = 0) -> Double {
    streams.stream(of: key, replication: replication)
      .uniform(purpose, draw: streams.draw(of: key), round: round)
  }

  /// The numbers for a purpose and for the one that shares its block.
  func uniforms(_ purpose: Purpose, of key: PaymentKey, round: UInt32 = 0)
    -> (first: Double, second: Double)
  {
    streams.stream(of: key, replication: replication)
      .uniforms(purpose, draw: streams.draw(of: key), round: round)
  }
}
