import Measures
import Scenarios
import Testing

@testable import Outcomes

@Suite("Means of antithetic pairs and with a control") struct DesignTests {
  let experiment: Experiment

  init() throws { experiment = try SmallWorld().scenario.experiment }

  private func design(paired: Bool = false, expectation: Double? = nil) -> StudyDesign {
    var experiment = experiment
    if paired { experiment.variates = .antithetic }
    if expectation != nil { experiment.control = .instructed }
    return StudyDesign(experiment, expectation: expectation)
  }

  @Test("Without a design a mean is the running mean to the bit") func plain() {
    var (mean, running) = (FigureMean(design()), RunningMean())
    for value in [0.1, 7.3, -2.9, 1e9] {
      mean.add(.of(value), control: 3)
      running.add(value)
    }
    #expect(mean.estimate == running.estimate)
    #expect(mean.varianceRatio == 1)
  }

  /// Pairs (1, 3), (2, 4), (6, 2): means 2, 3, 4 with variance 1, so 1/3 of the mean; all six have a
  /// mean of 3 and squares 4 + 0 + 1 + 1 + 9 + 1 = 16, so 16/5/6; 5/8 is left.
  @Test("The variance of pairs is held against that of their members") func pairs() throws {
    var mean = FigureMean(design(paired: true))
    let pairs: [(Double, Double)] = [(1, 3), (2, 4), (6, 2)]
    for (first, second) in pairs {
      mean.add(.of(first, second), control: nil)
    }
    #expect(mean.estimate.mean == 3 && mean.estimate.replications == 6)
    let interval = try #require(mean.estimate.interval)
    // t(0.975, 2) = 4.303 times √(1/3) = 0.57735, with one degree of freedom for each pair but one.
    #expect(abs(interval.upperBound - 3 - 4.303 * 0.577_35) < 1e-3)
    #expect(abs(try #require(mean.varianceRatio) - 0.625) < 1e-12)
  }

  /// x = 1, 2, 3, 4 and y = 2, 5, 5, 8: Sxx 5, Sxy 9, Syy 18, slope 1.8, x̄ 2.5, ȳ 5. At μ = 3 the
  /// line gives 5.9; the rest is 18 − 16.2 = 1.8, over 2 degrees 0.9; its variance there
  /// 0.9 · (1/4 + 0.25/5) = 0.27, against 18/3/4 = 1.5 without. t(0.975, 2) = 4.3027,
  /// √0.27 = 0.51962.
  @Test("A control moves the mean along the regression to its expectation") func control() throws {
    var mean = FigureMean(design(expectation: 3))
    let values: [(Double, Double)] = [(1, 2), (2, 5), (3, 5), (4, 8)]
    for (x, y) in values {
      mean.add(.of(y), control: x)
    }
    #expect(abs(try #require(mean.estimate.mean) - 5.9) < 1e-12 && mean.plainMean == 5)
    let interval = try #require(mean.estimate.interval)
    #expect(abs(interval.upperBound - 5.9 - 4.3027 * 0.519_62) < 1e-4)
    #expect(abs(try #require(mean.varianceRatio) - 0.18) < 1e-12)
  }

  @Test("A control that never differs corrects nothing") func constantControl() {
    var mean = FigureMean(design(expectation: 3))
    for value in [1.0, 2, 6] { mean.add(.of(value), control: 3) }
    #expect(mean.estimate.mean == 3 && mean.varianceRatio == 1)
  }

  /// The line above at μ = −10: 5 + 1.8 · (−10 − 2.5) = −17.5, which no number of payments can be.
  @Test("A correction that would lead where the figure cannot lie is not made") func outside() {
    var mean = FigureMean(design(expectation: -10), in: 0 ... .infinity)
    let values: [(Double, Double)] = [(1, 2), (2, 5), (3, 5), (4, 8)]
    for (x, y) in values { mean.add(.of(y), control: x) }
    #expect(mean.estimate.mean == 5 && !mean.isCorrected && mean.varianceRatio == 1)
  }

  @Test("Quantiles, the longest time, peaks, lows and shares are not corrected")
  func corrected() {
    let left = Metric.allCases.filter { !$0.isMeanOrTotal }.map(\.name)
    #expect(
      left.filter { !$0.hasPrefix("within.") && !$0.hasPrefix("reached_") } == [
        "time_to_credit.p50", "time_to_credit.p90", "time_to_credit.p95", "time_to_credit.p99",
        "time_to_credit.max", "late", "missed_cut_off", "direct_or_one_intermediary", "repaired",
        "undone", "pool.opening_balance", "pool.peak_use", "pool.lowest_balance",
        "pools.peak_use", "pools.sum_of_peaks",
      ])
    var mean = FigureMean(design(expectation: 3), isCorrected: false)
    for (x, y) in [(1.0, 2.0), (2, 5), (3, 5), (4, 8)] { mean.add(.of(y), control: x) }
    #expect(mean.estimate.mean == 5)
  }

  /// Mean 0.55; t(0.975, 1) = 12.706 times 0.35 reaches far beyond both ends.
  @Test("An interval ends where the figure cannot lie") func cut() throws {
    var mean = FigureMean(design(), in: 0...1)
    for share in [0.2, 0.9] { mean.add(.of(share), control: nil) }
    #expect(mean.estimate.interval == 0...1)
  }

  @Test("A pair of which one is later than the horizon is known in one replication") func halfPair()
    throws
  {
    var mean = FigureMean(design(paired: true))
    mean.add(.of(1, 3), control: nil)
    mean.add(try #require(.init(.value(4), .laterThan(10))), control: nil)
    #expect(mean.estimate == Estimate(censored: 1, replications: 3, atLeast: 4.5))
    #expect(FigureMean.Sample(.value(4), .nothing) == nil)
  }

  @Test("Replications of a pair draw one stream, the first that which it would draw alone")
  func streams() {
    var paired = experiment
    paired.variates = .antithetic
    #expect((0..<4).map { experiment.streams(of: $0) } == [0, 1, 2, 3])
    let mirror: UInt32 = 1 << 30
    #expect((0..<4).map { paired.streams(of: $0) } == [0, mirror, 2, 2 | mirror])
  }
}

extension FigureMean.Sample {
  /// A row of one replication.
  static func of(_ value: Double) -> FigureMean.Sample {
    guard let sample = FigureMean.Sample(.value(value)) else { preconditionFailure("a value") }
    return sample
  }

  /// A row of a pair.
  static func of(_ first: Double, _ second: Double) -> FigureMean.Sample {
    guard let sample = FigureMean.Sample(.value(first), .value(second)) else {
      preconditionFailure("two values")
    }
    return sample
  }
}
