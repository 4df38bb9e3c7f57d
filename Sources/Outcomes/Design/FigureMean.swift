import Scenarios

/// The mean of a figure as the design of the experiment lets it be known: of replications, of
/// antithetic pairs, corrected by a control.
struct FigureMean: Sendable {
  /// One row: what a replication gave, or the mean of a pair.
  struct Sample {
    var observation: Observation
    /// What the first of a pair gave less what the second gave; 0 without pairs.
    var distance = 0.0
    /// How many of the row's replications have a value, and how many are later than the horizon.
    var known: Int
    var censored: Int

    /// What a replication gave; `nil` where there was nothing to measure.
    init?(_ observation: Observation) {
      guard observation != .nothing else { return nil }
      self.observation = observation
      (known, censored) = observation.isCensored ? (0, 1) : (1, 0)
    }

    /// What a pair gave; `nil` where one of the two had nothing to measure.
    init?(_ first: Observation, _ second: Observation) {
      observation = first.mean(with: second)
      guard let one = first.bound, let other = second.bound else { return nil }
      distance = one - other
      censored = (first.isCensored ? 1 : 0) + (second.isCensored ? 1 : 0)
      known = 2 - censored
    }
  }

  /// Where the figure can lie.
  private let range: ClosedRange<Double>
  private var rows = RunningMean()
  /// How many replications have a value, and how many are later than the horizon.
  private var (known, censored) = (0, 0)
  /// How many rows are censored, and their lower bounds added up.
  private var (censoredRows, bounds) = (0, 0.0)
  /// What lies between the two of each pair: Σ (a − b)² / 2.
  private var withinPairs = 0.0
  private let isPaired: Bool
  private var regression: ControlRegression?

  /// No values yet.
  ///
  /// - Parameters:
  ///   - isCorrected: Whether a control may correct it: a mean or a total.
  ///   - range: Where the figure can lie; its interval is cut off there.
  init(
    _ design: StudyDesign, isCorrected: Bool = true,
    in range: ClosedRange<Double> = -.infinity ... .infinity
  ) {
    (isPaired, self.range) = (design.isPaired, range)
    regression = isCorrected ? design.expectation.map(ControlRegression.init) : nil
  }

  /// Adds a row with what its control gave.
  mutating func add(_ sample: Sample, control: Double?) {
    known += sample.known
    censored += sample.censored
    switch sample.observation {
    case .value(let value):
      rows.add(value)
      withinPairs += sample.distance * sample.distance / 2
      if let control { regression?.add(value, control: control) }
    case .laterThan(let bound):
      censoredRows += 1
      bounds += bound
    case .nothing: preconditionFailure("a sample has been observed")
    }
  }

  /// How many rows there were, censored ones included.
  var count: Int { rows.count + censoredRows }

  /// The mean with its 95 % interval: Student's t over replications or over pairs; what is known of
  /// it where a replication is censored.
  var estimate: Estimate {
    guard censored == 0 else {
      let sum = rows.mean * Double(rows.count) + bounds
      return Estimate(
        censored: censored, replications: known, atLeast: sum / Double(count))
    }
    let plain = correction?.estimate ?? rows.estimate
    return Estimate(
      mean: plain.mean ?? rows.mean, interval: plain.interval.map { $0.clamped(to: range) },
      replications: known)
  }

  /// The regression on the control, where there is one that leaves the mean where the figure can
  /// lie.
  private var correction: ControlRegression? {
    regression.flatMap { regression in
      regression.corrected.map { range.contains($0.mean) } ?? false ? regression : nil
    }
  }

  /// Whether a control corrects the mean.
  var isCorrected: Bool { correction != nil }

  /// The mean as it would be without a control; `nil` where it is not known.
  var plainMean: Double? { censored == 0 && rows.count > 0 ? rows.mean : nil }

  /// What is known of the mean as it would be without a control.
  var plainObservation: Observation {
    if let plainMean { return .value(plainMean) }
    return count == 0 ? .nothing : .laterThan(estimate.atLeast ?? -.infinity)
  }

  /// The variance of the mean, over that which as many independent replications would have given,
  /// both estimated; `nil` where there is nothing to save.
  var varianceRatio: Double? {
    guard censored == 0, let spread = rows.variance, let plain = varianceWithout, plain > 0 else {
      return nil
    }
    let variance = correction?.corrected?.variance ?? spread / Double(rows.count)
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
    return squares / Double(known - 1) / Double(known)
  }
}
