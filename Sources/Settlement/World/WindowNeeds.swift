import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What each pool is expected to need from one rebalancing window to its next, by the estimate of a
/// model's treasurer.
///
/// A pool that must last over a weekend needs more than one that must last an hour: the need is how
/// far payments take it down until the transfers of its next window arrive. The past is the same
/// for every replication, so that the estimate is made once, with the world.
struct WindowNeeds: Sendable {
  /// By window, then by pool, in minor units, at least 0.
  private let needs: [[Int64]]

  /// What a pool is expected to need from the n-th window on.
  subscript(window: Int, pool: PoolID) -> Int64 { needs[window][pool.place] }

  /// The buckets of time in which the past is looked at: a quarter of an hour, assumed.
  private static let bucket = TimeSpan.minutes(15)
  /// The past is made of replications that no run takes part in.
  private static let firstSample: UInt32 = 1 << 31

  /// The estimates of all models; `nil` where a treasurer makes none. No treasurer foresees a
  /// disturbance: the past knows none.
  ///
  /// - Returns: One entry for each model, in their order.
  /// - Throws: Where a replication of the past takes more events than the terms allow.
  static func all(of world: World) throws(WorldError) -> [WindowNeeds?] {
    var needs: [WindowNeeds?] = []
    var calm: World?
    for (place, model) in world.scenario.models.enumerated() {
      guard case .windows(let terms) = model.rebalancing, let estimate = terms.estimate else {
        needs.append(nil)
        continue
      }
      if calm == nil { calm = try world.withoutDisturbances() }
      needs.append(try WindowNeeds(calm ?? world, ModelID(place), terms, estimate))
    }
    return needs
  }

  /// The estimate of a model, from samples of its flows.
  ///
  /// In the past no pool is short, so that what moves is what payments ask for. The quantile is the
  /// value of rank ⌈quantile × samples⌉ among the samples, the smallest first: no interpolation.
  ///
  /// - Parameter world: One without disturbances.
  /// - Complexity: O(samples × (events + pools × windows)).
  private init(
    _ world: World, _ model: ModelID, _ terms: RebalancingWindows, _ estimate: NeedEstimate
  ) throws(WorldError) {
    let periods = world.periods(of: model, lag: terms.lag)
    var drawn = [[[Int64]]](
      repeating: [[Int64]](repeating: [], count: world.scenario.pools.count), count: periods.count)
    for sample in 0..<UInt32(estimate.samples) {
      let record: RunRecord
      do throws(TooManyEvents) {
        record = try world.replicate(
          model, replication: WindowNeeds.firstSample + sample,
          flows: FlowRecording(bucket: WindowNeeds.bucket))
      } catch { throw .tooManyEvents(error) }
      let paths = FlowPaths(record, world, WindowNeeds.bucket)
      for (window, ends) in periods.enumerated() {
        for (pool, end) in ends.enumerated() {
          let from = world.rebalancingTimes[model.place][window]
          drawn[window][pool].append(paths.drawdown(of: pool, from: from, to: end))
        }
      }
    }
    let rank = max(1, Int((estimate.quantile * Double(estimate.samples)).rounded(.up)))
    needs = drawn.map { pools in pools.map { $0.sorted()[rank - 1] } }
  }
}

/// The running sums of the flows of each pool, by bucket.
private struct FlowPaths {
  /// Shape: `[pool][bucket]`, in minor units; the first sum is 0, before the first bucket.
  private let sums: [[Int64]]
  /// When the first bucket starts.
  private let start: Instant
  /// How long a bucket is.
  private let bucket: TimeSpan

  /// The running sums of a record that has noted the flows of its pools.
  init(_ record: RunRecord, _ world: World, _ bucket: TimeSpan) {
    let experiment = world.scenario.experiment
    (start, self.bucket) = (experiment.from, bucket)
    let count = Int((experiment.horizon - start).microseconds / bucket.microseconds) + 1
    var sums = [[Int64]](
      repeating: [Int64](repeating: 0, count: count + 1), count: world.scenario.pools.count)
    for flow in record.flows { sums[Int(flow.pool)][Int(flow.bucket) + 1] += flow.amount }
    for pool in sums.indices {
      for place in sums[pool].indices.dropFirst() { sums[pool][place] += sums[pool][place - 1] }
    }
    self.sums = sums
  }

  /// How far a pool falls below where it stood at `from`, at its lowest until `to`.
  ///
  /// The buckets in which both instants fall are looked at as a whole: it errs on the side of more.
  ///
  /// - Returns: In minor units, at least 0.
  func drawdown(of pool: Int, from: Instant, to end: Instant) -> Int64 {
    let first = place(of: from)
    let last = max(first, min(place(of: end) + 1, sums[pool].count - 1))
    let lowest = sums[pool][first...last].min() ?? 0
    return sums[pool][first] - lowest
  }

  /// The bucket in which an instant falls; the first or the last for one outside.
  private func place(of instant: Instant) -> Int {
    min(max(0, Int((instant - start).microseconds / bucket.microseconds)), sums[0].count - 1)
  }
}

extension World {
  /// The world in which everything goes as planned, without estimates of its own.
  ///
  /// - Returns: This world where nothing is disturbed.
  fileprivate func withoutDisturbances() throws(WorldError) -> World {
    guard !scenario.disturbances.isEmpty else { return self }
    var calm = scenario
    calm.disturbances = []
    for place in calm.models.indices {
      guard case .windows(var terms) = calm.models[place].rebalancing else { continue }
      terms.estimate = nil
      calm.models[place].rebalancing = .windows(terms)
    }
    return try World(calm, terms)
  }

  /// For each rebalancing window of a model, until when each pool must last: the arrival of the
  /// transfers of the next window in which it takes part, or the horizon.
  ///
  /// - Returns: `[window][pool]`, windows ascending.
  /// - Complexity: O(windows × pools × log days).
  fileprivate func periods(of model: ModelID, lag: TimeSpan) -> [[Instant]] {
    let times = rebalancingTimes[model.place]
    let pools = scenario.pools.indices.map(PoolID.init)
    var ends = [Instant](repeating: scenario.experiment.horizon, count: pools.count)
    var periods: [[Instant]] = []
    for instant in times.reversed() {
      periods.append(ends)
      for pool in pools where takesPart(pool, at: instant) { ends[pool.place] = instant + lag }
    }
    return periods.reversed()
  }
}
