import Foundation
import Testing

@testable import Experiments

@Suite("A lock binds as long as it lives") struct FileLockTests {
  private let place: Place

  init() throws {
    place = try Place()
    try place.write("", to: "table")
  }

  /// What a second lock meets while a first one lives; `nil` where it is taken.
  private func second(_ kind: FileLock.Kind, on path: String, whileHeld first: FileLock.Kind) throws
    -> FileLock.Refusal?
  {
    let held = try FileLock(on: path, first)
    defer { withExtendedLifetime(held) {} }
    do throws(FileLock.Refusal) { _ = try FileLock(on: path, kind) } catch { return error }
    return nil
  }

  @Test("An exclusive lock is alone, shared ones live together, on a file and on a folder")
  func kinds() throws {
    for path in [place("table"), place.path] {
      #expect(try second(.exclusive, on: path, whileHeld: .exclusive) == .isTaken)
      #expect(try second(.shared, on: path, whileHeld: .exclusive) == .isTaken)
      #expect(try second(.exclusive, on: path, whileHeld: .shared) == .isTaken)
      #expect(try second(.shared, on: path, whileHeld: .shared) == nil)
    }
  }

  @Test("Nothing is made, and no link is followed") func nothing() throws {
    #expect(throws: FileLock.Refusal.self) { try FileLock(on: place("absent")) }
    #expect(place.names == ["table"])
    try #require(symlinkTo("table", at: "link"))
    #expect(throws: FileLock.Refusal.self) { try FileLock(on: place("link")) }
  }

  private func symlinkTo(_ aim: String, at name: String) -> Bool {
    symlink(aim, place(name)) == 0
  }
}
