import Foundation

/// Draws for random instances, the same in every run: SplitMix64 (Steele, Lea, Flood 2014).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Draws of a seed; neighbouring seeds give unrelated draws.
  public init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number of a range, each as likely as the others.
  public mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some texts.
  public mutating func one(_ texts: String...) -> String { texts[int(0...texts.count - 1)] }

  /// A number of the open interval (0, 1).
  public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A standard normal number (Box and Muller 1958).
  public mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }
}
