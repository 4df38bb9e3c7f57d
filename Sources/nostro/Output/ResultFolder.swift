import Foundation

/// The folder of a run's results, whose files appear whole or not at all.
///
/// Everything is written beside its place under a name of its own; only when all is written are
/// the files renamed into place. A run that fails or is stopped leaves the old files as they were.
final class ResultFolder {
  /// The folder.
  let path: String
  private var files: [(name: String, handle: FileHandle)] = []

  /// The folder at `path`, made where it is missing.
  ///
  /// - Throws: `Failure` 73 where it cannot be written.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure.noOutput("\(path): the folder cannot be made")
    }
    PartialFiles.removeOrphans(in: path)
  }

  /// A file of the folder, to be written in pieces.
  ///
  /// - Throws: `Failure` 73 where it cannot be written, or a folder has taken its place.
  func file(_ name: String) throws -> (String) throws -> Void {
    let partial = partialPath(name)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw Failure.noOutput("\(path)/\(name): is a folder")
    }
    guard PartialFiles.create(partial),
      let handle = FileHandle(forWritingAtPath: partial)
    else { throw Failure.noOutput("\(partial): cannot be written") }
    files.append((name, handle))
    return { text in
      do { try handle.write(contentsOf: Data(text.utf8)) } catch {
        throw Failure.noOutput("\(partial): cannot be written: \(error.localizedDescription)")
      }
    }
  }

  /// A file of the folder, written at once.
  func write(_ text: String, to name: String) throws { try file(name)(text) }

  /// Writes one file, whole or not at all.
  static func write(_ text: String, toFileAt path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let home = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    let folder = try ResultFolder(home.isEmpty ? "/" : home)
    try folder.write(text, to: String(parts[parts.count - 1]))
    try folder.publish()
  }

  /// Puts all files in their places.
  ///
  /// - Throws: `Failure` 73 where one cannot be.
  func publish() throws {
    for (name, handle) in files {
      do {
        try handle.synchronize()
        try handle.close()
      } catch { throw Failure.noOutput("\(path)/\(name): \(error.localizedDescription)") }
    }
    for (name, _) in files {
      guard rename(partialPath(name), "\(path)/\(name)") == 0 else {
        throw Failure.noOutput("\(path)/\(name): cannot be put in place")
      }
      PartialFiles.forget(partialPath(name))
    }
    files = []
  }

  deinit {
    for (name, _) in files {
      unlink(partialPath(name))
      PartialFiles.forget(partialPath(name))
    }
  }

  private func partialPath(_ name: String) -> String { PartialFiles.path(of: name, in: path) }
}
