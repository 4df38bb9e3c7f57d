import Scenarios
import Vocabulary

/// Follows the balances of a few pools over the first replications, in bounded memory.
///
/// The pools are chosen by the first replication: those whose balances move most by their own size,
/// those that differ between the models before the others.
///
/// A fan shows at each time how a balance spreads over the replications. What is kept is the lowest
/// balance of each stretch, since that is what a pool must bear.
struct FanTally: Sendable {
  /// How many replications are followed. Assumed.
  static let replications = 200
  /// How many stretches a fan has at most. As many as a week has hours.
  static let stretches = 168

  /// What is followed, once the first replication is known.
  private(set) var followed: FollowedPools?
  /// For each model and pool in turn, for each stretch, the lowest balance of each replication.
  private var lows: [[[Int64]]] = []
  /// How many replications have been added.
  private var count = 0

  /// Adds the balances of the next replication, hourly or by stretches: model by model, pool by
  /// pool.
  ///
  /// - Parameter balances: `[model][pool][hour or stretch]`, in minor units; empty where none were
  ///   recorded.
  mutating func add(_ balances: [[[Int64]]]) {
    guard count < FanTally.replications else { return }
    if count == 0 { followed = FollowedPools(balances) }
    guard let followed, balances.contains(where: { !$0.joined().isEmpty }) else { return }
    if count == 0 {
      let none = Array(repeating: [Int64](), count: followed.stretches)
      lows = Array(repeating: none, count: balances.count * followed.pools.count)
    }
    for (model, all) in balances.enumerated() {
      for (place, pool) in followed.pools.enumerated() {
        let fan = model * followed.pools.count + place
        for (stretch, low) in followed.lows(all[pool]).enumerated() where stretch < lows[fan].count
        {
          lows[fan][stretch].append(low)
        }
      }
    }
    count += 1
  }

  /// The fans, by model and pool; none of a pool whose balances were not recorded throughout.
  func fans(of scenario: Scenario) -> [PoolFan] {
    guard count > 0, let followed else { return [] }
    return scenario.models.enumerated().flatMap { model, terms in
      followed.pools.enumerated().compactMap { place, pool in
        let stretches = lows[model * followed.pools.count + place]
        guard stretches.allSatisfy({ $0.count == count }) else { return nil }
        return PoolFan(
          model: terms.name, branch: scenario.branches[scenario.pools[pool].branch.place].name,
          currency: scenario.pools[pool].currency, start: scenario.experiment.from,
          step: .hours(Int64(followed.hours)), stretches: stretches.map { $0.sorted() })
      }
    }
  }
}

/// Which pools are followed, and in which stretches of time.
public struct FollowedPools: Sendable {
  /// The places of the pools, ascending.
  let pools: [Int]
  /// The length of a stretch in hours, and how many there are.
  let hours, stretches: Int

  /// Chooses by the hourly balances of the first replication: model by model, pool by pool.
  ///
  /// As many pools as make twelve fans over all models, but three at least.
  ///
  /// - Parameter balances: `[model][pool][hour]`, in minor units.
  /// - Returns: `nil` where no balances were recorded.
  init?(_ balances: [[[Int64]]]) {
    let longest = balances.joined().map(\.count).max() ?? 0
    guard longest > 0 else { return nil }
    hours = FollowedPools.hours(for: longest)
    stretches = (longest + hours - 1) / hours
    let ranked = balances[0].indices.map { pool in
      Movement(pool: pool, balances: balances.map { $0[pool] })
    }.sorted()
    pools = ranked.prefix(max(3, 12 / balances.count)).map(\.pool).sorted()
  }

  /// What is followed after a first replication; `nil` where it has no balances.
  public init?(_ first: [ReplicationFigures]) { self.init(first.map(\.balances)) }

  /// The length of a stretch: the first part of a day, else a number of whole days, of which there
  /// are few enough.
  ///
  ///     FollowedPools.hours(for: 168)  // 1: a week by the hour
  ///     FollowedPools.hours(for: 288)  // 2
  ///
  /// - Parameter count: How many hours there are.
  static func hours(for count: Int) -> Int {
    let parts = [1, 2, 3, 4, 6, 8, 12]
    if let part = parts.first(where: { count <= $0 * FanTally.stretches }) { return part }
    let day = 24 * FanTally.stretches
    return 24 * ((count + day - 1) / day)
  }

  /// The lowest balance of each stretch, of hourly balances or of such already.
  ///
  /// The last stretch may be shorter.
  func lows(_ balances: [Int64]) -> [Int64] {
    guard balances.count != stretches else { return balances }
    return stride(from: 0, to: balances.count, by: hours).map { start in
      balances[start..<min(start + hours, balances.count)].min() ?? 0
    }
  }
}

extension ReplicationFigures {
  /// The figures without the balances that nobody follows.
  ///
  /// Of a followed pool at most 168 balances are left, of the others none.
  public func keeping(_ followed: FollowedPools) -> ReplicationFigures {
    var kept = self
    kept.balances = balances.enumerated().map { place, hourly in
      followed.pools.contains(place) ? followed.lows(hourly) : []
    }
    return kept
  }
}

/// How much a pool moves in the models, ordered from the pool that moves most.
private struct Movement: Comparable {
  var pool: Int
  /// Whether two models disagree on its balances.
  var differs: Bool
  /// The range of its balances over the largest of them, in 0...2.
  var size: Double

  init(pool: Int, balances: [[Int64]]) {
    let all = balances.joined()
    let (low, high) = (Double(all.min() ?? 0), Double(all.max() ?? 0))
    self.pool = pool
    differs = balances.contains { $0 != balances[0] }
    size = (high - low) / max(low.magnitude, high.magnitude, 1)
  }

  static func < (left: Movement, right: Movement) -> Bool {
    if left.differs != right.differs { return left.differs }
    return left.size == right.size ? left.pool < right.pool : left.size > right.size
  }
}
