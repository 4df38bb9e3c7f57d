import Vocabulary

/// A map of the scenario file, held against its shape: unknown and missing keys are reported once,
/// then each key is read by its form.
///
/// A key is read by its name; asking for a name that the shape has not is a mistake of ours and
/// traps.
struct Section {
  let shape: Shape
  let value: YAMLValue
  let problems: ProblemList
  /// The first value of each key; that a key stands twice was reported by `Outline`.
  private let members: [String: YAMLValue]

  /// Opens a map.
  ///
  /// A missing key is reported where the map begins, with the path that the key would have.
  ///
  ///     missing-keys.yaml:5:8: branches.NYC.opens: missing, expected a time of day like 09:30
  ///     unknown-key.yaml:5:79: branches.NYC.calender: unknown key; did you mean 'calendar'?
  ///
  /// - Returns: `nil` where something else than a map stands.
  init?(_ value: YAMLValue, as shape: Shape, _ problems: ProblemList) {
    guard let entries = value.entries else {
      problems.add(value, "found \(value.found), expected \(Form.object(shape).expected)")
      return nil
    }
    (self.shape, self.value, self.problems) = (shape, value, problems)
    members = Dictionary(
      entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let known = shape.fields.map(\.key)
    for entry in entries where shape.field(entry.key) == nil {
      problems.add(entry.keyValue, "unknown key" + Nearest.hint(entry.key, among: known))
    }
    for field in shape.fields where field.isRequired && members[field.key] == nil {
      let way = value.path.isEmpty ? field.key : "\(value.path).\(field.key)"
      problems.add(value.place, way, "missing, expected \(field.form.expected)")
    }
  }

  /// What stands at a key, `nil` where the key is not given.
  subscript(key: String) -> YAMLValue? {
    precondition(shape.field(key) != nil, "\(shape.name) has no key \(key)")
    return members[key]
  }

  /// Whether the key is given.
  func has(_ key: String) -> Bool { self[key] != nil }

  private func form(of key: String) -> Form {
    guard let field = shape.field(key) else {
      preconditionFailure("\(shape.name) has no key \(key)")
    }
    return field.form
  }

  /// The value at a key, read from its text; the shape's default where the key is not given.
  ///
  /// The default of a key is read by the same `parse` as what a writer gives, so that it cannot
  /// mean something that nobody could write.
  ///
  /// - Parameter hint: What to say beyond the form of a text that is refused.
  /// - Returns: `nil` where the key is not given and has no default, and where its text is refused;
  ///   that is reported.
  func read<Value>(
    _ key: String, hint: (String) -> String = { _ in "" }, _ parse: (String) -> Value?
  ) -> Value? {
    guard let written = self[key] else {
      guard case .means(let text)? = shape.field(key)?.absence else { return nil }
      guard let value = parse(text) else {
        preconditionFailure("the default '\(text)' of \(shape.name).\(key) cannot be read")
      }
      problems.note(DefaultTaken(section: shape.name, key: key, text: text))
      return value
    }
    return written.read(form(of: key), problems, hint: hint, parse)
  }

  /// The word at a key, one of an enumeration's.
  func choice<Choice: RawRepresentable<String>>(_ key: String) -> Choice? {
    read(key) { Choice(rawValue: $0) }
  }

  /// The section at a key, `nil` where the key is not given or is refused.
  ///
  /// Its own keys are checked as it is opened.
  func section(_ key: String) -> Section? {
    guard case .object(let shape) = form(of: key) else {
      preconditionFailure("\(self.shape.name).\(key) is no map of known keys")
    }
    return self[key].flatMap { Section($0, as: shape, problems) }
  }

  /// The values of the list at a key; none where the key is not given or is refused.
  func list(_ key: String) -> [YAMLValue] {
    self[key]?.list(form(of: key), problems) ?? []
  }

  /// The entries of the map at a key; none where the key is not given or is refused.
  func map(_ key: String) -> [YAMLValue.Entry] {
    self[key]?.map(form(of: key), problems) ?? []
  }
}

/// Names near to a misspelt one.
enum Nearest {
  /// How many names are listed where none is near; assumed.
  private static let few = 12

  /// `; did you mean 'zone'?`, else the known names if they are few.
  ///
  /// - Returns: An empty text where no name is near and there are more than twelve.
  /// - Complexity: O(k · m²) for k names of m letters, both bounded (`NearestName`).
  static func hint(_ name: String, among known: [String]) -> String {
    let question = NearestName.question(name, among: known)
    guard question.isEmpty, !known.isEmpty, known.count <= few else { return question }
    return " (known: \(known.joined(separator: ", ")))"
  }
}
