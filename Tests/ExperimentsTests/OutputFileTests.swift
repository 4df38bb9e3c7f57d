import Foundation
import Testing

@testable import Experiments

@Suite("What lies at the place of an output is looked at first") struct OutputFileTests {
  private let place: Place

  init() throws { place = try Place() }

  private func refusal(_ name: String) -> Failure? {
    do throws(Failure) { try OutputFile.write("new", to: place(name)) } catch { return error }
    return nil
  }

  @Test("A new file is whole, in folders that are made") func new() throws {
    try OutputFile.write("new", to: place("a/b/new"))
    #expect(try place.text("a/b/new") == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place("a/b")) == ["new"])
  }

  @Test("A file that is replaced keeps its mode; its other names keep the old bytes")
  func replaced() throws {
    try place.write("old", to: "file")
    #expect(chmod(place("file"), 0o640) == 0)
    #expect(link(place("file"), place("other")) == 0)
    try OutputFile.write("new", to: place("file"))
    #expect(try place.text("file") == "new" && place.text("other") == "old")
    #expect(place.status("file").map { $0.st_mode & 0o7777 } == 0o640)
    #expect(place.names == ["file", "other"])
  }

  @Test("The owner is kept where that is allowed", .enabled(if: getuid() == 0)) func owner() throws
  {
    try place.write("old", to: "file")
    #expect(chown(place("file"), 65_534, 65_534) == 0)
    try OutputFile.write("new", to: place("file"))
    let status = try #require(place.status("file"))
    #expect(status.st_uid == 65_534 && status.st_gid == 65_534)
  }

  @Test("A link stays, and what it names is written") func links() throws {
    try FileManager.default.createDirectory(
      atPath: place("elsewhere"), withIntermediateDirectories: true)
    try place.write("old", to: "elsewhere/file")
    #expect(symlink("elsewhere/file", place("link")) == 0)
    #expect(symlink("link", place("second")) == 0)
    try OutputFile.write("new", to: place("second"))
    #expect(try place.text("elsewhere/file") == "new")
    #expect(place.status("link")?.isLink == true && place.status("second")?.isLink == true)
    #expect(place.names == ["elsewhere", "link", "second"])
  }

  @Test("A link to nothing, or round in a circle, is refused and stays") func brokenLinks() throws {
    #expect(symlink("absent", place("link")) == 0)
    #expect(symlink("circle", place("circle")) == 0)
    #expect(refusal("link")?.kind == .noOutput)
    #expect(
      refusal("link")?.problems.map(\.description) == ["\(place("link")): is a link to nothing"])
    #expect(refusal("circle")?.kind == .noOutput)
    #expect(place.names == ["circle", "link"])
  }

  @Test("A folder and a socket are refused by their kind and stay") func otherKinds() throws {
    #expect(mkdir(place("folder"), 0o755) == 0)
    try bindSocket()
    for (name, kind) in [("folder", "a folder"), ("socket", "a socket")] {
      #expect(refusal(name)?.kind == .noOutput)
      #expect(refusal(name)?.problems.map(\.description) == ["\(place(name)): is \(kind)"])
    }
    #expect(refusal("folder/")?.kind == .noOutput)
    #expect(place.names == ["folder", "socket"])
  }

  private func bindSocket() throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(place("socket").utf8)
    try #require(path.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    #if canImport(Darwin)
      let stream = SOCK_STREAM
    #else
      let stream = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(AF_UNIX, stream, 0)
    defer { close(descriptor) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(bound == 0)
  }

  @Test("A named pipe is written through and stays a pipe") func pipe() throws {
    #expect(mkfifo(place("pipe"), 0o644) == 0)
    let reader = open(place("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try OutputFile.write("new", to: place("pipe"))
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &bytes, 16) == 3)
    #expect(bytes.starts(with: Array("new".utf8)))
    #expect(place.names == ["pipe"])
  }

  // Looked at, not written: a fault here must not replace the device of the machine.
  @Test("A character device is a stream", arguments: ["/dev/null", "/dev/full"])
  func device(_ path: String) throws {
    guard case .stream(let descriptor) = try OutputTarget.at(path) else {
      Issue.record("it is taken for a file")
      return
    }
    defer { close(descriptor) }
    let isFull = OpenOutput.write([0], to: descriptor) == ENOSPC
    #expect(isFull == (path == "/dev/full"))
  }

  @Test("A stream of the process is written through by its number, behind a link too")
  func descriptors() throws {
    try place.write("old ", to: "file")
    let descriptor = open(place("file"), O_WRONLY | O_APPEND)
    defer { close(descriptor) }
    #expect(symlink("/dev/fd/\(descriptor)", place("link")) == 0)
    try OutputFile.write("new", to: "/dev/fd/\(descriptor)")
    try OutputFile.write("er", to: place("link"))
    #expect(try place.text("file") == "old newer")
    #expect(place.names == ["file", "link"])
  }

  @Test("What is appended comes after what was there") func append() throws {
    try OutputFile.append("one", to: place("file"))
    try OutputFile.append("two", to: place("file"))
    #expect(try place.text("file") == "onetwo")
  }
}
