import Chance
import Vocabulary

/// What chance says of a payment, the same in every model (common random numbers).
struct Chances: Sendable {
  let seed: UInt64
  let replication: UInt32

  /// A number of (0, 1) for a payment and a purpose.
  func uniform(_ purpose: Purpose, of key: PaymentKey) -> Double {
    stream(purpose, key.stream).uniform(draw: key.draw)
  }

  /// A number of (0, 1) for a payment, a purpose and one of 256 parts of it.
  func uniform(_ purpose: Purpose, of key: PaymentKey, part: UInt64) -> Double {
    stream(purpose, key.stream).uniform(draw: part << 24 | key.draw)
  }

  /// A number of (0, 1) for the n-th step of a payment on the ledger; from the 4,096th on they come
  /// again in the same order.
  func uniform(step: UInt16, of key: PaymentKey) -> Double {
    uniform(.stepFailure, step: step, of: key)
  }

  /// The same for another purpose that is drawn again with each step.
  func uniform(_ purpose: Purpose, step: UInt16, of key: PaymentKey) -> Double {
    let (low, high) = (UInt64(step & 0xFF), UInt64(step >> 8 & 0xF))
    return stream(purpose, key.stream).uniform(draw: low << 56 | high << 52 | key.draw)
  }

  /// The stream of a purpose for a flow.
  func stream(_ purpose: Purpose, _ flow: Int) -> RandomStream {
    RandomStream(
      seed: seed, replication: replication, purpose: purpose, entity: UInt32(flow))
  }
}
