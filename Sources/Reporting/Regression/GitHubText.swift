import Outcomes
import Vocabulary

/// What `check` found as GitHub Actions shows it: annotations, and a summary of the step.
///
/// Paths are relative to the root of the repository, as the runner links them.
public enum GitHubText {
  /// How many annotations of a kind GitHub shows of a step (GitHub Actions, limits of annotations,
  /// 2025: ten errors, ten warnings, ten notices).
  static let mostShown = 10

  /// Workflow commands, a line each: an error for what fails or moved, a notice for what is not
  /// compared, which is an error too where it has to be.
  ///
  /// GitHub shows ten of a kind a step. The tenth is followed by one of another kind, a warning,
  /// that says how many more there are; the summary of the step and the log have them all.
  ///
  /// - Parameters:
  ///   - strays: What is committed of scenarios that there are not, a sentence each.
  ///   - isStrict: Whether what is not compared fails.
  ///   - path: The path of a scenario's file from the root of the repository.
  public static func annotations(
    _ scenarios: [CheckedScenario], strays: [String] = [], isStrict: Bool = false,
    path: (String) -> String = { $0 }
  ) -> String {
    var all = scenarios.flatMap { annotations(of: $0, path($0.file), isStrict) }
    all += strays.map { sentence in
      Annotation(
        kind: isStrict ? "error" : "notice", file: nil, title: "committed without a scenario",
        message: sentence)
    }
    return ["error", "notice"].map { kind in shown(all.filter { $0.kind == kind }, kind) }.joined()
  }

  /// The first ten, and how many more there are.
  private static func shown(_ annotations: [Annotation], _ kind: String) -> String {
    let rest = annotations.count - mostShown
    let text = annotations.prefix(mostShown).map(\.command).joined()
    guard rest > 0 else { return text }
    let more = Annotation(
      kind: "warning", file: nil, title: "\(rest.counted("more \(kind)"))",
      message: "GitHub shows \(mostShown) of a kind: the other \(rest) stand in the summary of the "
        + "step and in its log")
    return text + more.command
  }

  /// - Returns: One for each expectation that fails, at its line; one for what moved; one for what
  ///   is not compared, which stands beside the others only where it has to be compared.
  private static func annotations(
    of scenario: CheckedScenario, _ file: String, _ isStrict: Bool
  ) -> [Annotation] {
    var found = scenario.verdicts.filter { !$0.holds }.map { verdict in
      Annotation(
        kind: "error", file: file, line: verdict.line,
        title: "\(scenario.name): an expectation fails", message: VerdictText.sentence(verdict))
    }
    guard let movement = scenario.movement else { return found }
    if !movement.holds {
      found.append(
        Annotation(
          kind: "error", file: file, title: "\(scenario.name): outcomes moved",
          message: (MovementText.sentences(movement) + [MovementLines.bisect(scenario, movement)])
            .joined(separator: "\n")))
    }
    let reasons = AbsenceText.strictSentences(movement)
    guard !reasons.isEmpty, isStrict || movement.holds else { return found }
    let command = "nostro check \(scenario.file.printable) --update --because \"…\" commits it"
    found.append(
      Annotation(
        kind: isStrict ? "error" : "notice", file: file,
        title: "\(scenario.name): not all is compared",
        message: (reasons + [command]).joined(separator: "\n")))
    return found
  }

  /// One annotation.
  ///
  /// The kinds are those of workflow commands: error, warning, notice.
  private struct Annotation {
    let kind: String
    /// `nil` for what belongs to no file.
    let file: String?
    var line: Int?
    let title, message: String

    var command: String { GitHubText.command(kind, file, line: line, title: title, message) }
  }

  /// `::error file=…,line=…,title=…::message`, escaped as the runner reads it: `%`, CR and LF
  /// everywhere, in properties `:` and `,` too.
  ///
  /// - Parameters:
  ///   - kind: `error`, `warning` or `notice`.
  ///   - line: From 1; none for the file as a whole.
  /// - Returns: One line, ended by LF, whatever the message holds.
  static func command(
    _ kind: String, _ file: String?, line: Int? = nil, title: String, _ message: String
  ) -> String {
    var properties = file.map { ["file=\(property($0))"] } ?? []
    if let line { properties.append("line=\(line)") }
    properties.append("title=\(property(title))")
    return "::\(kind) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  /// A message: lines stay lines to the reader, since their ends are escaped.
  private static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A property, in which a comma or a colon would end it.
  private static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
