import Outcomes

/// What `check` found as GitHub Actions shows it: annotations, and a summary of the step.
public enum GitHubText {
  /// Workflow commands, a line each: an error for what fails or moved, a notice for what is not
  /// committed. GitHub shows ten of a kind a step, so that a model takes one.
  public static func annotations(_ scenarios: [CheckedScenario]) -> String {
    scenarios.flatMap(commands).joined()
  }

  private static func commands(_ scenario: CheckedScenario) -> [String] {
    var commands = scenario.verdicts.filter { !$0.holds }.map { verdict in
      command(
        "error", scenario.file, line: verdict.line, title: "\(scenario.name): an expectation fails",
        VerdictText.sentence(verdict))
    }
    guard let movement = scenario.movement else { return commands }
    if !movement.holds {
      commands.append(
        command(
          "error", scenario.file, title: "\(scenario.name): outcomes moved",
          (MovementText.sentences(movement) + [MovementLines.bisect(scenario, movement)])
            .joined(separator: "\n")))
    } else if movement.isIncomplete {
      commands.append(
        command(
          "notice", scenario.file, title: "\(scenario.name): not all is committed",
          "nostro check \(scenario.file.printable) --update --because \"…\" commits it"))
    }
    return commands
  }

  /// `::error file=…,line=…,title=…::message`, escaped as the runner reads it: `%`, CR and LF
  /// everywhere, in properties `:` and `,` too.
  static func command(
    _ kind: String, _ file: String, line: Int? = nil, title: String, _ message: String
  ) -> String {
    var properties = ["file=\(property(file))"]
    if let line { properties.append("line=\(line)") }
    properties.append("title=\(property(title))")
    return "::\(kind) \(properties.joined(separator: ","))::\(data(message))\n"
  }

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

extension GitHubText {
  /// The summary of the step in Markdown: what fails or moved, then a row for each scenario.
  public static func summary(_ scenarios: [CheckedScenario]) -> String {
    let bad = scenarios.filter { !$0.holds }
    var text = "## Outcomes\n\n\(VerdictText.summary(scenarios))\n"
    for scenario in bad {
      let fails = scenario.verdicts.filter { !$0.holds }.map { VerdictText.sentence($0) }
      let moved = scenario.movement.map(MovementText.sentences) ?? []
      text += "### \(markdown(scenario.file))\n\n"
      text += (fails + moved).map { "- \(markdown($0))\n" }.joined() + "\n"
    }
    text += "| scenario | replications | expectations that hold | fingerprints | figures |\n"
    text += "|---|---:|---:|---|---|\n"
    return text + scenarios.map(row).joined()
  }

  private static func row(_ scenario: CheckedScenario) -> String {
    let holding = scenario.verdicts.count(where: \.holds)
    let fields = [
      markdown(scenario.name), "\(scenario.replications)",
      "\(holding) of \(scenario.verdicts.count)",
    ]
    return "| " + (fields + committed(scenario.movement)).joined(separator: " | ") + " |\n"
  }

  private static func committed(_ movement: OutcomeMovement?) -> [String] {
    guard let movement else { return ["", ""] }
    let moved = movement.models.count(where: \.state.isMoved)
    let new = movement.models.count { $0.state == .new }
    let prints =
      moved > 0
      ? "\(moved) of \(movement.models.count) moved" : new > 0 ? "\(new) not committed" : "same"
    let figures =
      !movement.figures.isEmpty
      ? "\(movement.figures.count) moved" : movement.comparedFigures == 0 ? "not committed" : "same"
    return [prints, figures]
  }

  /// A text as it stands in Markdown, with nothing that means something there.
  static func markdown(_ text: String) -> String {
    var result = ""
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "|", "!", "~", "@":
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
