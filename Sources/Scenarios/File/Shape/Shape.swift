/// A map with known keys: the one table from which files are checked and the JSON Schema printed.
struct Shape: Sendable {
  /// The name among the definitions of the schema: `branch`.
  ///
  /// Each shape has another: the schema tells them apart by it.
  let name: String
  /// What it describes, as an editor shows it.
  let description: String
  /// The keys in the order in which they are taught.
  let fields: [Field]
  /// Whether exactly one of the keys is given.
  ///
  /// The schema says it, the reader checks it beside the section.
  var takesOne = false

  /// The field of a key.
  func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

/// One key of a shape.
struct Field: Sendable {
  /// What holds where the key is not given.
  enum Absence: Sendable {
    /// The key must be given.
    case required
    /// This text is read in its place.
    case means(String)
    /// Something that the sentence describes.
    case leaves(String)
  }

  /// The key as files write it.
  let key: String
  /// What may stand there.
  let form: Form
  /// What holds where it is not given.
  let absence: Absence
  /// What it means, as editors show it: one sentence or two.
  let description: String
  /// Values as a writer would give them.
  let examples: [String]

  init(
    _ key: String, _ form: Form, _ absence: Absence = .required, _ description: String,
    examples: [String] = []
  ) {
    (self.key, self.form, self.absence) = (key, form, absence)
    (self.description, self.examples) = (description, examples)
  }

  var isRequired: Bool {
    if case .required = absence { true } else { false }
  }
}
