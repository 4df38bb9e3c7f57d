import Outcomes

/// What `check` found as JUnit XML, as GitLab, Jenkins and others read it.
///
/// A suite for each scenario; in it a case for each expectation, for each model's fingerprint and
/// for the figures. The `type` of a failure tells apart what `failed`, what `moved` and what is
/// `not compared`; the last is skipped unless it has to be compared. The time of a suite is that of
/// its replications, which all its cases are judged by: each has an equal part of it.
///
/// Elements and attributes are those of the schema of Jenkins (xunit-plugin, `junit-10.xsd`).
public enum JUnitXML {
  /// The document.
  ///
  /// - Parameters:
  ///   - strays: What is committed of scenarios that there are not, a sentence each.
  ///   - isStrict: Whether what is not compared fails.
  ///
  /// - Returns: A document in UTF-8, the same bytes for the same findings but for the times.
  public static func text(
    _ scenarios: [CheckedScenario], strays: [String] = [], isStrict: Bool = false
  ) -> String {
    var suites = scenarios.map { scenario in
      Suite(
        file: scenario.file, name: scenario.name, seconds: scenario.seconds,
        cases: cases(of: scenario, isStrict: isStrict))
    }
    if !strays.isEmpty {
      suites.append(
        Suite(
          file: "", name: "committed without a scenario", seconds: nil,
          cases: strays.map { Case(name: $0).absent([$0], isStrict: isStrict) }))
    }
    let seconds = scenarios.compactMap(\.seconds)
    return XMLElement(
      "testsuites", suites.map(\.element),
      [("name", "nostro check")] + time(seconds.isEmpty ? nil : seconds.reduce(0, +))
        + counts(suites.flatMap(\.cases))
    ).document
  }

  /// What is skipped is told of suites alone: the schema has no such attribute for the whole. An
  /// error would be a fault of the program, which ends it instead.
  private static func counts(_ cases: [Case]) -> [(name: String, value: String)] {
    [
      ("tests", "\(cases.count)"), ("failures", "\(cases.count { $0.failure != nil })"),
      ("errors", "0"),
    ]
  }

  /// Seconds to the microsecond; nothing where nobody looked at a clock.
  private static func time(_ seconds: Double?) -> [(name: String, value: String)] {
    seconds.map { [("time", $0.fixed(6, trimmed: false))] } ?? []
  }

  /// A suite of cases.
  ///
  /// A scenario, or what is committed of scenarios that there are not.
  private struct Suite {
    let file, name: String
    /// Wall time of its replications; `nil` where nobody looked at a clock.
    let seconds: Double?
    let cases: [Case]

    /// Each case gets an equal part of the time, since all are judged by the same replications.
    var element: XMLElement {
      let part = seconds.map { $0 / Double(max(1, cases.count)) }
      return XMLElement(
        "testsuite", cases.map { $0.element(of: name, part) },
        [("name", file.isEmpty ? name : file)] + (file.isEmpty ? [] : [("file", file)])
          + time(seconds) + counts(cases)
          + [("skipped", "\(cases.count { $0.skipped != nil })")])
    }
  }

  /// A case and what is said of it.
  ///
  /// An expectation, a fingerprint of a model, or all figures of a scenario.
  private struct Case {
    let name: String
    /// `failed`, `moved` or `not compared`, with sentences; the first is the message.
    var failure: (type: String, sentences: [String])?
    var skipped: String?

    /// The case where there is nothing to compare with: skipped, or failed.
    func absent(_ reasons: [String], isStrict: Bool) -> Case {
      var copy = self
      if isStrict {
        copy.failure = ("not compared", reasons)
      } else {
        copy.skipped = reasons.joined(separator: "; ")
      }
      return copy
    }

    /// Either a failure or a skip, or neither.
    func element(of suite: String, _ seconds: Double?) -> XMLElement {
      var inner: [XMLElement] = []
      if let failure {
        inner = [
          XMLElement(
            "failure", failure.sentences.joined(separator: "\n"),
            [("message", failure.sentences.first ?? ""), ("type", failure.type)])
        ]
      } else if let skipped {
        inner = [XMLElement("skipped", "", [("message", skipped)])]
      }
      return XMLElement(
        "testcase", inner, [("classname", suite), ("name", name)] + JUnitXML.time(seconds))
    }
  }
}

extension JUnitXML {
  /// Expectations in the order of the file, then what is committed; names are the same from run to
  /// run, so that a server follows a case over time.
  private static func cases(of scenario: CheckedScenario, isStrict: Bool) -> [Case] {
    let expectations = scenario.verdicts.map { verdict in
      Case(
        name: "line \(verdict.line): \(verdict.that)",
        failure: verdict.holds ? nil : ("failed", [VerdictText.sentence(verdict)]))
    }
    guard let movement = scenario.movement else { return expectations }
    return expectations + movement.models.map { fingerprint($0, movement, isStrict) }
      + movement.strayModels.map { name in
        Case(name: "fingerprint of \(name)")
          .absent(["the scenario has no such model"], isStrict: isStrict)
      } + [figures(movement, isStrict)]
  }

  /// What moved fails always; what is not compared fails where it has to be compared.
  private static func fingerprint(
    _ model: OutcomeMovement.ModelMovement, _ movement: OutcomeMovement, _ isStrict: Bool
  ) -> Case {
    let found = Case(name: "fingerprint of \(model.name)")
    switch model.state {
    case .same:
      // What is committed is of another file: the same outcomes, but not of what lies here.
      guard isStrict, movement.isFileChanged == true else { return found }
      return found.absent([MovementText.staleFile], isStrict: true)
    case .notCompared(let absence):
      return found.absent([AbsenceText.reason(absence, movement).printable], isStrict: isStrict)
    case .order, .books, .outcomes:
      let sentence = MovementText.sentence(model, movement).printable
      return Case(name: found.name, failure: ("moved", [sentence]))
    }
  }

  /// One case for all: a scenario has hundreds.
  private static func figures(_ movement: OutcomeMovement, _ isStrict: Bool) -> Case {
    let found = Case(name: "figures")
    if let absence = movement.figureAbsence {
      return found.absent([AbsenceText.reason(absence, movement).printable], isStrict: isStrict)
    }
    let sentences = movement.figures.map {
      MovementText.sentence($0, of: movement.scenario).printable
    }
    return Case(name: found.name, failure: sentences.isEmpty ? nil : ("moved", sentences))
  }
}
