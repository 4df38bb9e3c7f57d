import Foundation
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ReadableFileTests {
  /// Nobody writes to the pipe: whoever waited for it would wait for ever.
  @Test func aPipeIsRefusedUnread() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("pipe.yaml").path
      try #require(mkfifo(path, 0o600) == 0)
      #expect(throws: ReadableFile.Refusal.unreadable("is a pipe, expected a file")) {
        try ReadableFile(path, admitsPipes: true).bytes(limit: 10)
      }
      do {
        _ = try ScenarioFile.read(at: path)
        Issue.record("a pipe is refused")
      } catch { #expect("\(error)" == "\(path): is a pipe, expected a file") }
    }
  }

  @Test(arguments: [("payments.csv", ""), ("payments.xml", "")])
  func aPipeBesideTheScenarioIsRefusedUnread(_ name: String, _: String) throws {
    try withTemporaryFolder { folder in
      try #require(mkfifo(folder.appendingPathComponent(name).path, 0o600) == 0)
      var small = SmallScenario()
      small.folder = folder.path
      let flow =
        "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, "
        + "amount: {constant: 25k}}"
      #expect(
        small.with(flow, "{file: \(name)}").problems
          == ["week.yaml:16:12: flows.suppliers.file: found '\(name)': is a pipe, expected a file"])
    }
  }

  @Test func foldersAndDevicesAreRefused() throws {
    try withTemporaryFolder { folder in
      #expect(throws: ReadableFile.Refusal.unreadable("is a folder, expected a file")) {
        try ReadableFile(folder.path, admitsPipes: true).bytes(limit: 10)
      }
      #expect(throws: ReadableFile.Refusal.unreadable("is a device, expected a file")) {
        try ReadableFile("/dev/zero", admitsPipes: true).bytes(limit: 10)
      }
      #expect(throws: ReadableFile.Refusal.unreadable("no such file")) {
        try ReadableFile(folder.appendingPathComponent("nowhere").path).bytes(limit: 10)
      }
    }
  }

  /// What a shell makes of `<(…)`: the pipe is open already, and its name says so.
  @Test func aPipeThatWasOpenIsReadToItsEndOrToTheLimit() throws {
    func pipe(_ text: String) throws -> FileHandle {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try pipe.fileHandleForWriting.close()
      return pipe.fileHandleForReading
    }
    let whole = try pipe("scenario: week\n")
    let path = "/dev/fd/\(whole.fileDescriptor)"
    #expect(
      try ReadableFile(path, admitsPipes: true).bytes(limit: 15) == Array("scenario: week\n".utf8))
    let long = try pipe("scenario: week\n")
    #expect(throws: ReadableFile.Refusal.tooLarge(limit: 14)) {
      try ReadableFile("/dev/fd/\(long.fileDescriptor)", admitsPipes: true).bytes(limit: 14)
    }
  }
}
