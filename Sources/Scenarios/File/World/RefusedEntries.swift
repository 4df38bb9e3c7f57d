import Vocabulary

/// What refused pools, routes and rates were meant to give, as far as that can be told.
///
/// A flow that needs one of these is not said to lack it: the mistake is reported where it stands.
///
/// It errs on the side of silence: where an entry is so wrong that nobody can tell what it was for,
/// everything of its kind counts as claimed. A scenario with a refused entry is refused anyway, so
/// that nothing wrong can pass.
struct RefusedEntries {
  /// A pool, or all where an entry does not say whose it is.
  private var pools: Set<BranchCurrency> = []
  /// Whether an entry is refused that might have given any pool.
  private var claimsEveryPool = false
  /// The corridors of refused routes, by what these carry without a change of the currency.
  private var corridors: Set<Corridor> = []
  /// Whether an entry is refused that might have given any route.
  private var claimsEveryRoute = false
  /// Whether a rate is refused.
  var rates = false

  /// A branch with a currency.
  struct BranchCurrency: Hashable {
    let branch: BranchID
    let currency: Currency
  }

  /// How many pools and how many routes are kept: of more, all are taken for claimed.
  private static let most = 10_000

  /// Notes a refused entry of pools.
  mutating func refusePools(of branches: [BranchID]?, in currency: Currency?) {
    guard let branches, let currency, pools.count + branches.count <= RefusedEntries.most else {
      claimsEveryPool = true
      return
    }
    for branch in branches { pools.insert(BranchCurrency(branch: branch, currency: currency)) }
  }

  /// Notes a refused entry of routes.
  mutating func refuseRoutes(from: [Party]?, to: [Party]?, in currency: Currency?) {
    guard let from, let to, let currency,
      corridors.count + from.count * to.count <= RefusedEntries.most
    else {
      claimsEveryRoute = true
      return
    }
    for sender in from {
      for receiver in to {
        corridors.insert(
          Corridor(from: sender, to: receiver, currency: currency, creditedIn: currency))
      }
    }
  }

  /// Whether a refused entry was meant to give this pool.
  func covers(_ pool: BranchCurrency) -> Bool { claimsEveryPool || pools.contains(pool) }

  /// Whether a refused entry was meant to give a route of this corridor.
  func covers(_ corridor: Corridor) -> Bool {
    claimsEveryRoute || corridors.contains(corridor)
  }
}
