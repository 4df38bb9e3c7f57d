import Foundation

/// A folder of its own for one test; gone when the test ends.
final class Place: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("nostro-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names of all files, hidden ones too, in alphabetical order.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The path of a name.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file in place.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: self(name)), encoding: .utf8)
  }

  /// What lies at a name, links not followed; `nil` where nothing does.
  func status(_ name: String) -> stat? {
    var status = stat()
    return lstat(self(name), &status) == 0 ? status : nil
  }
}
