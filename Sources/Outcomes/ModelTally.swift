import Vocabulary

/// What the replications of one model have given so far.
struct ModelTally: Sendable {
  /// The figures of the first replication, for their names.
  private(set) var names: [Figure] = []
  /// The running mean of each figure.
  private(set) var means: [RunningMean] = []
  /// How many payments of all replications were credited within each time of the curve.
  private(set) var creditedWithin = Array(repeating: Int64(0), count: CreditTimes.seconds.count)
  /// How many payments of all replications should be credited.
  private(set) var expected: Int64 = 0
  /// Digests of events, books and outcomes over the replications in order.
  private(set) var digests = [Digest(), Digest(), Digest()]
  /// The hourly balances of the first replication, by pool.
  private(set) var balances: [[Int64]] = []

  /// What the payments of each hour of the week took, over all replications.
  private(set) var hoursOfWeek = HourTally()

  /// Adds the figures of the next replication.
  mutating func add(_ replication: ReplicationFigures) {
    if names.isEmpty {
      names = replication.figures
      means = Array(repeating: RunningMean(), count: names.count)
      balances = replication.balances
    }
    precondition(names.count == replication.figures.count, "figures come in a fixed order")
    for (place, figure) in replication.figures.enumerated() {
      if let value = figure.value { means[place].add(value) }
    }
    for (place, count) in replication.creditedWithin.enumerated() {
      creditedWithin[place] += count
    }
    expected += replication.expected
    hoursOfWeek.add(replication.hoursOfWeek)
    for (place, digest) in replication.digests.enumerated() {
      digests[place].combine(digest.value)
    }
  }
}
