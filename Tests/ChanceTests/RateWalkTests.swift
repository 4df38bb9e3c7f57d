import Chance
import Foundation
import Testing

/// Rates at random, held against the closed forms. Bounds are four standard errors; draws are
/// addressed, so that a test that holds once holds always.
@Suite struct RateWalkTests {
  private static let count = 2_000
  private static let hours = (0..<24).map { Int64(500_000 + $0) }
  private static let volatilities = [0.08, 0.20]
  private static let correlation = 0.6

  /// The factors of both prices after 24 hours, by replication.
  private static let ends: [(Double, Double)] = (0..<UInt32(count)).map { replication in
    guard
      let walk = RateWalk(
        of: ["EUR/USD", "USD/JPY"], correlation: [[1, correlation], [correlation, 1]],
        volatilities: volatilities)
    else { return (0, 0) }
    let path = walk.path(over: hours, seed: 7, replication: replication)
    return (path[0][23], path[1][23])
  }

  /// The part of a year that 24 hours of trading are.
  private let time = 24 / 6_240.0

  private func column(_ price: Int) -> [Double] {
    RateWalkTests.ends.map { price == 0 ? $0.0 : $0.1 }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test(arguments: [0, 1]) func theExpectedRateIsTodays(price: Int) {
    let sigma = RateWalkTests.volatilities[price]
    // The variance of a lognormal factor of mean 1 is exp(σ²t) − 1.
    let error = ((exp(sigma * sigma * time) - 1) / Double(RateWalkTests.count)).squareRoot()
    #expect(abs(mean(column(price)) - 1) < 4 * error)
  }

  @Test(arguments: [0, 1]) func theLogarithmHasItsMeanAndVariance(price: Int) {
    let sigma = RateWalkTests.volatilities[price]
    let logarithms = column(price).map { log($0) }
    let (average, count) = (mean(logarithms), Double(RateWalkTests.count))
    let variance = logarithms.reduce(0) { $0 + ($1 - average) * ($1 - average) } / (count - 1)
    let expected = sigma * sigma * time
    #expect(abs(average + expected / 2) < 4 * (expected / count).squareRoot())
    // The relative standard error of a sample variance of normal values is √(2/(n − 1)).
    #expect(abs(variance / expected - 1) < 4 * (2 / (count - 1)).squareRoot())
  }

  @Test func twoPairsMoveTogether() {
    let (one, other) = (column(0).map { log($0) }, column(1).map { log($0) })
    let (a, b) = (mean(one), mean(other))
    let together = zip(one, other).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    let spreads =
      (one.reduce(0) { $0 + ($1 - a) * ($1 - a) })
      * (other.reduce(0) { $0 + ($1 - b) * ($1 - b) })
    let found = together / spreads.squareRoot()
    // Fisher: the area tangent of a correlation has the standard error 1/√(n − 3).
    let error = 1 / Double(RateWalkTests.count - 3).squareRoot()
    #expect(abs(atanh(found) - atanh(RateWalkTests.correlation)) < 4 * error)
  }

  @Test func aFurtherPriceOrHourMovesNoStepOfTheOthers() throws {
    let one = try #require(
      RateWalk(of: ["EUR/USD"], correlation: [[1]], volatilities: [0.1]))
    let two = try #require(
      RateWalk(
        of: ["USD/JPY", "EUR/USD"], correlation: [[1, 0.5], [0.5, 1]], volatilities: [0.2, 0.1]))
    let short = one.path(over: [10, 11], seed: 1, replication: 0)[0]
    #expect(
      Array(two.path(over: [10, 11, 12], seed: 1, replication: 0)[1].prefix(2)) == Array(short))
  }

  @Test func correlationsThatContradictGiveNoWalk() {
    let matrix = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]
    #expect(
      RateWalk(of: ["A", "B", "C"], correlation: matrix, volatilities: [0.1, 0.1, 0.1]) == nil)
  }
}
