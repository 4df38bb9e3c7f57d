import Vocabulary

/// The identity of a payment in every replication and model: its flow, its day and its number.
///
/// The flow stands in it by its place, for lookups within a run; where the payment's chance is
/// addressed, `StreamTable` puts the flow's name there, and the identity of a listed payment.
struct PaymentKey: Hashable, Sendable {
  /// Part of a contract (8 bits), flow (12), days since 1970 (20), number within flow and day (24).
  let rawValue: UInt64

  /// The payment `number` of a flow's day; a listed payment has day 0 and its row as number.
  init(flow: Int, day: Int32, number: Int) {
    precondition(flow < 1 << 12 && day >= 0 && day < 1 << 20 && number < 1 << 24)
    rawValue = UInt64(flow) << 44 | UInt64(day) << 24 | UInt64(number)
  }

  /// The payment of a reference in the books.
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// How many numbers a flow that makes trades has on a day: the second legs take the others.
  static let mostTrades = 1 << 23

  /// The second leg of the generated trade whose first this is.
  var secondLeg: PaymentKey {
    PaymentKey(rawValue: rawValue | UInt64(PaymentKey.mostTrades))
  }
  /// The first leg of the generated trade whose second this is.
  var firstLeg: PaymentKey {
    PaymentKey(rawValue: rawValue & ~UInt64(PaymentKey.mostTrades))
  }
  /// Whether it is the second leg, in a flow that generates trades.
  var isSecondLeg: Bool { number >= PaymentKey.mostTrades }

  /// The flow's place in the scenario.
  var flow: Int { Int(rawValue >> 44 & 0xFFF) }
  /// The local day of a generated payment.
  var date: CivilDate { CivilDate(daysSinceEpoch: Int32(rawValue >> 24 & 0xF_FFFF)) }
  /// The number within flow and day, from 0.
  var number: Int { Int(rawValue & 0xFF_FFFF) }
  /// Which part of its contract it is, from 1; 0 where it is none.
  var part: Int { Int(rawValue >> 56) }
  /// Day and number in one: where a generated payment draws within the stream of its flow.
  var dayAndNumber: UInt64 { (rawValue >> 24 & 0xF_FFFF) << 32 | rawValue & 0xFF_FFFF }

  /// The key of a part of this contract.
  ///
  /// - Precondition: `part` lies in 1...255 and this is no part itself.
  func ofPart(_ part: Int) -> PaymentKey {
    precondition((1...255).contains(part) && self.part == 0, "a contract has up to 255 parts")
    return PaymentKey(rawValue: UInt64(part) << 56 | rawValue)
  }
}
