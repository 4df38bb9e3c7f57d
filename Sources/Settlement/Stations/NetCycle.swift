import Vocabulary

/// The place of a cycle among those of a run that were not final at once.
typealias CycleID = EntityID<NetCycle>

/// A cycle of net settlement from its run until it is final.
struct NetCycle {
  /// The place of its currency.
  let currency: CurrencyID
  /// The payments that it settles, by slot, in the order of the run.
  let payments: [Slot]
  /// What each participant gets (above zero) or pays, in minor units; they sum to what the exchange
  /// desk, which is no participant, pays less what it gets.
  let nets: [Int64]
}
