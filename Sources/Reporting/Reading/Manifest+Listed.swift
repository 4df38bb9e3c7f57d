import Vocabulary

extension Manifest {
  /// The files that a manifest lists.
  ///
  ///     try Manifest.listed(in: #"{"format": 1}"#)
  ///     // throws: expected format 2, found 1
  ///
  /// - Throws: `UnreadableReport` with the first problem.
  ///
  /// A name with a slash, `.` and `..` are refused: a manifest of a stranger names no file outside
  /// of its folder.
  ///
  /// - Complexity: O(files).
  public static func listed(in text: String) throws(UnreadableReport) -> [ListedFile] {
    let document: JSONNode
    do { document = try JSONParser.parse(text) } catch { throw UnreadableReport("\(error)") }
    guard case .integer(let found)? = document["format"] else {
      throw UnreadableReport("expected format \(format)")
    }
    guard found == format else {
      throw UnreadableReport("expected format \(format), found \(found)")
    }
    guard case .array(let entries)? = document["files"] else {
      throw UnreadableReport("$.files: expected the list of the run's files")
    }
    var files: [ListedFile] = []
    var names: Set<String> = []
    for (place, entry) in entries.enumerated() {
      guard let file = ListedFile(entry), names.insert(file.name).inserted else {
        throw UnreadableReport(
          "$.files[\(place)]: expected the name of a file of the folder, once, with bytes and "
            + "digest")
      }
      files.append(file)
    }
    return files
  }

  /// What the folder of a manifest holds; `nil` where the text is no manifest of this program.
  ///
  /// That of a run names no kind and has the digest of its scenario, whatever its format.
  ///
  /// - Returns: `nil` for what is no manifest of ours, so that nobody takes a stranger's file for
  ///   one that may be replaced.
  public static func kind(of text: String) -> ResultKind? {
    guard let document = try? JSONParser.parse(text) else { return nil }
    switch document["kind"] {
    case .string(let name)?: return ResultKind(rawValue: name)
    case nil:
      guard case .string? = document["scenario_digest"] else { return nil }
      return .run
    case _: return nil
    }
  }

  /// A manifest with another entry for a file that it lists.
  ///
  /// - Returns: The text as it was where it is no manifest or does not list the file.
  ///
  /// - Returns: The same text but for the entry of that file; unchanged where it is not listed.
  public static func amended(_ text: String, with file: ListedFile) -> String {
    guard let old = (try? listed(in: text))?.first(where: { $0.name == file.name }) else {
      return text
    }
    let indent = "    "
    return text.replacing(old.member.text(indent: indent), with: file.member.text(indent: indent))
  }
}

extension JSONNode {
  /// The value of a key of an object.
  fileprivate subscript(key: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension ListedFile {
  /// The file of an entry; `nil` where it is none, or its name leads elsewhere.
  fileprivate init?(_ entry: JSONNode) {
    guard case .string(let name)? = entry["name"], case .integer(let bytes)? = entry["bytes"],
      case .string(let digits)? = entry["digest"], bytes >= 0, digits.utf8.count == 16,
      let digest = UInt64(digits, radix: 16), !name.isEmpty, !name.contains("/"), name != ".",
      name != ".."
    else { return nil }
    self.init(name: name, bytes: UInt64(bytes), digest: Digest(at: digest))
  }
}
