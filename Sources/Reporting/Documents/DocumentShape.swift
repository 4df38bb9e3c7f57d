import Vocabulary

/// The shape of a JSON document that a command prints, and its JSON Schema (draft-07).
///
/// Shapes of rows come from the columns of their table (`Table.members`); the rest of a document is
/// listed in `DocumentSchemas`, and tests hold what is printed against it. Draft-07 since editors
/// and validators of all languages know it.
indirect enum DocumentShape: Sendable {
  case text, whole, number, truth
  /// One whole number and no other.
  case constant(UInt64)
  /// The shape or `null`.
  case optional(DocumentShape)
  case list(DocumentShape)
  /// Any keys, with values of one shape.
  case map(DocumentShape)
  case object([Member])

  /// A key of an object.
  struct Member: Sendable {
    var key: String
    var shape: DocumentShape
    /// A sentence for whoever writes a program against it.
    var about: String
    /// Whether the key may be missing.
    ///
    /// Whether it may be missing; what is there but unknown is null instead.
    var isOptional = false

    init(_ key: String, _ shape: DocumentShape, _ about: String, isOptional: Bool = false) {
      (self.key, self.shape, self.about, self.isOptional) = (key, shape, about, isOptional)
    }
  }

  /// The schema of a value of the shape.
  var schema: JSONNode { .object(members) }

  /// The keywords of JSON Schema, draft 7, in a fixed order.
  private var members: [(key: String, value: JSONNode)] {
    switch self {
    case .text: [type("string")]
    case .whole: [type("integer")]
    case .number: [type("number")]
    case .truth: [type("boolean")]
    case .constant(let value): [("const", .whole(value))]
    case .optional(let shape):
      [("anyOf", .array([shape.schema, .object([type("null")])]))]
    case .list(let shape): [type("array"), ("items", shape.schema)]
    case .map(let shape): [type("object"), ("additionalProperties", shape.schema)]
    case .object(let members): object(members)
    }
  }

  private func type(_ name: String) -> (key: String, value: JSONNode) { ("type", .string(name)) }

  /// An object is closed: a key that the shape does not name is refused, so that a schema of an
  /// older program tells a newer document.
  ///
  /// Members that are not listed are refused, so that a test finds one that nobody described.
  private func object(_ members: [Member]) -> [(key: String, value: JSONNode)] {
    let properties = members.map { member in
      (
        member.key,
        JSONNode.object(member.shape.members + [("description", .string(member.about))])
      )
    }
    let required = members.filter { !$0.isOptional }.map { JSONNode.string($0.key) }
    return [
      type("object"), ("properties", .object(properties)), ("required", .array(required)),
      ("additionalProperties", .boolean(false)),
    ]
  }
}
