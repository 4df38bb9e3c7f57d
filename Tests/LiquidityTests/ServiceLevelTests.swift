import Foundation
import TestSupport
import Testing

@testable import Liquidity

@Suite struct ServiceLevelTests {
  @Test(
    "the rank is the smallest that reaches the share",
    arguments: [
      (0.95, 1_000, 950), (0.07, 100, 7), (0.999, 1_000, 999), (0.999, 999, 999), (1, 5, 5),
      (0.951, 100, 96), (1e-9, 10, 1),
    ])
  func rank(_ share: Double, _ count: Int, _ expected: Int) throws {
    let level = try #require(ServiceLevel(share))
    #expect(level.rank(among: count) == expected)
    #expect(level.mayFail(among: count) == count - expected)
  }

  @Test("no share outside of (0, 1] is a service level", arguments: [0, -1, 1.5, Double.nan])
  func outside(_ share: Double) { #expect(ServiceLevel(share) == nil) }

  /// P(40 ≤ B ≤ 60) = 0.9648 for 100 tosses of a coin, the classical interval of the median.
  @Test("the median of 100 lies between the 40th and the 61st value") func median() {
    let ranks = Quantile.ranks(0.5, 100, 0.95)
    #expect(ranks.lower == 40 && ranks.upper == 61)
  }

  @Test("a small sample cannot bound a high quantile from above") func small() throws {
    let level = try #require(ServiceLevel(0.99))
    let quantile = Quantile(level, of: Array(1...100))
    #expect(quantile.value == 99 && quantile.upper == nil && quantile.lower == 97)
  }

  @Test("the interval covers the true quantile as often as it says") func coverage() throws {
    let level = try #require(ServiceLevel(0.9))
    var dice = Dice(5)
    var covered = 0
    for _ in 0..<1_000 {
      let sample = (0..<200).map { _ in Int64(dice.int(1...1_000_000)) }.sorted()
      let quantile = Quantile(level, of: sample)
      let (lower, upper) = (try #require(quantile.lower), try #require(quantile.upper))
      if lower < 900_000, 900_000 <= upper { covered += 1 }
    }
    #expect((945...990).contains(covered))
  }

  /// Clopper and Pearson's own table: 10 of 10 gives 0.692, 3 of 10 gives 0.067 to 0.652.
  @Test(
    "intervals of shares are those of Clopper and Pearson",
    arguments: [(10, 10, 0.692, 1), (3, 10, 0.067, 0.652), (0, 10, 0, 0.308)])
  func shares(_ successes: Int, _ count: Int, _ low: Double, _ high: Double) {
    let share = SuccessShare(successes: successes, count: count)
    #expect(abs(share.interval.lowerBound - low) < 6e-4)
    #expect(abs(share.interval.upperBound - high) < 6e-4)
  }

  /// E[max drawdown] of n steps of ±N(0, 1) is √(2n/π) − 0.5826 up to O(1/√n): Chernoff's
  /// constant −ζ(½)/√(2π), the discrete-time correction of Broadie, Glasserman, Kou (1997).
  @Test("random walks need what the theory of their drawdown says") func drawdown() throws {
    let (buckets, count, unit) = (256, 2_000, 1_000.0)
    var dice = Dice(11)
    var sizer = try Sizer(SizeTerms(poolCount: 1, bucketCount: buckets))
    for _ in 0..<count / 8 {
      var block = FlowBlock(poolCount: 1, bucketCount: buckets)
      for bucket in 0..<buckets {
        for lane in 0..<8 {
          block.add(Int64((dice.normal() * unit).rounded()), pool: 0, bucket: bucket, lane: lane)
        }
      }
      sizer.add(block)
    }
    let needs = sizer.needs().token.map { Double($0) / unit }
    let mean = needs.reduce(0, +) / Double(count)
    let deviation = (needs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count))
      .squareRoot()
    let expected = (2 * Double(buckets) / .pi).squareRoot() - 0.5826
    #expect(abs(mean - expected) < 3 * deviation / Double(count).squareRoot())
  }

  @Test("tokens over nothing come near 1/√n for independent pools") func pooling() throws {
    var dice = Dice(12)
    var sizer = try Sizer(SizeTerms(poolCount: 9, bucketCount: 128))
    for _ in 0..<25 {
      var block = FlowBlock(poolCount: 9, bucketCount: 128)
      for bucket in 0..<128 {
        for pool in 0..<9 {
          for lane in 0..<8 {
            block.add(Int64(dice.normal() * 1_000), pool: pool, bucket: bucket, lane: lane)
          }
        }
      }
      sizer.add(block)
    }
    let needs = sizer.needs()
    let ratio = Double(needs.token.reduce(0, +)) / Double(needs.none.reduce(0, +))
    #expect(abs(ratio - 1 / 3.0) < 0.04)
  }
}
