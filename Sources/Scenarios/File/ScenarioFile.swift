import Vocabulary

/// Reads scenario files.
public enum ScenarioFile {
  /// How large a scenario file may be, in bytes: 4 MiB.
  ///
  /// Payments have files of their own, with a limit of theirs (`PaymentFile.byteLimit`); the number
  /// is assumed.
  static let byteLimit = 4 << 20

  /// The scenario of a YAML file.
  ///
  ///     try ScenarioFile.read(at: "week.yaml")
  ///     // throws: week.yaml:12:12: branches.NYC.opens: found '25:00', expected a time of day …
  ///
  /// A pipe is read where the path names an open descriptor (`/dev/stdin`, `/dev/fd/63`); its
  /// folder is then that of the descriptor, so that it can name no further files.
  ///
  /// - Parameter path: The file; files that it names lie in its folder.
  /// - Throws: `notFound` where there is no such file, else all problems of all its files at once.
  /// - Complexity: O(n) in the bytes of the files.
  public static func read(at path: String) throws(ScenarioErrors) -> Scenario {
    try read(source(at: path))
  }

  /// The scenario of a text.
  ///
  /// - Parameters:
  ///   - name: The name of the text in error messages.
  ///   - folder: The folder of the files that it names; empty for the current one.
  /// - Throws: All problems at once.
  public static func read(text: String, named name: String, folder: String)
    throws(ScenarioErrors) -> Scenario
  {
    try read(Source(bytes: Array(text.utf8), name: name, folder: folder))
  }

  /// The text of a scenario, where it comes from, and where the files lie that it names.
  ///
  /// It is kept whole, so that each cell of a sweep is read from it again by the ordinary reader.
  struct Source: Sendable {
    /// The bytes of the file, not yet known to be UTF-8.
    let bytes: [UInt8]
    /// How messages name it.
    let name: String
    /// The folder of the files that it names; empty for the current one.
    let folder: String
  }

  /// The text of a file.
  ///
  /// - Throws: `notFound` where nothing can be opened; a problem of the whole file where it is
  ///   larger than `byteLimit`.
  static func source(at path: String) throws(ScenarioErrors) -> Source {
    let bytes: [UInt8]
    do { bytes = try ReadableFile(path, admitsPipes: true).bytes(limit: byteLimit) } catch {
      switch error {
      case .unreadable(let reason): throw .notFound(path: path, reason: reason)
      case .tooLarge(let limit):
        let message = "the file is larger than \(limit >> 20) MB"
        throw .problems([Problem(file: path, path: "", line: 1, column: 1, message: message)])
      }
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return Source(
      bytes: bytes, name: path, folder: folder == [""] ? "/" : folder.joined(separator: "/"))
  }

  /// The scenario of a text in which single values may be exchanged; such a variant has no sweep.
  ///
  /// The digest of the scenario begins with the bytes of the file; files that it names and the
  /// values that are exchanged join it as they are read.
  ///
  /// - Parameter assigned: Paths that lead to single values, and their new texts; `SweepSection`
  ///   has checked the paths.
  static func read(_ source: Source, assigning assigned: [(path: String, text: String)] = [])
    throws(ScenarioErrors) -> Scenario
  {
    let problems = ProblemList(file: source.name)
    var reader = ScenarioReader(problems: problems, folder: Folder(path: source.folder))
    reader.digest.combine(bytes: source.bytes)
    guard let text = utf8(source.bytes, problems), let root = YAMLTree.read(text, problems),
      let scenario = reader.read(root, assigning: assigned)
    else {
      precondition(!problems.isEmpty, "a scenario is refused for a reason")
      throw problems.errors
    }
    return scenario
  }

  /// The text of the bytes; where they are no UTF-8, the first line that is none is reported.
  private static func utf8(_ bytes: [UInt8], _ problems: ProblemList) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    problems.add(
      Place(line: line - lines.startIndex + 1, column: 1), "",
      "found bytes that are no UTF-8, expected a text in UTF-8")
    return nil
  }

  /// The JSON Schema (draft-07) of scenario files, for editors.
  public static var schema: String {
    JSONSchema.text(of: ScenarioReader.rootShape, title: "Scenario of Nostro")
  }
}
