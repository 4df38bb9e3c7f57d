import Foundation
import Reporting
import Testing
import Vocabulary

@testable import Experiments

@Suite("A folder of results is committed by its manifest") struct ResultFolderTests {
  private let place: Place

  init() throws { place = try Place() }

  /// A manifest of the files alone.
  private func manifest(_ files: [ListedFile]) -> String {
    let entries = files.map {
      #"{"name": "\#($0.name)", "bytes": \#($0.bytes), "digest": "\#($0.digest)"}"#
    }
    return #"{"format": 2, "files": [\#(entries.joined(separator: ", "))]}"#
  }

  @discardableResult
  private func publish(_ files: [String: String]) throws -> ResultFolder {
    let folder = try ResultFolder(place.path)
    for (name, text) in files.sorted(by: { $0.key < $1.key }) { try folder.write(text, to: name) }
    _ = try folder.publish(committedBy: manifest)
    return folder
  }

  /// The files that are not what the manifest lists.
  private func others() throws -> [String] {
    let folder = FinishedFolder(place.path)
    return try folder.listed().filter { (try? folder.file($0.name)) != $0 }.map(\.name)
  }

  /// How the folder is refused to somebody who wants to write a table there; `nil` where it is not.
  private func refusal(_ kind: ResultKind) throws -> [String]? {
    let folder = try ResultFolder(place.path)
    do throws(Failure) { try folder.refuseForeign(kind, writing: ["a.csv", "b.csv"]) } catch {
      #expect(error.kind == .noOutput)
      return error.problems.map(\.description)
    }
    return nil
  }

