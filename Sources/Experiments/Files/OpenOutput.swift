import Foundation
package import Vocabulary

/// An open file or stream that bytes are written to, in pieces of some size, with their digest.
package final class OpenOutput {
  /// What it is called in messages.
  package let name: String
  /// The digest of all bytes that were written.
  package var digest: Digest { folded.finished }
  /// How many bytes were written.
  package private(set) var count: UInt64 = 0

  package let descriptor: Int32
  private var folded = DigestOfBytes(Digest())
  private var waiting: [UInt8] = []
  private var isOpen = true

  /// How many bytes are gathered before they are written.
  private static let piece = 1 << 16

  /// Takes over an open descriptor, which is closed with the value at the latest.
  package init(_ descriptor: Int32, called name: String) {
    (self.descriptor, self.name) = (descriptor, name)
  }

  deinit { if isOpen { Foundation.close(descriptor) } }

  /// Writes a text after what was written before.
  ///
  /// - Throws: `.noOutput` where it cannot be written.
  package func write(_ text: String) throws(Failure) {
    waiting.append(contentsOf: text.utf8)
    if waiting.count >= OpenOutput.piece { try flush() }
  }

  /// Writes bytes after what was written before.
  ///
  /// - Throws: `.noOutput` where they cannot be written.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= OpenOutput.piece { try flush() }
  }

  /// Hands all bytes to the system.
  ///
  /// - Throws: `.noOutput` where they cannot be written.
  package func flush() throws(Failure) {
    if let error = OpenOutput.write(waiting, to: descriptor) { throw Failure.noOutput(name, error) }
    folded.add(waiting)
    count += UInt64(waiting.count)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Hands all bytes to the system and waits until they are on the disk, where there is one.
  ///
  /// - Throws: `.noOutput` where they cannot be written.
  package func synchronize() throws(Failure) {
    try flush()
    // What is no disk, as a pipe, cannot be synchronised.
    guard fsync(descriptor) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) else {
      throw Failure.noOutput(name, errno)
    }
  }

  /// Closes it; with what else was opened on the file, its lock ends.
  package func close() {
    if isOpen { Foundation.close(descriptor) }
    isOpen = false
  }

  /// Writes all bytes to a descriptor, however often it takes.
  ///
  /// - Returns: The number of the error that stopped it, if one did.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let written = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if written >= 0 {
          done += written
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          // Somebody made the stream non-blocking: wait until it takes more.
          var asked = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&asked, 1, -1)
        default: return errno
        }
      }
      return nil
    }
  }
}
