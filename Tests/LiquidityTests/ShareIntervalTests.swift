import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Liquidity

@Suite("Every number of successes has its interval") struct ShareIntervalTests {
  /// `scipy.stats.beta.ppf` and `isf` of SciPy 1.17.1, whose inverse is Boost's; the last pair is
  /// the example of R's `binom.test`, McClave and Dietrich's plants.
  @Test(
    "intervals are those of two other programs",
    arguments: [
      (2, 260, 0.0009329355061, 0.02750946477), (258, 260, 0.9724905352, 0.9990670645),
      (1, 1, 0.025, 1), (0, 1, 0, 0.975), (1, 2_000, 1.265882387e-05, 0.002782639835),
      (1_999, 2_000, 0.9972173602, 0.9999873412), (500, 1_000, 0.468549173, 0.531450827),
      (950, 1_000, 0.9346095121, 0.9626646024), (99_999, 100_000, 0.9999442848, 0.9999997468),
      (37, 1_000_000, 2.605154416e-05, 5.099926915e-05), (61, 200, 0.242019437, 0.3738678045),
      (522, 522, 0.9929580924, 1), (682, 925, 0.7076682641, 0.7654065582),
    ])
  func references(_ successes: Int, _ count: Int, _ low: Double, _ high: Double) {
    let interval = SuccessShare(successes: successes, count: count).interval
    #expect(abs(interval.lowerBound - low) <= 1e-9 * low)
    #expect(abs(interval.upperBound - high) <= 1e-9 * high)
  }

  /// n of n succeed with the chance pⁿ, at least one with 1 − (1 − p)ⁿ.
  @Test(
    "all and one of many have closed forms", arguments: [2, 17, 522, 3_000, 100_000, 1_000_000])
  func closedForms(_ count: Int) {
    for confidence in [0.5, 0.95, 0.999] {
      let tail = (1 - confidence) / 2
      let all = SuccessShare(successes: count, count: count, confidence: confidence).interval
      #expect(abs(all.lowerBound - exp(log(tail) / Double(count))) < 1e-12)
      #expect(all.upperBound == 1)
      let one = SuccessShare(successes: 1, count: count, confidence: confidence).interval
      let low = -expm1(log1p(-tail) / Double(count))
      #expect(abs(one.lowerBound - low) <= 1e-9 * low)
    }
  }

  /// An upper bound is a lower one of the failures, so that the lower ones are all there is.
  @Test(
    "every pair up to 2,000 trials has a bound below its share that rises with the successes",
    .enabled(if: !Effort.isQuick))
  func everyPair() {
    let faults = Mutex<[String]>([])
    GSLErrors.switchOff()
    DispatchQueue.concurrentPerform(iterations: 2_000) { place in
      let count = 2_000 - place
      var before = 0.0
      for successes in 1...count {
        let low = BinomialBound.lower(successes, of: count, tail: 0.025)
        if !(low > before && low < Double(successes) / Double(count)) {
          faults.withLock { $0.append("\(successes) of \(count): \(low) after \(before)") }
        }
        before = low
      }
    }
    #expect(faults.withLock { $0 } == [])
  }

  @Test("a sample of pairs up to 1,000,000 trials gives the tail back at both ends") func sample() {
    var dice = Dice(31)
    for _ in 0..<4_000 {
      let count = Int(exp(Double(dice.int(690...1_381)) / 100))
      let successes = dice.int(0...1) == 0 ? dice.int(0...count) : dice.int(0...min(count, 50))
      let tail = [0.005, 0.025, 0.25][dice.int(0...2)]
      for hits in [successes, count - successes] where hits > 0 {
        let low = BinomialBound.lower(hits, of: count, tail: tail)
        let back = atLeast(hits, of: count, chance: low)
        #expect(abs(back / tail - 1) < 1e-6, "\(hits) of \(count) at \(tail): \(low)")
      }
    }
  }

  /// The chance of so many successes or more, summed term by term from the largest; GSL has no part
  /// in it.
  private func atLeast(_ hits: Int, of count: Int, chance: Double) -> Double {
    let first = exp(
      lgamma(Double(count + 1)) - lgamma(Double(hits + 1)) - lgamma(Double(count - hits + 1))
        + Double(hits) * log(chance) + Double(count - hits) * log1p(-chance))
    let odds = chance / (1 - chance)
    var (term, sum, place) = (first, 0.0, hits)
    while place <= count, term > 1e-17 * sum {
      sum += term
      term *= Double(count - place) / Double(place + 1) * odds
      place += 1
    }
    return sum
  }
}
