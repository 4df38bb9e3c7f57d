import Scenarios
import Vocabulary

/// The place of a transfer among those of a run.
typealias TransferID = EntityID<Transfers.Transfer>

/// The treasury's transfers between pools of the bank, from order to arrival.
///
/// Invariant: what is on its way to a pool is the sum of the transfers that were sent to it and
/// have not arrived. Amounts are minor units of the pools' currency. Memory grows with the
/// transfers of a run (16 bytes each).
struct Transfers {
  /// One transfer.
  struct Transfer: Equatable {
    let from, to: PoolID
    /// What is moved, above zero.
    let amount: Int64
  }

  private var transfers: ContiguousArray<Transfer> = []
  private var underWay: ContiguousArray<Int64>

  /// Nothing is on its way to any of so many pools.
  init(pools: Int) { underWay = ContiguousArray(repeating: 0, count: pools) }

  /// What is on its way to a pool.
  func incoming(_ pool: PoolID) -> Int64 { underWay[pool.place] }

  /// A transfer of the run, arrived or not.
  subscript(transfer: TransferID) -> Transfer { transfers[transfer.place] }

  /// A transfer leaves.
  mutating func send(_ amount: Int64, from donor: PoolID, to pool: PoolID) -> TransferID {
    underWay[pool.place] += amount
    transfers.append(Transfer(from: donor, to: pool, amount: amount))
    return TransferID(transfers.count - 1)
  }

  /// A transfer arrives; asked once for each.
  mutating func arrive(_ transfer: TransferID) -> Transfer {
    let arrived = transfers[transfer.place]
    underWay[arrived.to.place] -= arrived.amount
    precondition(underWay[arrived.to.place] >= 0, "a transfer arrives once")
    return arrived
  }
}
