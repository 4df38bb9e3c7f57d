import Foundation

/// One file that a command was told to write: the only door through which named files go.
///
/// A regular file appears whole or not at all: it is written beside its place and renamed, keeps the
/// mode and as far as possible the owner of the file that it replaces, and a link to it stays. Other
/// hard links keep the old bytes. A pipe or a character device is written through.
package final class OutputFile {
  private enum Destination {
    case beside(PartialFile, place: String)
    case through(OpenOutput)
  }

  private let path: String
  private let destination: Destination

  /// Opens the file; folders that are missing are made.
  ///
  /// - Throws: `.noOutput` where it cannot be written, or is no file.
  package init(_ path: String) throws(Failure) {
    self.path = path
    switch try OutputTarget.at(path) {
    case .stream(let descriptor): destination = .through(OpenOutput(descriptor, called: path))
    case .file(let place, let replaced):
      let folder = OutputTarget.folder(of: place)
      try ResultFolder.make(folder)
      PartialFiles.removeOrphans(in: folder)
      destination = .beside(
        try PartialFile(in: folder, called: path, replaced: replaced), place: place)
    }
  }

  /// Writes a text after what was written before.
  ///
  /// - Throws: `.noOutput` where it cannot be written.
  package func write(_ text: String) throws(Failure) {
    switch destination {
    case .beside(let file, _): try file.write(text)
    case .through(let stream): try stream.write(text)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `.noOutput` where that fails.
  package func publish() throws(Failure) {
    switch destination {
    case .beside(let file, let place):
      _ = try file.finish(as: path)
      if let error = file.put(at: place) { throw Failure.noOutput(path, error) }
    case .through(let stream): try stream.flush()
    }
  }

  /// Writes one file, whole or not at all.
  ///
  /// - Throws: `.noOutput` where it cannot be written.
  package static func write(_ text: String, to path: String) throws(Failure) {
    let file = try OutputFile(path)
    try file.write(text)
    try file.publish()
  }

  /// Adds a text at the end of a file, which is made where it is missing.
  ///
  /// - Throws: `.noOutput` where it cannot be written.
  package static func append(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure.noOutput(path, errno) }
    let output = OpenOutput(descriptor, called: path)
    try output.write(text)
    try output.flush()
  }
}
