import Foundation
import Testing

/// Texts that commands printed once, kept beside the tests.
///
/// To take over what they print now, set `NOSTRO_SNAPSHOTS=rewrite` and read the diff:
///
///     NOSTRO_SNAPSHOTS=rewrite swift test --filter CommandTests && git diff Tests
enum Snapshot {
  /// Expects a text to be that of `Snapshots/<name>.txt`.
  static func expect(
    _ text: String, as name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Folder.ofTests.appendingPathComponent("Snapshots/\(name).txt")
    if ProcessInfo.processInfo.environment["NOSTRO_SNAPSHOTS"] == "rewrite" {
      try Data(text.utf8).write(to: file)
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    let hint = "Snapshots/\(name).txt: NOSTRO_SNAPSHOTS=rewrite takes over what is printed now"
    #expect(text == kept, Comment(rawValue: hint), sourceLocation: sourceLocation)
  }
}
