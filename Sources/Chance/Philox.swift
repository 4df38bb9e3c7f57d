/// The counter-based generator Philox4x32-10: a keyed mixing of 128 bits, without state.
///
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011; the
/// constants and the known-answer vectors of the tests are those of Random123 (`philox.h`,
/// `tests/kat_vectors`). Passes BigCrush for every key; equal input gives equal output on every
/// machine.
enum Philox {
  /// Four words of 32 bits, the first the lowest.
  typealias Words = (UInt32, UInt32, UInt32, UInt32)

  /// Ten rounds over `counter` under `key`.
  @inline(__always)
  static func mixed(_ counter: Words, key: (UInt32, UInt32)) -> Words {
    var (words, key) = (counter, key)
    for _ in 0..<10 {
      let first = UInt64(words.0) &* 0xD251_1F53
      let second = UInt64(words.2) &* 0xCD9E_8D57
      words = (
        UInt32(truncatingIfNeeded: second >> 32) ^ words.1 ^ key.0,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ words.3 ^ key.1,
        UInt32(truncatingIfNeeded: first)
      )
      key = (key.0 &+ 0x9E37_79B9, key.1 &+ 0xBB67_AE85)
    }
    return words
  }
}
