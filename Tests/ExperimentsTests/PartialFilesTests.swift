import Foundation
import Testing

@testable import Experiments

@Suite("Only what nobody is writing any more is swept") struct PartialFilesTests {
  private let place: Place
  private let orphan = ".nostro-0123456789abcdef0123456789abcdef.partial"

  init() throws { place = try Place() }

  @Test("A file that a killed process left goes; those of others stay, whatever their numbers")
  func others() throws {
    let others = [
      ".bashrc.20240131", ".nfs0000.12", ".outcomes.csv.999999", ".nostro", ".nostro-.partial",
      ".nostro-0123456789ABCDEF0123456789abcdef.partial", "\(orphan).bak",
      "nostro-0123456789abcdef0123456789abcdef.partial", ".nostro-0123456789abcdef.partial",
    ].sorted()
    for name in others + [orphan] { try place.write("", to: name) }
    PartialFiles.removeOrphans(in: place.path)
    #expect(place.names == others)
  }

  @Test("A file that somebody is writing stays, also of this process") func alive() throws {
    let file = try PartialFile(in: place.path, called: "a file")
    PartialFiles.removeOrphans(in: place.path)
    #expect(place.names.count == 1)
    _ = try file.finish(as: "a file")
    #expect(file.put(at: place("done")) == nil)
    PartialFiles.removeOrphans(in: place.path)
    #expect(place.names == ["done"])
  }

  @Test("A file that is given up leaves nothing") func givenUp() throws {
    try { try PartialFile(in: place.path, called: "a file").write("half") }()
    #expect(place.names == [])
  }

  @Test("A folder, a link or a pipe of such a name stays") func otherKinds() throws {
    try place.write("", to: "mine")
    let names = (0..<3).map { ".nostro-\(String(repeating: "\($0)", count: 32)).partial" }
    #expect(mkdir(place(names[0]), 0o755) == 0)
    #expect(symlink("mine", place(names[1])) == 0)
    #expect(mkfifo(place(names[2]), 0o644) == 0)
    PartialFiles.removeOrphans(in: place.path)
    #expect(place.names == (names + ["mine"]).sorted())
  }

  @Test("While others sweep without a pause, every file that is written arrives whole")
  func sweptMeanwhile() async throws {
    let place = place
    let sweeper = Task.detached {
      while !Task.isCancelled { PartialFiles.removeOrphans(in: place.path) }
    }
    await withTaskGroup(of: Void.self) { writers in
      for number in 0..<200 {
        writers.addTask {
          #expect(throws: Never.self) {
            let file = try PartialFile(in: place.path, called: "\(number)")
            try file.write("whole \(number)")
            _ = try file.finish(as: "\(number)")
            #expect(file.put(at: place("\(number)")) == nil)
          }
        }
      }
    }
    sweeper.cancel()
    await sweeper.value
    #expect(place.names.count == 200)
    for number in 0..<200 { #expect(try place.text("\(number)") == "whole \(number)") }
  }
}
