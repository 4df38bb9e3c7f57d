import Foundation
import Scenarios
import Testing

@Suite struct LargeFileTests {
  /// 100 MB without a block on the disk: whoever read it whole would take 25 times the limit.
  @Test func aHundredMegabytesAreRefusedUnread() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("nostro-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    do {
      _ = try ScenarioFile.read(at: file.path)
      Issue.record("a file of 100 MB is refused")
    } catch {
      #expect("\(error)" == "\(file.path):1:1: the file is larger than 4 MB")
    }
  }
}
