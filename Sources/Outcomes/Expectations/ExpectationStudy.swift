import Scenarios
import Vocabulary

/// Holds the expectations of a scenario against its replications, which come in their order.
///
/// Each side is worked out within a replication and its mean taken over those that give it, so that
/// relations between models are judged by paired differences.
///
/// An expectation that speaks of a model that is not run is left out.
struct ExpectationStudy: Sendable {
  private let scenario: Scenario
  private let expectations: [Expectation]
  private let scopes: Scopes
  private var values: TermValues
  private var sides: [Sides]

  /// What the replications gave of one expectation so far.
  private struct Sides: Sendable {
    var left, right, difference: FigureMean

    init(_ design: StudyDesign) {
      (left, right) = (FigureMean(design), FigureMean(design))
      difference = FigureMean(design)
    }
  }

  /// A study of a scenario whose records count payments by these routes.
  init(_ scenario: Scenario, lanes: [Route], _ design: StudyDesign) {
    self.scenario = scenario
    scopes = Scopes(scenario, lanes: lanes)
    values = TermValues(scopes)
    let names = Set(scenario.models.map(\.name))
    expectations = scenario.expectations.filter { $0.models.isSubset(of: names) }
    sides = expectations.map { _ in Sides(design) }
  }

  /// Adds the next row: the figures of each model, in the order of the models.
  mutating func add(_ row: Row) {
    let figures = row.figures
    precondition(figures.count == scenario.models.count, "a replication has a record of each model")
    guard !sides.isEmpty else { return }
    values.learnPlaces(figures)
    for (place, expectation) in expectations.enumerated() {
      func sum(_ terms: [Expectation.Term]) -> Double? {
        values.value(of: terms, figures)
      }
      let left = sum(expectation.left)
      if let left { sides[place].left.add(.init(mean: left), control: row.control) }
      guard case .terms(_, let terms) = expectation.claim, let right = sum(terms) else { continue }
      sides[place].right.add(.init(mean: right), control: row.control)
      if let left {
        sides[place].difference.add(.init(mean: left - right), control: row.control)
      }
    }
  }

  /// What is to be said of each expectation, in the order of the file.
  var verdicts: [Verdict] {
    zip(expectations, sides).map { expectation, sides in
      let found = sides.left.count == 0 ? nil : sides.left.estimate
      var verdict = Verdict(
        that: expectation.that, because: expectation.because, line: expectation.line,
        left: expectation.left.map(term), limit: limit(expectation.claim, sides),
        unit: expectation.unit, found: found, distance: nil, holds: false)
      verdict.judge(paired: sides.difference.count == 0 ? nil : sides.difference.estimate)
      return verdict
    }
  }

  private func limit(_ claim: Expectation.Claim, _ sides: Sides) -> Verdict.Limit {
    switch claim {
    case .value(let comparator, let value): .value(comparator, value)
    case .range(let range): .range(range)
    case .terms(let comparator, let terms):
      .terms(comparator, terms.map(term), sides.right.count == 0 ? nil : sides.right.estimate)
    }
  }

  private func term(_ term: Expectation.Term) -> Verdict.Term {
    let model = scenario.models.first { $0.name == term.model }
    return Verdict.Term(
      factor: term.factor, model: model?.title ?? term.model, metric: term.metric.name,
      scope: scopes.name(term.scope))
  }
}

extension Expectation {
  /// The models that it speaks of.
  fileprivate var models: Set<String> {
    guard case .terms(_, let terms) = claim else { return Set(left.map(\.model)) }
    return Set((left + terms).map(\.model))
  }
}

extension Verdict {
  /// Judges by what was found and, against other figures, by the paired difference.
  fileprivate mutating func judge(paired: Estimate?) {
    switch limit {
    case .value(let comparator, let value):
      distance = found?.less(value)
      holds = found.map { comparator.holds($0.mean, value) } ?? false
    case .range(let range):
      let nearest = found.map { min(max($0.mean, range.lowerBound), range.upperBound) }
      distance = found.flatMap { found in nearest.map { found.less($0) } }
      holds = found.map { range.contains($0.mean) } ?? false
    case .terms(let comparator, _, _):
      distance = paired
      holds = paired.map { comparator.holds($0.mean, 0) } ?? false
    }
  }
}

extension Estimate {
  /// The estimate with a number taken away.
  fileprivate func less(_ value: Double) -> Estimate {
    Estimate(
      mean: mean - value,
      interval: interval.map { $0.lowerBound - value...$0.upperBound - value },
      replications: replications)
  }
}
