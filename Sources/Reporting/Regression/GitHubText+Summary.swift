import Outcomes

/// The summary holds everything: annotations are cut at ten of a kind.
extension GitHubText {
  /// The summary of the step in Markdown: what fails or moved, then a row for each scenario.
  ///
  /// - Parameters:
  ///   - strays: What is committed of scenarios that there are not, a sentence each.
  ///   - isStrict: Whether what is not compared fails.
  ///
  /// Texts of scenario files stand in it with everything taken away that Markdown or HTML would
  /// read as more than text.
  public static func summary(
    _ scenarios: [CheckedScenario], strays: [String] = [], isStrict: Bool = false
  ) -> String {
    let bad = scenarios.filter { isStrict ? !$0.holdsStrictly : !$0.holds }
    var text = "## Outcomes\n\n\(VerdictText.summary(scenarios))\n"
    if !strays.isEmpty { text += strays.map { "- \(markdown($0))\n" }.joined() + "\n" }
    for scenario in bad {
      let fails = scenario.verdicts.filter { !$0.holds }.map { VerdictText.sentence($0) }
      let moved = scenario.movement.map(MovementText.sentences) ?? []
      let absent = isStrict ? scenario.movement.map(AbsenceText.strictSentences) ?? [] : []
      text += "### \(markdown(scenario.file))\n\n"
      text += (fails + moved + absent).map { "- \(markdown($0))\n" }.joined() + "\n"
    }
    text += "| scenario | replications | expectations that hold | fingerprints | figures |\n"
    text += "|---|---:|---:|---|---|\n"
    return text + scenarios.map(row).joined()
  }

  /// The cells of a scenario, in the order of the table's heading.
  private static func row(_ scenario: CheckedScenario) -> String {
    let holding = scenario.verdicts.count(where: \.holds)
    let fields = [
      markdown(scenario.name),
      "\(scenario.replications)\(scenario.variation == .nothing ? ", one observation" : "")",
      "\(holding) of \(scenario.verdicts.count)",
    ]
    return "| " + (fields + committed(scenario.movement)).joined(separator: " | ") + " |\n"
  }

  /// Two cells: fingerprints and figures; both empty where nothing was compared.
  private static func committed(_ movement: OutcomeMovement?) -> [String] {
    guard let movement else { return ["", ""] }
    let moved = movement.models.count(where: \.state.isMoved)
    let absent = movement.models.count { $0.state.absence != nil }
    let parts =
      (moved > 0 ? ["\(moved) of \(movement.models.count) moved"] : [])
      + (absent > 0 ? ["\(absent) not compared"] : [])
    let stale = movement.isFileChanged == true ? "same, of another file" : "same"
    let prints = parts.isEmpty ? stale : parts.joined(separator: ", ")
    let figures =
      !movement.figures.isEmpty
      ? "\(movement.figures.count) moved" : movement.figureAbsence != nil ? "not compared" : "same"
    return [prints, figures]
  }

  /// A text as it stands in Markdown, with nothing that means something there.
  ///
  /// - Complexity: O(scalars).
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
