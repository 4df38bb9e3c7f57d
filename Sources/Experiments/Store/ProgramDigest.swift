import Foundation
import Scenarios
import Vocabulary

/// The digest of the program's own bytes: which build this is, wherever it lies and whenever it was
/// copied. A rule may change while the version stays.
enum ProgramDigest {
  /// The digest of the running program; `nil` where its file cannot be found or read.
  static let ofThisProgram: Digest? = path.flatMap { try? digest(ofFileAt: $0) }

  /// The digest of the bytes of a file.
  ///
  /// Four lanes of 64 bits take a word each in turn; a word that differs always changes its lane,
  /// since a multiplication by an odd number and a shift of this kind can be undone.
  ///
  /// - Throws: `ReadableFile.Refusal` where there is no such file, or it cannot be read.
  static func digest(ofFileAt path: String) throws -> Digest {
    let file = try ReadableFile(path)
    var lanes = Lanes()
    try file.pieces { piece in piece.withUnsafeBytes { lanes.add($0) } }
    return lanes.digest
  }

  /// Where the program lies: what the system runs, not what the command line calls it.
  private static var path: String? {
    #if canImport(Darwin)
      Bundle.main.executablePath
    #else
      // Names the bytes that run, also where the file was replaced meanwhile.
      access("/proc/self/exe", R_OK) == 0 ? "/proc/self/exe" : nil
    #endif
  }
}

/// The lanes of a digest of many bytes.
private struct Lanes {
  private var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  private var count: UInt64 = 0

  /// Odd, with bits all over the word: that of SplitMix64 (Steele, Lea, Flood 2014).
  private static let factor: UInt64 = 0xBF58_476D_1CE4_E5B9

  /// Folds a piece in; all but the last have a multiple of 32 bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    precondition(count % 32 == 0, "a piece follows whole lanes")
    count += UInt64(bytes.count)
    var (a, b, c, d) = (self.a, self.b, self.c, self.d)
    var place = 0
    while place + 32 <= bytes.count {
      a = (a ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* Lanes.factor
      b = (b ^ bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)) &* Lanes.factor
      c = (c ^ bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self)) &* Lanes.factor
      d = (d ^ bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self)) &* Lanes.factor
      a ^= a >> 32
      b ^= b >> 32
      c ^= c >> 32
      d ^= d >> 32
      place += 32
    }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    guard place < bytes.count else { return }
    var rest = Digest(at: self.a)
    rest.combine(bytes: bytes[place...])
    self.a = rest.value
  }

  /// The digest of all that was folded in, and its length.
  var digest: Digest {
    var digest = Digest()
    for word in [a, b, c, d, count] { digest.combine(word) }
    return digest
  }
}
