import Foundation

/// A file that is open for reading, and nothing but a file: every input of the program is read by
/// it.
///
/// A pipe, a device or a socket could keep the reader waiting for ever, so that it is refused before
/// it is read. The program's own open descriptors (`/dev/stdin`, and `/dev/fd/63` as a shell's
/// `<(…)` names it) are what the user gave on purpose: there pipes are read too.
public struct ReadableFile: ~Copyable {
  private let descriptor: Int32

  /// Why there is nothing to read.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nothing is there that could be read; the reason is a sentence without a full stop.
    case unreadable(String)
    /// It is larger than this many bytes; no more of it was read.
    case tooLarge(limit: Int)
  }

  /// Opens a file, without waiting for anybody.
  ///
  ///     try ReadableFile("scenario.yaml")  // throws: unreadable("is a pipe, expected a file")
  ///
  /// - Parameter admitsPipes: Whether a pipe, terminal or socket that was open when the program
  ///   started may be read.
  /// - Throws: `unreadable`.
  public init(_ path: String, admitsPipes: Bool = false) throws(Refusal) {
    if admitsPipes, let given = ReadableFile.descriptor(named: path),
      ReadableFile.kind(of: given) != S_IFREG
    {
      descriptor = dup(given)
    } else {
      descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      // Opening a socket fails before it can be asked what it is.
      var status = stat()
      let isThere = stat(path, &status) == 0
      let kind = isThere ? ReadableFile.word(for: status.st_mode & S_IFMT) : nil
      throw .unreadable(
        kind.map { "is \($0), expected a file" } ?? (isThere ? "cannot be read" : "no such file"))
    }
    let kind = ReadableFile.kind(of: descriptor)
    let isGiven = admitsPipes && ReadableFile.descriptor(named: path) != nil && kind != S_IFDIR
    guard let word = ReadableFile.word(for: kind), !isGiven else { return }
    close(descriptor)
    throw .unreadable("is \(word), expected a file")
  }

  deinit { close(descriptor) }

  /// The next bytes.
  ///
  /// - Parameter count: The most that are read, above 0.
  /// - Returns: Some of what follows; nothing at the end.
  /// - Throws: `unreadable`.
  public func read(upTo count: Int) throws(Refusal) -> [UInt8] {
    precondition(count > 0, "a piece of a file has a length")
    while true {
      var read = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        read = Foundation.read(descriptor, buffer.baseAddress, count)
        filled = max(0, read)
      }
      if read >= 0 { return bytes }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // The other end of a pipe made it so: wait until something comes.
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
      default: throw .unreadable("cannot be read")
      }
    }
  }

  /// How much is read at once: 1 MiB.
  public static let pieceLength = 1 << 20

  /// Reads what follows in pieces of `pieceLength` bytes, of which only the last may be shorter or
  /// empty.
  ///
  /// - Throws: `unreadable`.
  public func pieces(take: ([UInt8]) -> Void) throws(Refusal) {
    while true {
      var piece = try read(upTo: ReadableFile.pieceLength)
      while !piece.isEmpty, piece.count < ReadableFile.pieceLength {
        let more = try read(upTo: ReadableFile.pieceLength - piece.count)
        guard !more.isEmpty else { break }
        piece += more
      }
      take(piece)
      guard piece.count == ReadableFile.pieceLength else { return }
    }
  }

  /// All bytes, however they come and whatever is added meanwhile.
  ///
  /// - Throws: `tooLarge` as soon as there are more than `limit`; `unreadable`.
  /// - Complexity: O(limit).
  public func bytes(limit: Int) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try read(upTo: min(ReadableFile.pieceLength, limit - bytes.count + 1))
      guard !piece.isEmpty else { return bytes }
      bytes += piece
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }
}

extension ReadableFile {
  /// The descriptor that a path like `/dev/fd/63` names.
  private static func descriptor(named path: String) -> Int32? {
    if path == "/dev/stdin" { return STDIN_FILENO }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count)).flatMap { $0 >= 0 ? $0 : nil }
    }
    return nil
  }

  private static func kind(of descriptor: Int32) -> mode_t {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// What something is that is no file; `nil` for a file.
  private static func word(for kind: mode_t) -> String? {
    switch kind {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "nothing that holds bytes"
    }
  }
}
