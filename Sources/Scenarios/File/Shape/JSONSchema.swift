import Vocabulary

/// Prints shapes as JSON Schema, draft-07, for editors: `Scenarios/scenario.schema.json`.
///
/// A shape that has a name becomes a definition once, however often it is used; definitions are in the
/// order of their names. The schema refuses less than the reader does: what depends on two keys,
/// and whether names are known, is checked there alone.
struct JSONSchema {
  private var definitions: [(key: String, value: JSONNode)] = []
  private var known: Set<String> = []

  /// The schema of a file whose root has the given shape.
  ///
  /// The same shapes give the same bytes: definitions stand by name.
  static func text(of root: Shape, title: String) -> String {
    var schema = JSONSchema()
    let members = schema.members(of: root)
    let head: [(key: String, value: JSONNode)] = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(title)),
    ]
    let definitions = schema.definitions.sorted { $0.key < $1.key }
    let document = JSONNode.object(head + members + [("definitions", .object(definitions))])
    return document.text(.lines(listsUpTo: 90)) + "\n"
  }

  /// The members that describe an object of a shape, which has no other keys.
  private mutating func members(of shape: Shape) -> [(key: String, value: JSONNode)] {
    var properties: [(key: String, value: JSONNode)] = []
    for field in shape.fields { properties.append((field.key, property(field))) }
    let required = shape.fields.filter(\.isRequired).map { JSONNode.string($0.key) }
    return [
      ("description", .string(shape.description)), ("type", .string("object")),
      ("properties", .object(properties)),
    ] + (required.isEmpty ? [] : [("required", .array(required))])
      + (shape.takesOne ? [("minProperties", .whole(1)), ("maxProperties", .whole(1))] : [])
      + [("additionalProperties", .boolean(false))]
  }

  /// A key with its sentence, its form, its default and examples.
  private mutating func property(_ field: Field) -> JSONNode {
    var description = field.description
    if case .leaves(let sentence) = field.absence { description += " If not given: \(sentence)." }
    var members: [(key: String, value: JSONNode)] = [("description", .string(description))]
    let form = fragment(field.form)
    // Draft-07 ignores what stands beside a reference, hence `allOf`.
    members += form.first?.key == "$ref" ? [("allOf", .array([.object(form)]))] : form
    if case .means(let text) = field.absence { members.append(("default", .string(text))) }
    if !field.examples.isEmpty {
      members.append(("examples", .array(field.examples.map(JSONNode.string))))
    }
    return .object(members)
  }

  /// What a form lets stand; a shape is referred to and defined at its first use.
  private mutating func fragment(_ form: Form) -> [(key: String, value: JSONNode)] {
    switch form {
    case .scalar(let scalar): return JSONSchema.fragment(scalar)
    // What stands unquoted is read as a truth value by editors, not as a word.
    case .choice(["true", "false"]): return [("type", .string("boolean"))]
    case .choice(let words): return [("enum", .array(words.map(JSONNode.string)))]
    case .object(let shape):
      if known.insert(shape.name).inserted {
        let members = members(of: shape)
        definitions.append((shape.name, .object(members)))
      }
      return [("$ref", .string("#/definitions/\(shape.name)"))]
    case .list(let form, let least):
      return [
        ("type", .string("array")), ("items", .object(fragment(form))), ("minItems", .whole(least)),
      ]
    case .map(let key, let form):
      let names = key.pattern.map { JSONNode.object([("pattern", .string("^(\($0))$"))]) }
      return [
        ("type", .string("object")), ("additionalProperties", .object(fragment(form))),
        ("minProperties", .whole(1)),
      ] + (names.map { [("propertyNames", $0)] } ?? [])
    case .either(let forms):
      return [("anyOf", .array(forms.map { .object(fragment($0)) }))]
    }
  }

  /// A text, or a number that is written without quotes and read as its text.
  private static func fragment(_ scalar: Form.Scalar) -> [(key: String, value: JSONNode)] {
    let types: JSONNode =
      scalar.readsAsNumber ? .array([.string("string"), .string("number")]) : .string("string")
    let minimum = scalar.pattern.map { $0.hasPrefix("-?") } ?? true
    let bound: (key: String, value: JSONNode) =
      scalar.pattern.map { ("pattern", .string("^(\($0))$")) } ?? ("minLength", .whole(1))
    return [("type", types), bound]
      + (scalar.readsAsNumber && !minimum ? [("minimum", .whole(0))] : [])
  }
}
