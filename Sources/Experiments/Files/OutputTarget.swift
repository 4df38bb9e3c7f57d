import Foundation

/// Where an output goes that somebody named: looked at before anything is written.
enum OutputTarget {
  /// A regular file, or none yet: written beside its place and renamed. Links were followed, so that
  /// they stay; `replaced` is what the file was.
  case file(path: String, replaced: stat?)
  /// A pipe or a character device: written through, by this descriptor.
  case stream(Int32)

  /// How many links in a row are followed, as by the kernel of Linux.
  private static let longestChain = 40

  /// Looks at a path.
  ///
  /// Links are followed by hand, since the file beside which a new one is written is the one at their end.
  ///
  /// - Parameter path: As somebody named it. `/dev/stdout`, `/dev/fd/3` and `/proc/self/fd/3` are streams of this
  ///   process.
  /// - Throws: `.noOutput` where there is a folder, a socket, a block device, a link to nothing or a
  ///   file that may not be written.
  static func at(_ path: String) throws(Failure) -> OutputTarget {
    guard !path.isEmpty else { throw Failure.noOutput("no file is named") }
    guard !path.hasSuffix("/") else { throw Failure.noOutput("\(path): is a folder") }
    var place = path
    for step in 0...longestChain {
      if let descriptor = try standardStream(place, named: path) { return .stream(descriptor) }
      if let stream = try stream(place, named: path) { return .stream(stream) }
      var status = stat()
      guard lstat(place, &status) == 0 else {
        guard errno == ENOENT else { throw Failure.noOutput(path, errno) }
        guard step == 0 else { throw Failure.noOutput("\(path): is a link to nothing") }
        return .file(path: place, replaced: nil)
      }
      guard status.isLink else {
        try refuseOther(than: status, place, named: path)
        return .file(path: place, replaced: status)
      }
      guard let aim = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else {
        throw Failure.noOutput("\(path): the link cannot be followed")
      }
      place = aim.hasPrefix("/") ? aim : "\(OutputTarget.folder(of: place))/\(aim)"
    }
    throw Failure.noOutput(path, ELOOP)
  }

  /// The folder of a path: `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Refuses what is no regular file that may be written.
  ///
  /// - Throws: `.noOutput` with what it is.
  static func refuseOther(than status: stat, _ place: String, named path: String)
    throws(Failure)
  {
    guard status.isRegular else { throw Failure.noOutput("\(path): is \(status.kind)") }
    guard access(place, W_OK) == 0 else { throw Failure.noOutput(path, errno) }
  }

  /// A stream of this process by its name; it need not be open, and no `/proc` be there.
  private static func standardStream(_ place: String, named path: String) throws(Failure) -> Int32?
  {
    let number: Int32?
    switch place {
    case "/dev/stdout": number = STDOUT_FILENO
    case "/dev/stderr": number = STDERR_FILENO
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { place.hasPrefix($0) }
      number = folder.flatMap { Int32(place.dropFirst($0.count)) }
    }
    guard let number else { return nil }
    let copy = dup(number)
    guard copy >= 0 else { throw Failure.noOutput(path, errno) }
    return copy
  }

  /// A pipe or a character device, opened; a named pipe waits for its reader.
  private static func stream(_ place: String, named path: String) throws(Failure) -> Int32? {
    var status = stat()
    guard stat(place, &status) == 0, status.isPipe || status.isCharacterDevice else { return nil }
    while true {
      let descriptor = open(place, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw Failure.noOutput(path, errno) }
    }
  }
}

extension stat {
  /// What kind of file it is, from the bits of its mode.
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
  fileprivate var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
  fileprivate var isCharacterDevice: Bool { st_mode & S_IFMT == S_IFCHR }

  /// What it is, for messages.
  var kind: String {
    switch st_mode & S_IFMT {
    case S_IFREG: "a regular file"
    case S_IFDIR: "a folder"
    case S_IFLNK: "a link"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFBLK: "a block device"
    case S_IFCHR: "a character device"
    default: "of no known kind"
    }
  }
}
