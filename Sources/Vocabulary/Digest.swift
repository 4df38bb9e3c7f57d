/// A rolling 64-bit digest of integer facts, in the order in which they happen.
///
/// Two runs with equal digests took the same steps but for a chance of about 2⁻⁶⁴; it is a
/// fingerprint, not a signature. Each fact is folded in by the finaliser of SplitMix64
/// (Steele, Lea, Flood 2014), which spreads every bit of the input over the whole word.
public struct Digest: Hashable, Sendable {
  /// The digest so far.
  public private(set) var value: UInt64

  /// The digest of nothing.
  @inlinable
  public init() {
    self.init(value: 0x6E6F_7374_726F_0001)
  }

  /// The digest that stood at `value`, to go on from there.
  public init(at value: UInt64) { self.value = value }

  @usableFromInline
  init(value: UInt64) {
    self.value = value
  }

  /// Folds one fact in.
  ///
  /// - Complexity: O(1), two multiplications.
  @inlinable
  public mutating func combine(_ fact: UInt64) {
    var word = (value ^ fact) &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    self = Digest(value: word ^ (word >> 31))
  }

  /// Folds a signed fact in.
  @inlinable
  public mutating func combine(_ fact: Int64) { combine(UInt64(bitPattern: fact)) }

  /// Folds bytes in, eight at a time, then their number.
  @inlinable
  public mutating func combine(bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 {
        combine(word)
        word = 0
      }
    }
    if count % 8 != 0 { combine(word) }
    combine(count)
  }
}

extension Digest: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
