import Foundation

/// The scenario files that the command line names.
enum ScenarioPaths {
  /// A file itself; of a folder its `*.yaml` by name, those of its folders left out.
  ///
  /// - Throws: `Failure` 66 where there is nothing of that name, or no scenario in the folder.
  static func files(of path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.noInput("\(path): no such file")
    }
    guard isFolder.boolValue else { return [path] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Failure.noInput("\(path): the folder cannot be read")
    }
    let files = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
    guard !files.isEmpty else { throw Failure.noInput("\(path): no scenario (*.yaml) in it") }
    return files.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }
}
