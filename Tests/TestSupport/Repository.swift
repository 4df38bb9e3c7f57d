public import Foundation

/// The files of this package, wherever tests are started from.
public enum Repository {
  /// The root: this file lies two folders below it.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file that is named from the root: `Scenarios/five-branches.yaml`.
  public static func file(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// The text of a file that is named from the root.
  ///
  /// - Throws: What Foundation says where it cannot be read.
  public static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// Whether something lies at a path from the root.
  public static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: file(name))
  }
}
