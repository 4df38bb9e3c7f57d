import Foundation

/// The folder of a scenario file, inside which it may name further files.
struct Folder {
  let path: String

  /// How a file of the folder is named in messages.
  func naming(_ name: String) -> String {
    path.isEmpty ? name : path == "/" ? "/\(name)" : "\(path)/\(name)"
  }

  /// Why a file was not read.
  enum Refusal: Error {
    /// It is not there or cannot be read.
    case unreadable(String)
    /// It must not be read.
    case forbidden(String)
  }

  /// The bytes of a file that the scenario names.
  ///
  /// - Throws: `forbidden` for a path that leaves the folder, be it by `..` or through a link, and
  ///   for a file larger than `limit` bytes, which is not read past it.
  func read(_ name: String, limit: Int) throws(Refusal) -> [UInt8] {
    try Folder.bytes(of: place(of: name), limit: limit)
  }

  /// Hands on the bytes of a file that the scenario names, a piece at a time, until `take` says
  /// that it needs no more.
  ///
  /// - Throws: As `read(_:limit:)`; what was handed on before is then of no use.
  func read(_ name: String, limit: Int, take: ([UInt8]) -> Bool) throws(Refusal) {
    let handle = try Folder.handle(of: place(of: name))
    defer { try? handle.close() }
    var count = 0
    while true {
      let piece: [UInt8]
      do { piece = try handle.read(upToCount: Folder.pieceLength).map { Array($0) } ?? [] } catch {
        throw .unreadable("the file cannot be read")
      }
      guard !piece.isEmpty else { return }
      count += piece.count
      guard count <= limit else { throw .forbidden("the file is larger than \(limit >> 20) MB") }
      guard take(piece) else { return }
    }
  }

  /// How much of a file is read at once: 1 MiB.
  private static let pieceLength = 1 << 20

  /// The path of a file of the folder.
  private func place(of name: String) throws(Refusal) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !name.contains("\\"), !name.contains("\0"),
      parts.allSatisfy({ !["", ".", ".."].contains($0) })
    else { throw .forbidden("expected a path inside the scenario's folder, without '..'") }
    let home = URL(fileURLWithPath: path.isEmpty ? "." : path).resolvingSymlinksInPath()
    let target = home.appendingPathComponent(name).resolvingSymlinksInPath()
    guard target.path.hasPrefix(home.path == "/" ? "/" : home.path + "/") else {
      throw .forbidden("it is a link out of the scenario's folder")
    }
    return target.path
  }

  /// The bytes of a file, at most `limit`.
  static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8] {
    let handle = try handle(of: path)
    defer { try? handle.close() }
    let data: Data?
    do { data = try handle.read(upToCount: limit + 1) } catch {
      throw .unreadable("the file cannot be read")
    }
    let bytes = data.map { Array($0) } ?? []
    guard bytes.count <= limit else {
      throw .forbidden("the file is larger than \(limit >> 20) MB")
    }
    return bytes
  }

  private static func handle(of path: String) throws(Refusal) -> FileHandle {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .unreadable("no such file")
    }
    guard !isDirectory.boolValue else { throw .unreadable("a folder, expected a file") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable("the file cannot be opened")
    }
    return handle
  }
}
