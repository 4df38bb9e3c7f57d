import Foundation

/// The scenario files that the command line names.
package enum ScenarioPaths {
  /// A file itself; of a folder its `*.yaml` by name, those of its folders left out.
  ///
  /// - Throws: `.noInput` where there is nothing of that name, or no scenario in the folder.
  package static func files(of path: String) throws(Failure) -> [String] {
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

extension ScenarioPaths {
  /// Whether a path names a folder.
  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The folder of a file, `.` for the present one.
  package static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    let folder = String(file[..<slash])
    return folder.isEmpty ? "/" : folder
  }

  /// The one path of a place, whatever path it is named by.
  ///
  /// Links are followed, `.` and `..` resolved; two paths name one file where their places are equal.
  package static func place(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The name of a file without its folder and its ending.
  ///
  /// `five-branches` of `Scenarios/five-branches.yaml`: the name under which outcomes are committed.
  package static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
