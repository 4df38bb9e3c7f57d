import CGSL

/// The lower bound of Clopper and Pearson for the chance behind a number of successes: the chance
/// under which so many successes or more come as rarely as a tail says.
///
/// It is where the distribution function of Beta(successes, failures + 1) passes the tail. GSL's
/// own inverse of it finds nothing for one pair in 55 (successes and trials up to 3,000); here the
/// function itself, which rises and of which any number of values can be had, is inverted between
/// two points that enclose the answer for certain.
enum BinomialBound {
  /// The bound, from 0 to `successes / count`.
  ///
  /// Halley's step on the logarithm of the distribution function, which is concave, from the end
  /// of Wilson's interval: three evaluations of the function for 99 pairs in 100 up to 2,000
  /// trials. A step that leaves the bracket, and all after the twelfth, are halvings of it, so that
  /// at most some hundred evaluations are made. Where the function gives no number, the lower end
  /// of the bracket is the answer: it covers the chance more often than asked, never less.
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`.
  ///   - count: How many were tried, at least one.
  ///   - tail: Inside (0, ½].
  /// - Returns: The bound, where the function gives the tail back within 1e-10 of it.
  static func lower(_ successes: Int, of count: Int, tail: Double) -> Double {
    guard successes > 0 else { return 0 }
    let (n, hits) = (Double(count), Double(successes))
    let share = hits / n
    // Hoeffding (JASA 58, 1963): beyond this distance so many successes are rarer than the tail. At
    // the share itself they are not: it is no less than the median of the beta distribution.
    var (low, high) = (max(0, share - (-log(tail) / (2 * n)).squareRoot()), share)
    var guess = WilsonInterval.lower(share, n, tail: tail)
    var step = 0
    while true {
      if !(low < guess && guess < high) || step >= mostSteps { guess = low + (high - low) / 2 }
      step += 1
      guard low < guess, guess < high else { return low }
      let chance = gsl_cdf_beta_P(guess, hits, n - hits + 1)
      guard chance.isFinite else { return low }
      if (chance - tail).magnitude <= tolerance * tail { return guess }
      if chance < tail { low = guess } else { high = guess }
      guess -= halley(at: guess, chance, tail, hits, n - hits + 1)
    }
  }

  /// How near the tail is near enough, relative to it.
  private static let tolerance = 1e-10
  /// After so many steps of Halley's the bracket is halved.
  private static let mostSteps = 12

  /// The step for log P = log tail; whatever it is, the bracket holds it.
  private static func halley(
    at x: Double, _ chance: Double, _ tail: Double, _ a: Double, _ b: Double
  ) -> Double {
    let slope = gsl_ran_beta_pdf(x, a, b) / chance
    let bend = (a - 1) / x - (b - 1) / (1 - x) - slope
    let newton = log(chance / tail) / slope
    return newton / max(0.2, 1 - newton * bend / 2)
  }
}

/// Where Wilson's interval ends for a tail: a first guess at that of Clopper and Pearson.
private enum WilsonInterval {
  static func lower(_ share: Double, _ n: Double, tail: Double) -> Double {
    // A quotient of polynomials, with nothing to converge.
    let z = gsl_cdf_ugaussian_Qinv(tail)
    let centre = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (centre - half) / (1 + z * z / n)
  }
}
