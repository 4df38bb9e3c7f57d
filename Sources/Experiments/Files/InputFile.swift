package import Scenarios

/// A file of input, or the standard input.
package struct InputFile {
  /// The path, `-` for the standard input.
  package let path: String

  /// The file at a path, `-` for the standard input.
  package init(path: String) { self.path = path }

  /// The text of the file.
  ///
  /// - Parameter limit: The largest size that is read, in bytes.
  /// - Throws: `.noInput` where there is no such file; `.badInput` where it is too large or not UTF-8.
  package func text(limit: Int) throws(Failure) -> String {
    let bytes: [UInt8]
    do {
      let file = try ReadableFile(path == "-" ? "/dev/stdin" : path, admitsPipes: true)
      bytes = try file.bytes(limit: limit)
    } catch { throw InputFile.failure(error, path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.badInput("\(path): expected UTF-8 text")
    }
    return text
  }

  /// How the program ends where a file is refused.
  package static func failure(_ refusal: ReadableFile.Refusal, _ path: String) -> Failure {
    switch refusal {
    case .unreadable(let reason): .noInput("\(path): \(reason)")
    case .tooLarge(let limit): .badInput("\(path): expected at most \(limit) bytes")
    }
  }
}
