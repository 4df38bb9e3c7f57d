public import Liquidity
public import Scenarios
public import Vocabulary

/// What a sizing asks: the buckets, the service levels, the windows of each currency.
public struct SizingTerms: Sendable {
  /// The length of a bucket.
  public let bucket: TimeSpan
  /// The service levels, ascending.
  public let levels: [ServiceLevel]
  /// The pools of each currency, in the order of the currencies' codes.
  public let pools: [[PoolID]]
  /// When the pools of each currency may exchange money.
  let terms: [SizeTerms]

  /// The terms of a scenario.
  ///
  /// A window lies after the bucket in which it falls; money under way for a part of a bucket is
  /// under way for all of it: both err on the side of more pre-funding.
  ///
  /// - Parameters:
  ///   - windows: The instants of the rebalancing windows, each with the pools that take part.
  ///   - lag: From instruction to arrival of a transfer.
  /// - Throws: `InvalidProblem` where the windows leave too many cuts for an exact answer.
  public init(
    _ scenario: Scenario, bucket: TimeSpan, levels: [ServiceLevel],
    windows: [(at: Instant, pools: [PoolID])], lag: TimeSpan
  ) throws(InvalidProblem) {
    self.bucket = bucket
    self.levels = levels.sorted { $0.share < $1.share }
    let experiment = scenario.experiment
    let buckets = SizingTerms.count(of: experiment.horizon - experiment.from, by: bucket)
    pools = Set(scenario.pools.map(\.currency)).sorted().map { currency in
      scenario.pools.indices.filter { scenario.pools[$0].currency == currency }.map(PoolID.init)
    }
    var terms: [SizeTerms] = []
    for members in pools {
      terms.append(
        try SizeTerms(
          poolCount: members.count, bucketCount: buckets,
          windows: SizingTerms.windows(windows, of: members, from: experiment.from, by: bucket),
          lag: SizingTerms.count(of: lag, by: bucket)))
    }
    self.terms = terms
  }

  /// How many buckets a span takes, the last perhaps in part.
  private static func count(of span: TimeSpan, by bucket: TimeSpan) -> Int {
    Int((span.microseconds + bucket.microseconds - 1) / bucket.microseconds)
  }

  /// The windows in which at least two pools of a currency take part, one for each bucket.
  private static func windows(
    _ all: [(at: Instant, pools: [PoolID])], of members: [PoolID], from start: Instant,
    by bucket: TimeSpan
  ) -> [SizeTerms.Window] {
    var windows: [SizeTerms.Window] = []
    for (instant, open) in all {
      let places = members.indices.filter { open.contains(members[$0]) }
      let after = count(of: instant - start, by: bucket)
      guard places.count > 1, windows.last?.bucket != after else { continue }
      windows.append(
        SizeTerms.Window(after: after, open: places.count == members.count ? nil : Set(places)))
    }
    return windows
  }
}
