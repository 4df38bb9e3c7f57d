import Testing
import Vocabulary

@Suite("Roundings")
struct RoundingTests {
  // Sevenths, quarters and halves on both sides of zero: IEEE 754-2019, section 4.3, and ISO 4217
  // practice for the half away from zero.
  @Test(
    "The table of roundings",
    arguments: [
      (Rounding.towardZero, [5, 6, 10, -5, -6, -10, 8], [1, 1, 2, -1, -1, -2, 2]),
      (.awayFromZero, [5, 6, 10, -5, -6, -10, 8], [2, 2, 3, -2, -2, -3, 2]),
      (.floor, [5, 6, 10, -5, -6, -10, 8], [1, 1, 2, -2, -2, -3, 2]),
      (.ceiling, [5, 6, 10, -5, -6, -10, 8], [2, 2, 3, -1, -1, -2, 2]),
      (.halfAwayFromZero, [5, 6, 10, -5, -6, -10, 7, -7], [1, 2, 3, -1, -2, -3, 2, -2]),
      (.halfToEven, [5, 6, 10, -5, -6, -10, 14, -14], [1, 2, 2, -1, -2, -2, 4, -4]),
    ] as [(Rounding, [Int], [Int])])
  func quarters(rounding: Rounding, numerators: [Int], expected: [Int]) {
    #expect(numerators.map { Int(rounding.quotient(Int128($0), by: 4)) } == expected)
  }

  @Test("What comes out even is not rounded", arguments: Rounding.allCases)
  func even(rounding: Rounding) {
    for value in -20...20 { #expect(rounding.quotient(Int128(value) * 7, by: 7) == Int128(value)) }
  }

  @Test("Every rounding is within one, the nearest within a half", arguments: Rounding.allCases)
  func bounds(rounding: Rounding) {
    for denominator in 1...9 {
      for numerator in -50...50 {
        let quotient = Int(rounding.quotient(Int128(numerator), by: Int128(denominator)))
        let miss = abs(quotient * denominator - numerator)
        #expect(miss < denominator)
        if rounding == .halfToEven || rounding == .halfAwayFromZero {
          #expect(miss * 2 <= denominator)
        }
      }
    }
  }

  @Test("Rounding up and down mirror each other")
  func mirror() {
    for numerator in -30...30 {
      let value = Int128(numerator)
      #expect(Rounding.floor.quotient(value, by: 7) == -Rounding.ceiling.quotient(-value, by: 7))
      #expect(
        Rounding.halfToEven.quotient(value, by: 4) == -Rounding.halfToEven.quotient(-value, by: 4))
    }
  }
}
