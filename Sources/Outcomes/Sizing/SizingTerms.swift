public import Liquidity
public import Scenarios
public import Vocabulary

/// What a sizing of one model asks: the buckets, the service levels, the pools of each currency
/// with their credit lines, the windows.
public struct SizingTerms: Sendable {
  /// The length of a bucket.
  public let bucket: TimeSpan
  /// The service levels, ascending.
  public let levels: [ServiceLevel]
  /// The pools of each currency, in the order of the currencies' codes.
  public let pools: [[PoolID]]
  /// What each of these pools may owe: its credit line, in minor units.
  let lines: [[Int64]]
  /// When the pools of each currency may exchange money.
  let terms: [SizeTerms]
  /// For each currency, whether the bound is that of the windows; else it is what the pools need
  /// when they act as one, which no treasury undercuts either.
  let hasWindows: [Bool]

  /// The terms of a scenario for one of its models.
  ///
  /// A window lies after the bucket in which it falls; money under way for a part of a bucket is
  /// under way for all of it: both raise the bound a little. A currency whose windows leave too
  /// many cuts for an exact bound goes without windows.
  ///
  /// - Parameters:
  ///   - windows: The instants of the model's rebalancing windows, each with the pools that take
  ///     part; none where it has no windows.
  ///   - lag: From instruction to arrival of a transfer.
  /// - Throws: `InvalidProblem` where the buckets are too many.
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
    lines = pools.map { $0.map { scenario.pools[$0.place].creditLimit.minorUnits } }
    var terms: [SizeTerms] = []
    var hasWindows: [Bool] = []
    for members in pools {
      let plain = try SizeTerms(poolCount: members.count, bucketCount: buckets)
      let open = SizingTerms.windows(windows, of: members, from: experiment.from, by: bucket)
      let lag = SizingTerms.count(of: lag, by: bucket)
      let windowed = SizingTerms.windowed(plain, open, lag)
      terms.append(windowed ?? plain)
      hasWindows.append(windowed != nil)
    }
    (self.terms, self.hasWindows) = (terms, hasWindows)
  }

  /// Terms with windows; `nil` without any, and where they leave too many cuts.
  private static func windowed(_ plain: SizeTerms, _ windows: [SizeTerms.Window], _ lag: Int)
    -> SizeTerms?
  {
    guard !windows.isEmpty else { return nil }
    do throws(InvalidProblem) {
      let terms = try SizeTerms(
        poolCount: plain.poolCount, bucketCount: plain.bucketCount, windows: windows, lag: lag)
      _ = try Sizer(terms)
      return terms
    } catch { return nil }
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
