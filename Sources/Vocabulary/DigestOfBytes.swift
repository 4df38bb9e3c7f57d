/// A digest into which the bytes of a file are folded as they come in pieces.
///
/// The same as `Digest.combine(bytes:)` of all pieces together, however they are cut.
public struct DigestOfBytes: Sendable {
  private var digest: Digest
  private var word: UInt64 = 0
  private var count: UInt64 = 0

  /// Goes on from a digest.
  public init(_ digest: Digest) { self.digest = digest }

  /// Folds further bytes in.
  public mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 {
        digest.combine(word)
        word = 0
      }
    }
  }

  /// The digest with all bytes and their number.
  public var finished: Digest {
    var result = digest
    if count & 7 != 0 { result.combine(word) }
    result.combine(count)
    return result
  }
}
