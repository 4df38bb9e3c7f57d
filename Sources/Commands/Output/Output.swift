import Experiments
import Foundation

/// The standard output, and notes beside it.
enum Output {
  /// Tells the standard error.
  static func note(_ text: String) {
    _ = OpenOutput.write(Array("note: \(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes a text as it is.
  ///
  /// - Throws: `Failure` 73 where it cannot be written: a full disk, a closed stream; a silent one
  ///   where its reader has gone.
  static func write(_ text: String) throws {
    switch OpenOutput.write(Array(text.utf8), to: STDOUT_FILENO) {
    case nil: return
    case EPIPE: throw Failure.readerIsGone
    case _: throw Failure.noOutput("standard output: cannot be written")
    }
  }
}
