import Measures
import Scenarios
import Vocabulary

/// What the replications of one model have given so far.
struct ModelTally: Sendable {
  /// The figures of the first replication, for their names.
  private(set) var names: [Figure] = []
  /// The mean of each figure.
  private(set) var means: [FigureMean] = []
  /// How some figures spread over the replications.
  private(set) var spread = ReplicationSpread()
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

  /// How replications become values of means.
  private let design: StudyDesign

  /// A tally of nothing yet.
  init(_ design: StudyDesign) {
    self.design = design
  }

  /// Adds the next row, that of model `place`: a replication, or an antithetic pair.
  mutating func add(_ row: Row, of place: Int) {
    for figure in means.indices {
      if let sample = row.sample(place, figure) { means[figure].add(sample, control: row.control) }
    }
  }

  /// Adds what the next replication gave beside its row.
  mutating func add(_ replication: ReplicationFigures) {
    if names.isEmpty {
      names = replication.figures
      means = names.map { figure in
        FigureMean(
          design, isCorrected: figure.metric.isMeanOrTotal, in: figure.metric.range)
      }
      balances = replication.balances
    }
    precondition(names.count == replication.figures.count, "figures come in a fixed order")
    spread.add(replication.figures)
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
