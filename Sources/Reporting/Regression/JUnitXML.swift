import Outcomes

/// What `check` found as JUnit XML, as GitLab, Jenkins and others read it.
///
/// A suite for each scenario; in it a case for each expectation, for each model's fingerprint and
/// for the figures. What is not committed is skipped. There are no times, so that the same outcomes
/// give the same bytes.
public enum JUnitXML {
  /// The document.
  public static func text(_ scenarios: [CheckedScenario]) -> String {
    let suites = scenarios.map { (scenario: $0, cases: cases(of: $0)) }
    let all = suites.flatMap(\.cases)
    return XMLElement(
      "testsuites",
      suites.map { suite in
        XMLElement(
          "testsuite", suite.cases.map { element($0, in: suite.scenario) },
          [("name", suite.scenario.file)] + counts(suite.cases))
      }, [("name", "nostro check")] + counts(all)
    ).document
  }

  /// A case and what is said of it.
  private struct Case {
    let name: String
    var failure: [String] = []
    var skipped: String?
  }

  private static func counts(_ cases: [Case]) -> [(name: String, value: String)] {
    [
      ("tests", "\(cases.count)"), ("failures", "\(cases.count { !$0.failure.isEmpty })"),
      ("errors", "0"), ("skipped", "\(cases.count { $0.skipped != nil })"),
    ]
  }

  private static func cases(of scenario: CheckedScenario) -> [Case] {
    var cases = scenario.verdicts.map { verdict in
      Case(
        name: "line \(verdict.line): \(verdict.that)",
        failure: verdict.holds ? [] : [VerdictText.sentence(verdict)])
    }
    guard let movement = scenario.movement else { return cases }
    cases += movement.models.map { fingerprint($0, movement) }
    var figures = Case(name: "figures")
    if movement.comparedFigures == 0, movement.figures.isEmpty {
      figures.skipped = "none committed for this number of replications"
    }
    figures.failure = movement.figures.map {
      MovementText.sentence($0, of: movement.scenario).printable
    }
    return cases + [figures]
  }

  private static func fingerprint(
    _ model: OutcomeMovement.ModelMovement, _ movement: OutcomeMovement
  ) -> Case {
    var result = Case(name: "fingerprint of \(model.name)")
    switch model.state {
    case .same: break
    case .new: result.skipped = "none committed for this number of replications"
    case .madeOn(let platform): result.skipped = "made on \(platform)"
    case .order, .books, .outcomes:
      result.failure = [MovementText.sentence(model, movement).printable]
    }
    return result
  }

  private static func element(_ found: Case, in scenario: CheckedScenario) -> XMLElement {
    var inner: [XMLElement] = []
    if let first = found.failure.first {
      inner = [
        XMLElement(
          "failure", found.failure.joined(separator: "\n"),
          [("message", first), ("type", "moved")])
      ]
    } else if let reason = found.skipped {
      inner = [XMLElement("skipped", "", [("message", reason)])]
    }
    return XMLElement(
      "testcase", inner,
      [("classname", scenario.name), ("name", found.name), ("file", scenario.file)])
  }
}
