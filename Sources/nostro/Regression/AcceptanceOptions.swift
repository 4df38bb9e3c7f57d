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

/// The platform whose arithmetic the digests are of.
enum Platform {
  /// Its name: `linux-x86_64`.
  static var name: String { "\(system)-\(processor)" }

  private static var system: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "macos"
    #else
      "other"
    #endif
  }

  private static var processor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}
