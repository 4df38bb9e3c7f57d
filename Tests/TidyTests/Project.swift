import Foundation
import TestSupport

/// The files of this package, by their paths from its root.
enum Project {
  /// The files that people write, in alphabetical order; measured data and fixtures are none.
  static let files: [ProjectFile] = {
    let manager = FileManager.default
    var paths = ["Package.swift", "README.md", "CHANGELOG.md", "Makefile", ".ci/run"]
    for folder in ["Sources", "Tests", "Scenarios"] {
      guard let below = manager.enumerator(atPath: Repository.file(folder)) else {
        continue
      }
      for case let path as String in below {
        // What is built lies in hidden folders.
        if path.split(separator: "/").last?.first == "." { below.skipDescendants() }
        paths.append("\(folder)/\(path)")
      }
    }
    return paths.sorted().filter(isWritten).compactMap(file)
  }()

  /// The Swift files of the sources, those of the benchmarks among them.
  static let sources = files.filter { $0.isSwift && $0.isSource }

  private static func isWritten(_ path: String) -> Bool {
    let kinds = [
      ".swift", ".md", ".yaml", ".h", ".cpp", ".modulemap", ".json", ".html", ".css", ".js",
      "Makefile", "/run",
    ]
    let data = ["/Files/", "/Reference/", "/Snapshots/"]
    return kinds.contains { path.hasSuffix($0) } && !data.contains { path.contains($0) }
  }

  private static func file(_ path: String) -> ProjectFile? {
    (try? Repository.text(path)).map { ProjectFile(path: path, text: $0) }
  }
}

/// One file of the package.
struct ProjectFile: Sendable {
  /// The path from the root: `Sources/Outcomes/Study.swift`.
  let path: String
  /// All of it.
  let text: String
  /// Without string literals and comments.
  let code: String
  /// Without string literals.
  let codeAndComments: String

  init(path: String, text: String) {
    (self.path, self.text) = (path, text)
    let isSwift = path.hasSuffix(".swift")
    code = isSwift ? SourceText.code(of: text) : text
    codeAndComments = isSwift ? SourceText.code(of: text, keepingComments: true) : text
  }

  var isSwift: Bool { path.hasSuffix(".swift") }

  /// Whether it is code of the project rather than a test, a scenario or a manifest.
  var isSource: Bool { path.hasPrefix("Sources/") && !path.hasSuffix("/Package.swift") }

  /// How many lines it has.
  var lineCount: Int { text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } }
}
