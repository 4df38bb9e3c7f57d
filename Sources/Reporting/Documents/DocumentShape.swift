/// The shape of a JSON document that a command prints, and its JSON Schema (draft-07).
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
    var about: String
    /// Whether the key may be missing.
    var isOptional = false

    init(_ key: String, _ shape: DocumentShape, _ about: String, isOptional: Bool = false) {
      (self.key, self.shape, self.about, self.isOptional) = (key, shape, about, isOptional)
    }
  }

  /// The schema of a value of the shape.
  var schema: JSONText { .object(members) }

  private var members: [(key: String, value: JSONText)] {
    switch self {
    case .text: [type("string")]
    case .whole: [type("integer")]
    case .number: [type("number")]
    case .truth: [type("boolean")]
    case .constant(let value): [("const", .integer(value))]
    case .optional(let shape):
      [("anyOf", .array([shape.schema, .object([type("null")])]))]
    case .list(let shape): [type("array"), ("items", shape.schema)]
    case .map(let shape): [type("object"), ("additionalProperties", shape.schema)]
    case .object(let members): object(members)
    }
  }

  private func type(_ name: String) -> (key: String, value: JSONText) { ("type", .string(name)) }

  private func object(_ members: [Member]) -> [(key: String, value: JSONText)] {
    let properties = members.map { member in
      (
        member.key,
        JSONText.object(member.shape.members + [("description", .string(member.about))])
      )
    }
    let required = members.filter { !$0.isOptional }.map { JSONText.string($0.key) }
    return [
      type("object"), ("properties", .object(properties)), ("required", .array(required)),
      ("additionalProperties", .truth(false)),
    ]
  }
}
