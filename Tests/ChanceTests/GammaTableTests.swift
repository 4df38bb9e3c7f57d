import CGSL
import Testing

@testable import Chance

@Suite("GammaTable")
struct GammaTableTests {
  static let shapes = [0.01, 0.03, 0.1, 0.5, 1, 2.5, 10, 100, 1_000, 10_000]

  /// Probabilities from 10⁻⁶ to 1 − 10⁻⁶, evenly on the scale of ln(u / (1 − u)), off the knots.
  static let probabilities = (0...4_001).map { step in
    1 / (1 + exp(-(-13.815_5 + 27.631 * Double(step) / 4_001)))
  }

  @Test("is off by less than a millionth of the value, by GSL's distribution", arguments: shapes)
  func roundTrip(shape: Double) {
    let table = GammaTable(shape: shape)
    for u in Self.probabilities {
      let value = table.quantile(u)
      // Below the smallest numbers nothing is left to compare.
      guard value > 1e-290 else { continue }
      let off =
        u < 0.5
        ? gsl_cdf_gamma_P(value, shape, 1) - u : (1 - u) - gsl_cdf_gamma_Q(value, shape, 1)
      // dx / x = dP / (x f(x)), with the density typed from its definition.
      let density = exp(shape * log(value) - value - lgamma(shape))
      #expect(abs(off / density) < 1e-6, "\(shape) at \(u)")
    }
  }

  @Test("is the exponential distribution for shape 1")
  func exponential() {
    let table = GammaTable(shape: 1)
    for u in Self.probabilities {
      #expect(abs(table.quantile(u) / -log1p(-u) - 1) < 1e-6)
    }
  }

  @Test("never falls, into the tails beyond the table too", arguments: shapes)
  func rises(shape: Double) {
    let table = GammaTable(shape: shape)
    var before = 0.0
    let tails = (1...52).reversed().map { 1 / Double(UInt64(1) << $0) }
    let steps = (1..<20_000).map { Double($0) / 20_000 }
    for u in (tails + steps + tails.map { 1 - $0 }.reversed()).sorted() {
      let value = table.quantile(u)
      #expect(value >= before, "\(shape) at \(u)")
      before = value
    }
  }

  @Test("equal shapes share a table, and other distributions need none")
  func shared() {
    let tables = QuantileTables([
      .gamma(shape: 2, scale: 1), .gamma(shape: 2, scale: 9), .gamma(shape: 0.3, scale: 1),
      .constant(1), .lognormal(mu: 0, sigma: 1),
    ])
    #expect(tables.count == 2)
    let ratio =
      tables.value(of: .gamma(shape: 2, scale: 9), at: 0.3)
      / tables.value(of: .gamma(shape: 2, scale: 1), at: 0.3)
    #expect(abs(ratio - 9) < 1e-14)
    #expect(
      tables.value(of: .lognormal(mu: 0, sigma: 1), at: 0.3)
        == Distribution.lognormal(mu: 0, sigma: 1).quantile(0.3))
    let without = tables.value(of: .gamma(shape: 5, scale: 2), at: 0.3)
    #expect(without == Distribution.gamma(shape: 5, scale: 2).quantile(0.3))
  }
}
