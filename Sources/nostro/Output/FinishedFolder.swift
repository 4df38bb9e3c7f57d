import Foundation
import Reporting
import Vocabulary

/// A folder of results that is read: regular files that lie in it, links out of it refused.
struct FinishedFolder {
  /// The folder as it was named.
  let path: String
  /// The folder without links; `nil` where it is not there.
  let place: String?

  /// The largest file whose text is read: 64 MiB.
  private static let byteLimit = 1 << 26

  /// The folder at a path.
  init(_ path: String) {
    self.path = path
    place = FinishedFolder.resolved(path)
  }

  /// The files that the manifest lists.
  ///
  /// - Throws: `Failure` 66 where there is no manifest, 65 where it lists none.
  func listed() throws -> [ListedFile] {
    let text = try manifest()
    do { return try Manifest.listed(in: text) } catch {
      throw Failure.badInput("\(path)/\(ResultFolder.manifest): \(error)")
    }
  }

  /// The text of the manifest.
  ///
  /// - Throws: `Failure` 66 or 65 where it cannot be read.
  func manifest() throws -> String { try read(ResultFolder.manifest).text }

  /// The text of a file, with its size and digest.
  ///
  /// - Throws: `Failure` 66 where there is no such file; 65 where it is too large, not UTF-8, or not
  ///   in the folder.
  func read(_ name: String) throws -> (text: String, file: ListedFile) {
    let source = try opened(name)
    guard source.size <= FinishedFolder.byteLimit else {
      throw Failure.badInput("\(path)/\(name): expected at most \(FinishedFolder.byteLimit) bytes")
    }
    let bytes: [UInt8]
    do { bytes = try source.bytes() } catch {
      throw Failure.noInput("\(path)/\(name): cannot be read")
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw Failure.badInput("\(path)/\(name): expected UTF-8 text")
    }
    var digest = DigestOfBytes(Digest())
    digest.add(bytes)
    return (text, ListedFile(name: name, bytes: UInt64(bytes.count), digest: digest.finished))
  }

  /// A file with its size and digest; of any length.
  ///
  /// - Throws: `Failure` 66 where there is no such file, 65 where it is not in the folder.
  func file(_ name: String) throws -> ListedFile {
    let source = try opened(name)
    var (digest, count) = (DigestOfBytes(Digest()), UInt64(0))
    do {
      try source.pieces { piece in
        digest.add(Array(piece))
        count += UInt64(piece.count)
      }
    } catch { throw Failure.noInput("\(path)/\(name): cannot be read") }
    return ListedFile(name: name, bytes: count, digest: digest.finished)
  }

  private func opened(_ name: String) throws -> RegularFile {
    let full = "\(path)/\(name)"
    guard let place, let target = FinishedFolder.resolved(full) else {
      throw Failure.noInput("\(full): no such file")
    }
    guard target.hasPrefix(place == "/" ? place : place + "/") else {
      throw Failure.badInput("\(full): is a link out of the folder")
    }
    do throws(RegularFile.Refusal) { return try RegularFile(at: target) } catch {
      switch error {
      case .isMissing: throw Failure.noInput("\(full): no such file")
      case .isOther(let kind): throw Failure.noInput("\(full): is \(kind)")
      case .system: throw Failure.noInput("\(full): cannot be read")
      }
    }
  }

  /// A path without links.
  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
