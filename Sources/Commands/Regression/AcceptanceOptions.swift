import ArgumentParser
import Experiments
import Foundation
import Reporting

/// Whether what came now is committed from now on, and why.
struct AcceptanceOptions: ParsableArguments {
  @Flag(help: "Commit what came: write Fingerprints.csv and Baselines/ beside the scenarios.")
  var update = false

  @Option(help: "Why it moved; written beside what is committed.")
  var because: String?

  /// How long a reason may be, in bytes.
  private static let longestReason = 500

  func validate() throws {
    if because != nil, !update { throw ValidationError("--because belongs to --update") }
    if let because, because.utf8.count > AcceptanceOptions.longestReason {
      throw ValidationError(
        "--because takes at most \(AcceptanceOptions.longestReason) bytes, not \(because.utf8.count)"
      )
    }
  }

  /// The reason on one line; `nil` where none is given.
  var reason: String? {
    let words = (because ?? "").split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}

extension AcceptanceOptions {
  /// Commits what came.
  ///
  /// - Returns: What was written, a line each.
  /// - Throws: `Failure` 64 where something is another than before and nobody says why; 73 where a
  ///   file cannot be written. No file is changed then.
  func accept(_ library: inout CheckedLibrary) throws -> String {
    let reason = reason
    let changed = try library.accept(listener: Listener(note: Output.note)) {
      changed throws(Failure) in
      guard reason == nil else { return }
      throw Failure(
        .usage, ["--update changes \(changed.joined(separator: ", ")): say why with --because"])
    }
    return changed.isEmpty ? "nothing to update\n" : changed.map { "updated \($0)\n" }.joined()
  }
}

/// The files that `check` writes for other programs.
struct CheckFileOptions: ParsableArguments {
  @Option(help: "Write what was found as JUnit XML.")
  var junit: String?

  @Flag(help: "Annotate for GitHub Actions, and add to the summary of the step.")
  var github = false

  /// Writes what was asked for.
  ///
  /// - Throws: `Failure` 73 where it cannot be written.
  func write(_ checked: [CheckedScenario], _ strays: [String], isStrict: Bool) throws {
    if let junit {
      try OutputFile.write(
        JUnitXML.text(checked, strays: strays, isStrict: isStrict), to: junit)
    }
    guard github else { return }
    let settings = ProcessInfo.processInfo.environment
    try Output.write(
      GitHubText.annotations(checked, strays: strays, isStrict: isStrict) { file in
        CheckFileOptions.path(of: file, from: settings["GITHUB_WORKSPACE"] ?? "")
      })
    let summary = settings["GITHUB_STEP_SUMMARY"] ?? ""
    guard !summary.isEmpty else { return }
    try OutputFile.append(
      GitHubText.summary(checked, strays: strays, isStrict: isStrict), to: summary)
  }

  /// The path of a file from the root of the repository, as annotations need it: the command may run
  /// in another folder. A file outside of it keeps the path that it was given.
  private static func path(of file: String, from workspace: String) -> String {
    guard !workspace.isEmpty else { return file }
    let root = ScenarioPaths.place(of: workspace)
    let place = ScenarioPaths.place(of: file)
    return place.hasPrefix(root + "/") ? String(place.dropFirst(root.count + 1)) : file
  }
}
