import Vocabulary

/// The name of a stream of chance: what kind of thing draws, and the names that tell it from its
/// likes.
///
///     StreamName("flow", "suppliers", "NYC", "SIN")
///
/// Never a place in a file: what is added, removed or moved elsewhere has other names, so that it
/// moves no draw of this one.
public struct StreamName: Hashable, Sendable {
  /// The kind, then the names from the outermost to the innermost.
  public let parts: [String]

  /// The name of a kind and of names within it.
  public init(_ kind: String, _ names: String...) { self.init(kind, names) }

  /// The name of a kind and of names within it.
  public init(_ kind: String, _ names: [String]) { parts = [kind] + names }

  /// The name of something that belongs to this.
  public func of(_ names: String...) -> StreamName {
    StreamName(parts[0], Array(parts.dropFirst()) + names)
  }

  /// The digest by which the streams of the name are addressed.
  ///
  /// Each part is folded in with its length, so that `a, bc` and `ab, c` differ. Two of n names
  /// have equal digests with a probability of about n² / 2⁶⁵ (10⁻¹² for 5,000 names); a world with
  /// two such names is refused.
  public var digest: UInt64 {
    var digest = Digest()
    for part in parts { digest.combine(bytes: part.utf8) }
    return digest.value
  }

  /// Whether two names are the same to the byte.
  public static func == (one: StreamName, other: StreamName) -> Bool {
    one.parts.count == other.parts.count
      && zip(one.parts, other.parts).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }

  /// Feeds the parts' bytes.
  public func hash(into hasher: inout Hasher) {
    for part in parts { part.utf8.forEach { hasher.combine($0) } }
  }
}

extension StreamName: Comparable {
  /// Part by part, by the bytes of their UTF-8.
  public static func < (one: StreamName, other: StreamName) -> Bool {
    one.parts.lexicographicallyPrecedes(other.parts) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

extension StreamName: CustomStringConvertible {
  /// The parts in order: `flow suppliers NYC SIN`.
  public var description: String { parts.joined(separator: " ") }
}

extension StreamName {
  /// The first two different names, in their order, that have one digest; `nil` where there are
  /// none, as good as always.
  ///
  /// - Complexity: O(n log n).
  public static func firstOfOneDigest(among names: [StreamName]) -> (StreamName, StreamName)? {
    let ordered = names.map { (digest: $0.digest, name: $0) }.sorted {
      ($0.digest, $0.name) < ($1.digest, $1.name)
    }
    for (one, other) in zip(ordered, ordered.dropFirst())
    where one.digest == other.digest && one.name != other.name {
      return (one.name, other.name)
    }
    return nil
  }
}
