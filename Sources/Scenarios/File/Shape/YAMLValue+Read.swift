import Vocabulary

extension YAMLValue {
  /// The value read from the text that stands here.
  ///
  ///     several-problems-at-once.yaml:5:56: branches.NYC.opens: found '25:00', expected a time …
  ///
  /// - Parameters:
  ///   - hint: What to say beyond the form, of a text that is refused; not asked of a list or a
  ///     map.
  ///   - parse: Turns the text to the value; `nil` refuses it.
  /// - Returns: `nil` where it is refused; that is reported with what was expected.
  func read<Value>(
    _ form: Form, _ problems: ProblemList, hint: (String) -> String = { _ in "" },
    _ parse: (String) -> Value?
  ) -> Value? {
    if let text, let value = parse(text) { return value }
    var expected = form.expected
    if case .choice(let words) = form, let text { expected += Nearest.suggestion(text, words) }
    problems.add(self, "found \(found), expected \(expected)" + (text.map(hint) ?? ""))
    return nil
  }

  /// The values of the list that stands here.
  ///
  /// - Returns: None for anything but a list, and for an empty one; both are reported.
  func list(_ form: Form, _ problems: ProblemList) -> [YAMLValue] {
    guard let items else {
      problems.add(self, "found \(found), expected \(form.expected)")
      return []
    }
    if items.isEmpty { problems.add(self, "found an empty list, expected \(form.expected)") }
    return items
  }

  /// The entries of the map that stands here, each key a text fit for a name.
  ///
  /// - Returns: The entries whose keys can be names; the others are reported, as are an empty map
  ///   and anything but a map.
  func map(_ form: Form, _ problems: ProblemList) -> [Entry] {
    guard let entries else {
      problems.add(self, "found \(found), expected \(form.expected)")
      return []
    }
    if entries.isEmpty { problems.add(self, "found an empty map, expected \(form.expected)") }
    return entries.filter { entry in
      guard YAMLValue.isName(entry.key) else {
        problems.add(
          entry.keyValue.place, path.isEmpty ? "" : path,
          "found the name \(entry.keyValue.found), expected 1 to 100 characters that print")
        return false
      }
      return true
    }
  }

  /// Whether a text can be the path of a file: characters that print.
  static func isPath(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(\.isPrintable)
  }

  /// Whether a text can name something: 1 to 100 characters that print, no blank at either end.
  ///
  /// Characters are Unicode scalars; what prints is said by `Unicode.Scalar.isPrintable`.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= 100 && text.first != " " && text.last != " "
      && text.unicodeScalars.allSatisfy(\.isPrintable)
  }

  /// A text fit for a title or a description: what prints, and line breaks.
  static func isText(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.isPrintable || $0 == "\n" || $0 == "\t" }
  }
}

extension Nearest {
  /// `; did you mean 'batch'?` where a word is near.
  static func suggestion(_ text: String, _ words: [String]) -> String {
    NearestName.question(text, among: words)
  }
}
