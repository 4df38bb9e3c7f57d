import Foundation
import Testing

@testable import nostro

@Suite("A lock binds as long as it lives") struct FileLockTests {
  private let place: Place

  init() throws {
    place = try Place()
    try place.write("", to: "table")
  }

  @Test("An exclusive lock is taken once, and again when it has gone") func exclusive() throws {
    let first = try FileLock(on: place("table"))
    #expect(throws: FileLock.Refusal.isTaken) { try FileLock(on: place("table")) }
    #expect(throws: FileLock.Refusal.isTaken) { try FileLock(on: place("table"), .shared) }
    withExtendedLifetime(first) {}
    try released()
  }

  private func released() throws { _ = try FileLock(on: place("table")) }

  @Test("Shared locks live together and keep an exclusive one away, on a folder too")
  func shared() throws {
    let both = try [
      FileLock(on: place.path, .shared), FileLock(on: place.path, .shared),
    ]
    #expect(throws: FileLock.Refusal.isTaken) { try FileLock(on: place.path) }
    withExtendedLifetime(both) {}
    _ = try FileLock(on: place.path)
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
