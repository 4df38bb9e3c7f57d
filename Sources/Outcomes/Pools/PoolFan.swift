public import Vocabulary

/// How the balance of a pool runs over the replications of one model.
public struct PoolFan: Hashable, Codable, Sendable {
  /// The model.
  public var model: String
  /// The branch's short name.
  public var branch: String
  /// The currency of the balances.
  public var currency: Currency
  /// The start of the first stretch; the others follow every `step`.
  public var start: Instant
  /// The length of a stretch, a number of hours; a replication counts with its lowest balance at
  /// the full hours of the stretch.
  public var step: TimeSpan
  /// How many replications were followed.
  public var replications: Int
  /// The balances that a share of the replications does not pass, stretch by stretch, in minor
  /// units: 5, 25, 50, 75 and 95 %.
  public var low90, low50, median, high50, high90: [Int64]
  /// The lowest balance at a full hour of any replication, and the start of its stretch.
  public var lowest: Point

  /// A balance with its instant.
  public struct Point: Hashable, Codable, Sendable {
    /// When.
    public var at: Instant
    /// How much, in minor units.
    public var balance: Int64

    /// A balance at an instant.
    public init(at: Instant, balance: Int64) { (self.at, self.balance) = (at, balance) }
  }

  /// The fan of `stretches`, each with the balances of all replications in ascending order; the
  /// ends of the bands are order statistics of rank ⌈p·n⌉.
  ///
  /// - Precondition: There is a stretch, and each has the same number of balances, at least one.
  public init(
    model: String, branch: String, currency: Currency, start: Instant, step: TimeSpan,
    stretches: [[Int64]]
  ) {
    precondition(stretches.first?.isEmpty == false, "a fan has a stretch and a replication")
    func ends(_ share: Double) -> [Int64] {
      stretches.map { OrderStatistic.value(share, of: $0, among: $0.count) ?? 0 }
    }
    (self.model, self.branch, self.currency) = (model, branch, currency)
    (self.start, self.step, replications) = (start, step, stretches[0].count)
    (low90, low50, median) = (ends(0.05), ends(0.25), ends(0.5))
    (high50, high90) = (ends(0.75), ends(0.95))
    let place = stretches.indices.min { stretches[$0][0] < stretches[$1][0] } ?? 0
    lowest = Point(
      at: start + TimeSpan(microseconds: step.microseconds * Int64(place)),
      balance: stretches[place][0])
  }
}
