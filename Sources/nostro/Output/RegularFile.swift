import Foundation

/// A regular file that is read in pieces; a pipe or a device in its place is refused at once.
final class RegularFile {
  /// Why a file cannot be read.
  enum Refusal: Error, Equatable {
    case isMissing
    /// Something else lies there: `a folder`.
    case isOther(String)
    /// The number of the error.
    case system(Int32)
  }

  /// The size in bytes when it was opened.
  let size: Int
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Parameter followsLinks: Whether a link at the end of the path is followed.
  init(at path: String, followsLinks: Bool = false) throws(Refusal) {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
    let opened = open(path, flags)
    guard opened >= 0 else {
      switch errno {
      case ENOENT: throw .isMissing
      case ELOOP where !followsLinks: throw .isOther("a link")
      case let number: throw .system(number)
      }
    }
    var status = stat()
    guard fstat(opened, &status) == 0, status.isRegular else {
      close(opened)
      throw .isOther(status.kind)
    }
    (descriptor, size) = (opened, Int(status.st_size))
  }

  deinit { close(descriptor) }

  /// Reads from where the last reading ended: all pieces but the last have this size.
  ///
  /// - Throws: `Refusal.system`, or what `take` throws.
  func pieces(of size: Int = 1 << 20, take: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { piece.deallocate() }
    var count = size
    while count == size {
      count = try fill(piece)
      try take(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }

  /// All bytes that were not read yet.
  ///
  /// - Throws: `Refusal.system`.
  func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    try pieces { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Fills a buffer as far as the file goes.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = read(descriptor, rest.baseAddress, rest.count)
      if got > 0 {
        count += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw Refusal.system(errno)
      }
    }
    return count
  }
}
