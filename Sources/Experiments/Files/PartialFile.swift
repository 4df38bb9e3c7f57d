import Foundation
import Reporting

/// A file that is written beside its place, under a name that nobody else has, and put there when
/// it is whole.
///
/// It is locked while its writer lives, so that what a killed process left can be told from what
/// another is writing, also from inside a container (`PartialFiles.removeOrphans`).
final class PartialFile {
  /// Where it is written: `.nostro-<32 hexadecimal digits>.partial`.
  let path: String
  private let output: OpenOutput
  private let replaced: stat?
  private var isPlaced = false

  /// Makes an empty file.
  ///
  /// - Parameters:
  ///   - folder: Where, on the file system of its later place.
  ///   - name: What it is called in messages.
  ///   - replaced: The file that it is going to replace, whose mode and owner it takes.
  /// - Throws: `.noOutput` where it cannot be made.
  init(in folder: String, called name: String, replaced: stat? = nil) throws(Failure) {
    self.replaced = replaced
    let made = PartialFiles.create(in: folder, mode: replaced == nil ? 0o666 : 0o600)
    switch made {
    case .success(let (path, descriptor)):
      self.path = path
      output = OpenOutput(descriptor, called: name)
    case .failure(let error): throw Failure.noOutput(name, error.number)
    }
  }

  deinit { if !isPlaced { PartialFiles.remove(path) } }

  /// Writes a text after what was written before.
  ///
  /// - Throws: `.noOutput` where it cannot be written.
  func write(_ text: String) throws(Failure) { try output.write(text) }

  /// Writes bytes after what was written before.
  ///
  /// - Throws: `.noOutput` where they cannot be written.
  func write(_ bytes: [UInt8]) throws(Failure) { try output.write(bytes) }

  /// Brings all that was written to the disk.
  ///
  /// - Returns: The file with its size and its digest, under a name.
  /// - Throws: `.noOutput` where it cannot be written.
  func finish(as name: String) throws(Failure) -> ListedFile {
    try output.synchronize()
    if let replaced { output.descriptor.take(owner: replaced) }
    return ListedFile(name: name, bytes: output.count, digest: output.digest)
  }

  /// Puts the finished file in its place, in the stead of what is there.
  ///
  /// - Returns: The number of the error that prevented it, if one did.
  func put(at place: String) -> Int32? {
    guard rename(path, place) == 0 else { return errno }
    isPlaced = true
    PartialFiles.forget(path)
    output.close()
    return nil
  }
}

extension Int32 {
  /// Gives an open file the owner and the mode of another, as far as this process may.
  fileprivate func take(owner: stat) {
    var own = stat()
    guard fstat(self, &own) == 0 else { return }
    var mode = owner.st_mode & 0o7777
    if own.st_uid != owner.st_uid || own.st_gid != owner.st_gid {
      // Rights that come with an owner are not given to another one.
      if fchown(self, owner.st_uid, owner.st_gid) != 0 { mode &= 0o777 }
    }
    _ = fchmod(self, mode)
  }
}
