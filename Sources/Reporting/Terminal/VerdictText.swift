import Measures
import Outcomes
import Vocabulary

/// What came of the expectations of a scenario, as lines of text.
public enum VerdictText {
  /// One line for each expectation, in the words of the desk: what was found with its interval,
  /// what was expected and, where it fails, by how much it is missed and why it should hold.
  ///
  ///     holds  Tokenized deposits, median time: 18 s ± 7 ms, expected at most 1 min
  ///
  /// - Returns: Lines ended by LF: the file, then what is said of chance, each expectation in the
  ///   order of the file, and how the outcomes stand to what is committed.
  public static func text(_ scenario: CheckedScenario) -> String {
    let runs = scenario.replications.counted("replication")
    let none = scenario.verdicts.isEmpty ? ", expects nothing" : ""
    return "\(scenario.file.printable): \(scenario.name), \(runs)\(none)\n"
      + (note(scenario) + scenario.verdicts.map(line) + MovementLines.lines(scenario)).map {
        "  \($0)\n"
      }.joined()
  }

  /// How many expectations of all scenarios hold and how many fail, how much of what is committed
  /// was compared, and what of it moved.
  public static func summary(_ scenarios: [CheckedScenario]) -> String {
    let verdicts = scenarios.flatMap(\.verdicts)
    let failing = verdicts.count { !$0.holds }
    return "\(scenarios.count.counted("scenario")), \(verdicts.count.counted("expectation")): "
      + (failing == 0 ? "none fails" : failing == 1 ? "1 fails" : "\(failing) fail") + "\n"
      + MovementSummary.text(scenarios.compactMap(\.movement))
  }

  /// What is said of replications that have the same payments, or are one observation.
  private static func note(_ scenario: CheckedScenario) -> [String] {
    scenario.sameness.map { ["note   \($0)"] } ?? []
  }

  /// What fails stands in capitals, so that it is found in a long log.
  private static func line(_ verdict: Verdict) -> String {
    (verdict.holds ? "holds  " : "FAILS  ") + sentence(verdict)
  }

  /// What was found, what was expected and, where it fails, by how much it is missed and why it
  /// should hold.
  ///
  ///     Correspondent banking, 95th percentile: later than the horizon in 61 of 200 replications;
  ///     mean at least 17.5 h, expected at most 6 h
  static func sentence(_ verdict: Verdict) -> String {
    var line = phrase(verdict.left) + ": " + mean(verdict.found, verdict.unit)
    line += ", expected " + limit(verdict)
    if verdict.isOpen == true { line += "; the interval reaches past the limit" }
    guard !verdict.holds else { return line }
    if let distance = verdict.distance?.mean, distance != 0 {
      let size = Quantity(value: distance, unit: verdict.unit).differenceText
      line += "; too \(distance < 0 ? "low" : "high") by \(size)"
    }
    if verdict.isUndecided { line += "; what lies beyond the horizon may be either" }
    return line + (verdict.because.map { ": " + $0.printable } ?? "")
  }

  /// What was expected, in words.
  ///
  /// A limit made of other figures says them with what they came to.
  static func limit(_ verdict: Verdict) -> String {
    func amount(_ value: Double) -> String { Quantity(value: value, unit: verdict.unit).text }
    return switch verdict.limit {
    case .value(let comparator, let value): "\(words(comparator)) \(amount(value))"
    case .range(let range): "\(amount(range.lowerBound)) to \(amount(range.upperBound))"
    case .terms(let comparator, let terms, let other):
      "\(words(comparator)) \(phrase(terms)), \(mean(other, verdict.unit))"
    }
  }

  /// What was found.
  ///
  /// - Parameter unit: That of the estimate, which may be another than that of the metric where
  ///   terms have factors.
  static func mean(_ estimate: Estimate?, _ unit: Unit) -> String {
    guard let estimate else { return "given by no replication" }
    return EstimateText(estimate, unit).known
  }

  /// The terms with their signs: `Tokenized deposits, mean time − 2 × …`.
  ///
  /// - Returns: In the order of the claim; a factor of one is not written.
  static func phrase(_ terms: [Verdict.Term]) -> String {
    var text = ""
    for term in terms {
      let sign = text.isEmpty ? (term.factor < 0 ? "−" : "") : term.factor < 0 ? " − " : " + "
      let size = term.factor.magnitude
      let factor = size == 1 ? "" : size.fixed(6, trimmed: true) + " × "
      text += sign + factor + "\(term.model), \(term.metric.title(of: term.scope))"
    }
    return text.printable
  }

  /// As they stand in a sentence after `expected`.
  private static func words(_ comparator: Comparator) -> String {
    switch comparator {
    case .atMost: "at most"
    case .below: "below"
    case .atLeast: "at least"
    case .above: "above"
    case .equal: "exactly"
    }
  }
}
