import Foundation
package import Reporting
import Scenarios
import Vocabulary

/// A folder of results that is read: regular files that lie in it, links out of it refused.
package struct FinishedFolder {
  /// The folder as it was named.
  package let path: String
  /// The folder without links; `nil` where it is not there.
  package let place: String?

  /// The largest file whose text is read: 64 MiB.
  private static let byteLimit = 1 << 26

  /// The folder at a path.
  package init(_ path: String) {
    self.path = path
    place = FinishedFolder.resolved(path)
  }

  /// The files that the manifest lists.
  ///
  /// - Throws: `.noInput` where there is no manifest, `.badInput` where it lists none.
  package func listed() throws(Failure) -> [ListedFile] {
    let text = try manifest()
    do { return try Manifest.listed(in: text) } catch {
      throw Failure.badInput("\(path)/\(ResultFolder.manifest): \(error)")
    }
  }

  /// The text of the manifest.
  ///
  /// - Throws: `.noInput` or `.badInput` where it cannot be read.
  package func manifest() throws(Failure) -> String { try read(ResultFolder.manifest).text }

  /// The text of a file, with its size and digest.
  ///
  /// - Throws: `.noInput` where there is no such file; `.badInput` where it is too large, not UTF-8, or not
  ///   in the folder.
  package func read(_ name: String) throws(Failure) -> (text: String, file: ListedFile) {
    let bytes: [UInt8]
    let target = try target(of: name)
    do throws(ReadableFile.Refusal) {
      bytes = try ReadableFile(target).bytes(limit: FinishedFolder.byteLimit)
    } catch {
      throw InputFile.failure(error, "\(path)/\(name)")
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
  /// - Throws: `.noInput` where there is no such file, `.badInput` where it is not in the folder.
  package func file(_ name: String) throws(Failure) -> ListedFile {
    var (digest, count) = (DigestOfBytes(Digest()), UInt64(0))
    let target = try target(of: name)
    do throws(ReadableFile.Refusal) {
      try ReadableFile(target).pieces { piece in
        digest.add(piece)
        count += UInt64(piece.count)
      }
    } catch {
      throw InputFile.failure(error, "\(path)/\(name)")
    }
    return ListedFile(name: name, bytes: count, digest: digest.finished)
  }

  /// The path of a file of the folder without links.
  private func target(of name: String) throws(Failure) -> String {
    let full = "\(path)/\(name)"
    guard let place, let target = FinishedFolder.resolved(full) else {
      throw Failure.noInput("\(full): no such file")
    }
    guard target.hasPrefix(place == "/" ? place : place + "/") else {
      throw Failure.badInput("\(full): is a link out of the folder")
    }
    return target
  }

  /// A path without links.
  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