  @Test("Files that would be replaced are refused unless a manifest of the kind lists them")
  func foreign() throws {
    #expect(try refusal(.run) == nil)
    try place.write("mine", to: "a.csv")
    try place.write("mine", to: "other.csv")
    let first = try refusal(.sweep)
    #expect(first?.count == 1)
    #expect(
      first?.first
        == "\(place("a.csv")): would be replaced, and no manifest of a sweep lists it: "
        + "expected another folder, or that it is moved away")
    try place.write(#"{"name": "web app"}"#, to: "manifest.json")
    #expect(try refusal(.run)?.count == 2)
    let listed = #"{"name": "a.csv", "bytes": 4, "digest": "0000000000000000"}"#
    try place.write(
      #"{"format": 2, "scenario_digest": "0", "files": [\#(listed)]}"#, to: "manifest.json")
    #expect(try refusal(.run) == nil)
    try place.write("mine", to: "b.csv")
    #expect(try refusal(.run)?.map { $0.hasPrefix("\(place("b.csv")): ") } == [true])
  }

  @Test("A folder of one kind is not written over by another, whatever its files are called")
  func kinds() throws {
    let kinds: [(ResultKind, String)] = [
      (.run, #"{"format": 2, "scenario_digest": "0", "files": []}"#),
      (.sweep, #"{"format": 2, "kind": "sweep", "files": []}"#),
      (.page, #"{"format": 2, "kind": "page", "files": []}"#),
    ]
    for (own, text) in kinds {
      try place.write(text, to: "manifest.json")
      for (kind, _) in kinds { #expect(try (refusal(kind) == nil) == (kind == own)) }
    }
    try place.write(#"{"kind": "cake"}"#, to: "manifest.json")
    #expect(try refusal(.run)?.count == 1)
    // Of an earlier format, which lists no files.
    try place.write(#"{"format": 1, "scenario_digest": "0"}"#, to: "manifest.json")
    try place.write("old", to: "a.csv")
    #expect(try refusal(.run) == nil)
  }

  @Test("A file in the place of a folder is named") func obstacle() throws {
    try place.write("mine", to: "file")
    #expect(symlink("nowhere", place("link")) == 0)
    let sentences = [
      ("file", "is a regular file, expected a folder"),
      ("file/a/b", "\(place("file")) is a regular file, expected a folder"),
      ("link", "is a link to nothing"), ("link/a", "\(place("link")) is a link to nothing"),
    ]
    for (name, sentence) in sentences {
      let failure = #expect(throws: Failure.self) { try ResultFolder(place(name)) }
      #expect(
        failure?.kind == .noOutput
          && failure?.problems.map(\.description) == ["\(place(name)): \(sentence)"])
    }
    #expect(try place.text("file") == "mine")
  }

  @Test("All files are listed by name with their lengths and digests") func listed() throws {
    try publish([
      "b.csv": "two", "a.csv": "", "page.html": String(repeating: "long", count: 1 << 16),
    ])
    let files = try FinishedFolder(place.path).listed()
    #expect(files.map(\.name) == ["a.csv", "b.csv", "page.html"])
    #expect(files.map(\.bytes) == [0, 3, 1 << 18])
    var digest = Digest()
    digest.combine(bytes: "two".utf8)
    #expect(files[1].digest == digest)
    #expect(try others() == [])
  }

  @Test("What stops between two files leaves a folder that no manifest commits")
  func stopped() throws {
    try publish(["a.csv": "1", "b.csv": "1", "c.csv": "1"])
    let folder = try ResultFolder(place.path)
    for name in ["a.csv", "b.csv", "c.csv"] { try folder.write("2", to: name) }
    // The second cannot be put in place any more.
    unlink(place("b.csv"))
    #expect(mkdir(place("b.csv"), 0o755) == 0)
    #expect(throws: Failure.self) { try folder.publish(committedBy: manifest) }
    #expect(try place.text("a.csv") == "2" && place.text("c.csv") == "1")
    #expect(try others() == ["a.csv", "b.csv"])
  }

  @Test(
    "What an earlier run wrote and this one does not is removed and named; what is not its own stays"
  )
  func former() throws {
    try publish(["a.csv": "1", "old.csv": "1", "edited.csv": "1"])
    try place.write("mine", to: "edited.csv")
    try place.write("mine", to: "notes.csv")
    #expect(try publish(["a.csv": "2"]).removed == ["old.csv"])
    #expect(place.names == ["a.csv", "edited.csv", "manifest.json", "notes.csv"])
    #expect(try place.text("edited.csv") == "mine" && place.text("notes.csv") == "mine")
  }

  @Test("Runs that end at the same time leave the files of one of them") func together()
    async throws
  {
    let suite = self
    await withTaskGroup(of: Void.self) { group in
      for run in 0..<12 {
        group.addTask {
          #expect(throws: Never.self) {
            try suite.publish(["a.csv": "\(run)", "b.csv": "\(run)", "\(run).csv": "\(run)"])
          }
        }
      }
    }
    #expect(try others() == [])
    let last = try place.text("a.csv")
    #expect(place.names == ["\(last).csv", "a.csv", "b.csv", "manifest.json"].sorted())
  }

  @Test("A page that is made again is listed as it now is") func amended() throws {
    let folder = try ResultFolder(place.path)
    try folder.write("1", to: "page.html")
    try folder.write("1", to: "a.csv")
    _ = try folder.publish { files in
      let entries = files.map {
        """
            {
              "name": "\($0.name)",
              "bytes": \($0.bytes),
              "digest": "\($0.digest)"
            }
        """
      }
      return "{\n  \"format\": 2,\n  \"files\": [\n\(entries.joined(separator: ",\n"))\n  ]\n}\n"
    }
    let again = try ResultFolder(place.path)
    try again.write("another", to: "page.html")
    try again.publishAmending()
    #expect(try others() == [])
    #expect(try FinishedFolder(place.path).listed().map(\.bytes) == [1, 7])
  }

  @Test("A link in the place of a file is refused, so that nothing outside is written")
  func links() throws {
    try place.write("mine", to: "outside")
    #expect(symlink("outside", place("a.csv")) == 0)
    #expect(throws: Failure.self) { try publish(["a.csv": "1"]) }
    #expect(try place.text("outside") == "mine")
    #expect(place.names == ["a.csv", "outside"])
  }

  @Test(
    "A manifest whose names lead elsewhere lists nothing",
    arguments: ["../a.csv", "/etc/passwd", "", ".", ".."])
  func names(_ name: String) {
    let text = manifest([ListedFile(name: name, bytes: 1, digest: Digest())])
    #expect(throws: UnreadableReport.self) { try Manifest.listed(in: text) }
  }
}
