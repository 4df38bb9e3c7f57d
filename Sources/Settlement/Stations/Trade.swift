import Vocabulary

/// The place of a trade among those of a run.
typealias TradeID = EntityID<Trade>

/// A foreign-exchange trade under way: two payments, one each way.
struct Trade {
  /// The slot of the leg that opened it.
  let first: Slot
  /// The slot of the other leg; `nil` until that is instructed. A slot says nothing of whether its
  /// payment is still under way: who asks compares the payment's trade.
  var second: Slot?
  /// Whether a leg waits to settle with the other.
  var firstWaits = false
  var secondWaits = false
  /// When one leg had settled and the other had not; `nil` before.
  var paid: Instant?
  /// What that leg moved, in minor units of its currency; 0 where it is not counted, and from when
  /// both have settled.
  var amount: Int64 = 0
  /// The place of that currency.
  var currency = CurrencyID(0)
  /// One leg was refused: the other never settles with it.
  var isBroken = false

  /// The slots of its legs, the first leg's first.
  var legs: [Slot] { [first] + (second.map { [$0] } ?? []) }

  /// The slot of the leg that is not in this one; `nil` where there is none yet.
  func other(than slot: Slot) -> Slot? { slot == first ? second : first }

  /// What lay between its legs until an instant; `nil` where nothing of value did, or not for any
  /// time.
  func exposure(until end: Instant) -> Exposure? {
    guard let paid, amount > 0, end > paid else { return nil }
    return Exposure(
      currency: currency, area: Int128(amount) * Int128((end - paid).microseconds))
  }

  /// Principal that was paid while the other leg was not.
  struct Exposure: Equatable {
    /// The place of the currency that was paid.
    let currency: CurrencyID
    /// The amount integrated over time: minor units × µs.
    let area: Int128
  }
}
