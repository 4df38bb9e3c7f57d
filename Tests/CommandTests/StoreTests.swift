import Foundation
import Testing

/// What is found again and what is not is tested in `ExperimentsTests/KeptReplicationTests`.
@Suite("Finished replications are kept, however a run ends") struct StoreTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func compare(_ replications: Int, _ options: String...) throws -> Command.Ending {
    try Command.nostro(
      ["compare", "two-branches.yaml", "--replications", "\(replications)"] + options, in: folder)
  }

  /// The replications that are stored, whole ones only.
  private var stored: [String] {
    let keys = (folder.names(in: ".nostro") ?? []).filter { $0 != ".gitignore" }
    return keys.flatMap { folder.names(in: ".nostro/\($0)") ?? [] }.filter { !$0.hasPrefix(".") }
  }

  @Test(
    "Three times stopped and gone on, the files are those of a run without a stop",
    arguments: [SIGKILL, SIGTERM, SIGINT])
  func stopped(signal: Int32) throws {
    #expect(try compare(40, "--no-store", "--out", "whole").code == 0)
    let arguments = ["compare", "two-branches.yaml", "--replications", "40", "--out", "resumed"]
    for count in [3, 9, 20] {
      let ending = try Command.nostro(arguments, in: folder, stoppedBy: signal) {
        stored.count >= count
      }
      #expect(ending.code != 0, "it was stopped, not done")
      #expect(stored.count >= count && stored.count < 40)
    }
    let before = stored.count
    let ending = try Command.nostro(arguments, in: folder)
    #expect(ending.code == 0)
    #expect(ending.errors.hasPrefix("note: \(before) of 40 replications were kept"))
    #expect(try folder.contents(of: "resumed") == folder.contents(of: "whole"))
  }

  @Test("More replications later find the first ones") func more() throws {
    #expect(try compare(3, "--quiet").code == 0)
    #expect(stored.sorted() == ["0", "1", "2"])
    let ending = try compare(5)
    #expect(ending.errors.hasPrefix("note: 3 of 5 replications were kept"))
    #expect(stored.count == 5)
  }

  @Test("Without a store nothing is kept") func noStore() throws {
    #expect(try compare(2, "--no-store").code == 0)
    #expect(folder.names(in: ".nostro") == nil)
  }

  @Test("A store that cannot be written ends with 73 and says how to do without it")
  func unwritable() throws {
    try folder.write("", to: "taken")
    let ending = try compare(2, "--store", "taken")
    #expect(ending.code == 73)
    #expect(ending.errors.contains("--no-store"))
  }
}
