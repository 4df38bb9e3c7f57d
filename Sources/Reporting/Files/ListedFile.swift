public import Vocabulary

/// A file of a run as `manifest.json` lists it: what its bytes are, in few words.
public struct ListedFile: Hashable, Sendable {
  /// The name in the folder of the run.
  public let name: String
  /// Its length.
  public let bytes: UInt64
  /// The digest of its bytes: `DigestOfBytes` from the digest of nothing.
  public let digest: Digest

  /// A file of a run.
  public init(name: String, bytes: UInt64, digest: Digest) {
    (self.name, self.bytes, self.digest) = (name, bytes, digest)
  }

  /// Its length and digest, for messages.
  public var sentence: String { "\(bytes) bytes with digest \(digest)" }

  /// The entry of the manifest.
  var member: JSONNode {
    .object([
      ("name", .string(name)), ("bytes", .whole(bytes)),
      ("digest", .string(digest.description)),
    ])
  }
}
