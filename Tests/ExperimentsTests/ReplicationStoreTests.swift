import Foundation
import Testing
import Vocabulary

@testable import Experiments

@Suite("A store gives back what this run stored, and removes nothing else")
struct ReplicationStoreTests {
  private let place: Place
  private let key = Digest(at: 0x0123_4567_89AB_CDEF)
  private let folder = "store/0123456789abcdef"

  init() throws { place = try Place() }

  private func store(_ key: Digest? = nil) throws -> ReplicationStore {
    try ReplicationStore(in: place("store"), key: key ?? self.key)
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: place(folder))) ?? []).sorted()
  }

  @Test("A file of which any byte is another, or any end is missing, is not taken")
  func torn() {
    let whole = StoredReplication.file(of: Array("figures".utf8), key: key, number: 3)
    #expect(
      StoredReplication.content(of: whole, key: key, number: 3) == Array("figures".utf8))
    for place in whole.indices {
      var other = whole
      other[place] ^= 1
      #expect(StoredReplication.content(of: other, key: key, number: 3) == nil)
      let start = Array(whole[..<place])
      #expect(StoredReplication.content(of: start, key: key, number: 3) == nil)
    }
    #expect(StoredReplication.content(of: whole + [0], key: key, number: 3) == nil)
  }

  @Test("Files that were swapped, or come from another key, are not taken") func swapped() throws {
    let (mine, other) = (try store(), try store(Digest(at: 1)))
    for number in 0..<2 { try mine.write([UInt8(number)], of: number) }
    try other.write([9], of: 0)
    let paths = ["\(mine.folder)/0", "\(mine.folder)/1", "\(other.folder)/0"]
    let files = paths.map { FileManager.default.contents(atPath: $0) }
    try #require(files[1]).write(to: URL(fileURLWithPath: paths[0]))
    try #require(files[2]).write(to: URL(fileURLWithPath: paths[1]))
    #expect(mine.read(0) == nil && mine.read(1) == nil && other.read(0) == [9])
    try mine.write([0], of: 0)
    #expect(mine.read(0) == [0])
  }

  @Test("Many who store the same at once all succeed") func together() async throws {
    let stores = try (0..<4).map { _ in try store() }
    await withTaskGroup(of: Void.self) { group in
      for store in stores {
        group.addTask {
          #expect(throws: Never.self) {
            for number in 0..<20 { try store.write([UInt8(number)], of: number) }
          }
        }
      }
    }
    #expect(stores[0].count == 20)
    #expect((0..<20).allSatisfy { stores[0].read($0) == [UInt8($0)] })
  }

  @Test("An empty folder in a replication's place heals; what holds something stays")
  func folders() throws {
    let store = try store()
    for number in 0..<2 { #expect(mkdir("\(store.folder)/\(number)", 0o755) == 0) }
    try place.write("mine", to: "\(folder)/1/notes")
    #expect(symlink("0", "\(store.folder)/2") == 0)
    for number in 0..<3 {
      #expect(store.read(number) == nil)
      try store.write([7], of: number)
    }
    #expect(store.read(0) == [7] && store.read(1) == nil && store.read(2) == nil)
    #expect(names("\(folder)/1") == ["notes"])
    #expect(place.status("\(folder)/2")?.isLink == true)
  }

  /// Makes a folder look as if nobody had run it for a year.
  private func age(_ folder: String) {
    var times = [timeval](repeating: timeval(tv_sec: 1_700_000_000, tv_usec: 0), count: 2)
    #expect(utimes(place(folder), &times) == 0)
  }

  @Test("A store that nobody has run for long goes, but not one in use nor what others put there")
  func pruned() throws {
    do { try store().write([1], of: 0) }
    let used = try store(Digest(at: 1))
    try used.write([1], of: 0)
    do {
      let other = try store(Digest(at: 2))
      try other.write([1], of: 0)
      try place.write("mine", to: "store/0000000000000002/notes")
    }
    try FileManager.default.createDirectory(
      atPath: place("store/my-own-folder-16"), withIntermediateDirectories: true)
    for name in names("store") where name != ".gitignore" { age("store/\(name)") }
    let last = try store(Digest(at: 3))
    #expect(
      names("store") == [
        ".gitignore", "0000000000000001", "0000000000000002", last.folder.suffix(16).description,
        "my-own-folder-16",
      ])
    #expect(used.read(0) == [1])
    #expect(names("store/0000000000000002") == ["notes"])
  }

  @Test("A folder that was there is not hidden from git") func gitignore() throws {
    #expect(mkdir(place("store"), 0o755) == 0)
    _ = try store()
    #expect(names("store") == ["0123456789abcdef"])
  }

  @Test("The digest of a program follows from its bytes, not from its place or time")
  func program() throws {
    let bytes = (0..<100).map { UInt8($0) }
    func digest(_ bytes: [UInt8], at name: String = "program") throws -> Digest {
      try Data(bytes).write(to: URL(fileURLWithPath: place(name)))
      age(name)
      return try ProgramDigest.digest(ofFileAt: place(name))
    }
    let whole = try digest(bytes)
    #expect(try digest(bytes, at: "copy") == whole)
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 0x80
      #expect(try digest(other) != whole)
      #expect(try digest(Array(bytes[..<index])) != whole)
    }
    #expect(ProgramDigest.ofThisProgram != nil)
  }
}
