import Foundation
import TestSupport

/// A folder of its own for one test, with the small scenario in it; gone when the test ends.
final class Folder: Sendable {
  /// Where commands run.
  let url: URL
  /// Where their streams are kept, outside of `url`.
  let streams: URL

  /// The folder of these tests in the sources.
  static let ofTests = ofPackage.appendingPathComponent("Tests/CommandTests")
  /// The root of the package.
  static let ofPackage = Repository.root

  init() throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("nostro-\(UUID().uuidString)")
    (url, streams) = (
      base.appendingPathComponent("folder"), base.appendingPathComponent("streams")
    )
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let scenarios = Folder.ofTests.appendingPathComponent("Scenarios")
    try FileManager.default.copyItem(
      at: scenarios.appendingPathComponent("two-branches.yaml"),
      to: url.appendingPathComponent("two-branches.yaml"))
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  /// The names of all files in a subfolder, hidden ones too, in alphabetical order; `nil` where
  /// there is no such folder.
  func names(in subfolder: String) -> [String]? {
    try? FileManager.default
      .contentsOfDirectory(atPath: url.appendingPathComponent(subfolder).path).sorted()
  }

  /// The bytes of each file in a subfolder.
  func contents(of subfolder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: url.appendingPathComponent(subfolder).path)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: url.appendingPathComponent("\(subfolder)/\($0)")))
      })
  }

  /// The text of a file.
  func text(_ path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  /// Writes a file; the folder that it lies in is made where it is missing.
  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
