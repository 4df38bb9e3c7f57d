import Vocabulary

/// A replication as the store keeps it: what was counted, under the key of its run, its number and a
/// digest of it all, so that a file that is torn, changed or in another's place is not taken for it.
///
/// Eight bytes each, the lowest first: magic, format, key, number, count of the bytes that follow; then these,
/// and the digest of all before it.
enum StoredReplication {
  /// The first bytes of every file.
  private static let magic = Array("NOSTRORP".utf8)
  /// Counts changes of the shape.
  private static let format: UInt64 = 1
  /// Magic, format, key, number and length before the content; the digest behind it.
  private static let (head, tail) = (40, 8)

  /// The file of a replication.
  static func file(of content: [UInt8], key: Digest, number: Int) -> [UInt8] {
    var bytes = start(key, number, content.count) + content
    bytes += word(digest(of: bytes))
    return bytes
  }

  /// What a file holds; `nil` where it is not the whole file of this replication of this run.
  ///
  /// - Complexity: O(n) in the bytes, which are digested again.
  static func content(of file: [UInt8], key: Digest, number: Int) -> [UInt8]? {
    guard file.count >= head + tail else { return nil }
    let content = file[head..<file.count - tail]
    guard file.starts(with: start(key, number, content.count)),
      file.suffix(tail).elementsEqual(word(digest(of: Array(file.dropLast(tail)))))
    else { return nil }
    return Array(content)
  }

  private static func start(_ key: Digest, _ number: Int, _ count: Int) -> [UInt8] {
    magic + word(format) + word(key.value) + word(UInt64(number)) + word(UInt64(count))
  }

  private static func digest(of bytes: [UInt8]) -> UInt64 {
    var digest = DigestOfBytes(Digest())
    digest.add(bytes)
    return digest.finished.value
  }

  /// Eight bytes, the lowest first.
  private static func word(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
