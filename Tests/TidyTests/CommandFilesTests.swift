import Testing

@Suite("The program holds commands only") struct CommandFilesTests {
  @Test("No file of it is longer than 120 lines or without options, but output to the terminal")
  func filesAreCommands() {
    #expect(Project.sources.count { $0.path.hasPrefix(CommandFiles.folder) } > 20)
    for finding in Project.sources.flatMap(CommandFiles.findings) {
      Issue.record(Comment(rawValue: finding))
    }
  }

  @Test(
    "Each rule finds what breaks it and passes what looks alike",
    arguments: [
      ("Sources/Commands/Run/A.swift", "import ArgumentParser\n", 119, 0),
      ("Sources/Commands/Run/A.swift", "import ArgumentParser\n", 120, 1),
      ("Sources/Commands/Run/A.swift", "// import ArgumentParser\n", 1, 1),
      ("Sources/Commands/Run/A.swift", "import Foundation\n", 120, 2),
      ("Sources/Commands/Output/A.swift", "import Foundation\n", 119, 0),
      ("Sources/Commands/Output/A.swift", "import Foundation\n", 120, 1),
      ("Sources/Experiments/Runs/A.swift", "import Foundation\n", 200, 0),
    ])
  func rules(path: String, head: String, more: Int, findings: Int) {
    let text = head + String(repeating: "step()\n", count: more)
    #expect(CommandFiles.findings(in: ProjectFile(path: path, text: text)).count == findings)
  }
}
