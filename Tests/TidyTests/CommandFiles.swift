/// What files of the program may be: a command with its options, or output to the terminal.
enum CommandFiles {
  static let folder = "Sources/Commands/"
  /// Where files without options lie: all that knows the terminal.
  static let terminal = folder + "Output/"
  static let linesOfAFile = 120

  /// A sentence for each rule that a file of the program breaks; none for other files.
  static func findings(in file: ProjectFile) -> [String] {
    guard file.path.hasPrefix(folder) else { return [] }
    var findings: [String] = []
    if file.lineCount > linesOfAFile {
      findings.append(
        "\(file.path): found \(file.lineCount) lines: what a command runs belongs to Experiments, "
          + "\(linesOfAFile) lines at most")
    }
    let modules = Layer.imports(of: file).map(\.module)
    if !file.path.hasPrefix(terminal), !modules.contains("ArgumentParser") {
      findings.append(
        "\(file.path): found no `import ArgumentParser`: what is no command belongs to Experiments, "
          + "output to the terminal to \(terminal)")
    }
    return findings
  }
}
