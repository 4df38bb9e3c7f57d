/// What may stand at a place of a scenario file.
indirect enum Form: Sendable {
  /// A text of a certain form.
  case scalar(Scalar)
  /// One of these words.
  case choice([String])
  /// A map with known keys.
  case object(Shape)
  /// A list of at least so many values.
  case list(Form, atLeast: Int = 1)
  /// A map from names of the writer's own to values.
  case map(Scalar, Form)
  /// Any of several forms. A message speaks of the first only.
  case either([Form])

  /// The texts of a kind: how a message and how the schema describe them.
  struct Scalar: Sendable {
    /// As a message says it: `a time of day like 09:30`.
    let expected: String
    /// A regular expression for editors, without anchors; the reader itself is stricter.
    let pattern: String?
    /// Whether YAML takes some of these texts for numbers.
    var readsAsNumber = false
  }

  /// What is expected, as a message says it.
  var expected: String {
    switch self {
    case .scalar(let scalar): scalar.expected
    case .choice(let words):
      words.count == 1
        ? words[0] : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    case .object(let shape): "a map of \(shape.fields.map(\.key).joined(separator: ", "))"
    case .list(let form, _): "a list, each \(form.expected)"
    case .map(let key, _): "a map, each key \(key.expected)"
    // Of several forms the first speaks for all.
    case .either(let forms): forms[0].expected
    }
  }
}
