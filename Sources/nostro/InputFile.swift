import Foundation

/// A file of input, or the standard input.
struct InputFile {
  /// The path, `-` for the standard input.
  let path: String

  /// The text of the file.
  ///
  /// - Parameter limit: The largest size that is read, in bytes.
  /// - Throws: `Failure` 66 where there is no such file; 65 where it is too large or not UTF-8.
  func text(limit: Int) throws -> String {
    let handle = try open()
    defer { try? handle.close() }
    guard let bytes = try? read(handle, upTo: limit + 1) else {
      throw Failure.noInput("\(path): cannot be read")
    }
    guard bytes.count <= limit else {
      throw Failure.badInput("\(path): expected at most \(limit) bytes")
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw Failure.badInput("\(path): expected UTF-8 text")
    }
    return text
  }

  private func open() throws -> FileHandle {
    if path == "-" || path == "/dev/stdin" { return .standardInput }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure.noInput("\(path): no such file")
    }
    guard !isDirectory.boolValue else { throw Failure.noInput("\(path): is a directory") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure.noInput("\(path): cannot be read")
    }
    return handle
  }

  /// Reads until the end or the limit; a pipe gives its bytes in pieces.
  private func read(_ handle: FileHandle, upTo limit: Int) throws -> Data {
    var bytes = Data()
    while bytes.count < limit,
      let piece = try handle.read(upToCount: min(1 << 20, limit - bytes.count)), !piece.isEmpty
    {
      bytes.append(piece)
    }
    return bytes
  }
}
