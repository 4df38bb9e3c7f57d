/// Prints shapes as JSON Schema, draft-07.
///
/// Draft-07 (March 2018) is understood by the YAML language server that editors use. Each shape is
/// printed once, below `definitions`, under its name; wherever it is used stands a reference. Two
/// shapes of one name would be taken for one, so every shape has its own.
///
/// The schema is more lenient than the reader: it knows keys, words and the forms of texts, but
/// neither names that refer to each other nor terms that exclude each other.
struct JSONSchema {
  /// The shapes met so far, in the order in which they were finished.
  private var definitions: [(key: String, value: JSON)] = []
  /// Their names, and those of shapes that are being printed.
  private var known: Set<String> = []

  /// The schema of a file whose root has the given shape.
  ///
  /// The same shapes give the same bytes: definitions stand by name.
  static func text(of root: Shape, title: String) -> String {
    var schema = JSONSchema()
    let members = schema.members(of: root)
    let head: [(key: String, value: JSON)] = [
      ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
    ]
    let definitions = schema.definitions.sorted { $0.key < $1.key }
    return JSON.object(head + members + [("definitions", .object(definitions))]).printed() + "\n"
  }

  /// The members of an object's schema; no further keys are allowed.
  private mutating func members(of shape: Shape) -> [(key: String, value: JSON)] {
    var properties: [(key: String, value: JSON)] = []
    for field in shape.fields { properties.append((field.key, property(field))) }
    let required = shape.fields.filter(\.isRequired).map { JSON.text($0.key) }
    return [
      ("description", .text(shape.description)), ("type", .text("object")),
      ("properties", .object(properties)),
    ] + (required.isEmpty ? [] : [("required", .list(required))])
      + (shape.takesOne ? [("minProperties", .whole(1)), ("maxProperties", .whole(1))] : [])
      + [("additionalProperties", .truth(false))]
  }

  /// The schema of a key: its description, its form, and what holds where it is not given. A
  /// default that is read in its place stands as `default`, one that only a sentence describes ends
  /// the description.
  private mutating func property(_ field: Field) -> JSON {
    var description = field.description
    if case .leaves(let sentence) = field.absence { description += " If not given: \(sentence)." }
    var members: [(key: String, value: JSON)] = [("description", .text(description))]
    let form = fragment(field.form)
    // Draft-07 ignores what stands beside a reference, hence `allOf`.
    members += form.first?.key == "$ref" ? [("allOf", .list([.object(form)]))] : form
    if case .means(let text) = field.absence { members.append(("default", .text(text))) }
    if !field.examples.isEmpty {
      members.append(("examples", .list(field.examples.map(JSON.text))))
    }
    return .object(members)
  }

  /// The members that say a form. Shapes that are met for the first time join the definitions.
  private mutating func fragment(_ form: Form) -> [(key: String, value: JSON)] {
    switch form {
    case .scalar(let scalar): return JSONSchema.fragment(scalar)
    // What stands unquoted is read as a truth value by editors, not as a word.
    case .choice(["true", "false"]): return [("type", .text("boolean"))]
    case .choice(let words): return [("enum", .list(words.map(JSON.text)))]
    case .object(let shape):
      if known.insert(shape.name).inserted {
        let members = members(of: shape)
        definitions.append((shape.name, .object(members)))
      }
      return [("$ref", .text("#/definitions/\(shape.name)"))]
    case .list(let form, let least):
      return [
        ("type", .text("array")), ("items", .object(fragment(form))), ("minItems", .whole(least)),
      ]
    case .map(let key, let form):
      let names = key.pattern.map { JSON.object([("pattern", .text("^(\($0))$"))]) }
      return [
        ("type", .text("object")), ("additionalProperties", .object(fragment(form))),
        ("minProperties", .whole(1)),
      ] + (names.map { [("propertyNames", $0)] } ?? [])
    case .either(let forms):
      return [("anyOf", .list(forms.map { .object(fragment($0)) }))]
    }
  }

  /// The members that say a text. Where YAML reads numbers, `minimum` refuses negative ones, unless
  /// the form has a sign.
  private static func fragment(_ scalar: Form.Scalar) -> [(key: String, value: JSON)] {
    let types: JSON =
      scalar.readsAsNumber ? .list([.text("string"), .text("number")]) : .text("string")
    let minimum = scalar.pattern.map { $0.hasPrefix("-?") } ?? true
    return [("type", types)]
      + (scalar.pattern.map { [("pattern", JSON.text("^(\($0))$"))] } ?? [("minLength", .whole(1))])
      + (scalar.readsAsNumber && !minimum ? [("minimum", .whole(0))] : [])
  }
}
