/// The mean of a figure as the design of the experiment lets it be known: of replications, of
/// antithetic pairs, corrected by a control.
struct FigureMean: Sendable {
  /// One row: what a replication gave, or the mean of a pair.
  struct Sample {
    var mean: Double
    /// What the first of a pair gave less what the second gave; 0 without pairs.
    var distance = 0.0
  }

  private let isPaired: Bool
  private var rows = RunningMean()
  /// What lies between the two of each pair: Σ (a − b)² / 2.
  private var withinPairs = 0.0
  private var regression: ControlRegression?

  /// No values yet.
  init(_ design: StudyDesign) {
    isPaired = design.isPaired
    regression = design.expectation.map(ControlRegression.init)
  }

  /// Adds a row with what its control gave.
  mutating func add(_ sample: Sample, control: Double?) {
    rows.add(sample.mean)
    withinPairs += sample.distance * sample.distance / 2
    if let control { regression?.add(sample.mean, control: control) }
  }

  /// How many rows there were.
  var count: Int { rows.count }
  /// How many replications they are of.
  private var replications: Int { isPaired ? 2 * rows.count : rows.count }

  /// The mean with its 95 % interval: Student's t over replications or over pairs.
  var estimate: Estimate {
    var estimate = regression?.estimate ?? rows.estimate
    estimate.replications = replications
    return estimate
  }

  /// The mean as it would be without a control.
  var plainMean: Double { rows.mean }

  /// The variance of the mean, over that which as many independent replications would have given,
  /// both estimated; `nil` where there is nothing to save.
  var varianceRatio: Double? {
    guard let spread = rows.variance, let plain = varianceWithout, plain > 0 else { return nil }
    let variance = regression?.corrected?.variance ?? spread / Double(rows.count)
    return variance / plain
  }

  /// The variance of the mean of so many independent replications.
  ///
  /// About their common mean the squares of 2m paired values sum to those of the pairs' means, twice,
  /// and what lies within pairs.
  private var varianceWithout: Double? {
    guard let variance = rows.variance else { return nil }
    guard isPaired else { return variance / Double(rows.count) }
    let squares = 2 * variance * Double(rows.count - 1) + withinPairs
    return squares / Double(replications - 1) / Double(replications)
  }
}
