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
  private var sides: [Sides]

  /// What the replications gave of one expectation so far.
  private struct Sides: Sendable {
    var left = RunningMean()
    var right = RunningMean()
    var difference = RunningMean()
  }

  /// Where a figure stands among those of a replication.
  private struct Name: Hashable {
    let metric: Metric
    let scope: String
  }

  /// A study of a scenario whose records count payments by these routes.
  init(_ scenario: Scenario, lanes: [Route]) {
    self.scenario = scenario
    scopes = Scopes(scenario, lanes: lanes)
    let names = Set(scenario.models.map(\.name))
    expectations = scenario.expectations.filter { $0.models.isSubset(of: names) }
    sides = expectations.map { _ in Sides() }
  }

  /// Adds the next replication: the figures of each model, in the order of the models.
  mutating func add(_ figures: [ReplicationFigures]) {
    precondition(figures.count == scenario.models.count, "a replication has a record of each model")
    guard !sides.isEmpty, let names = figures.first?.figures else { return }
    // Figures come in the same order of every model.
    let places = Dictionary(
      names.enumerated().map { (Name(metric: $1.metric, scope: $1.scope), $0) },
      uniquingKeysWith: { first, _ in first })
    for (place, expectation) in expectations.enumerated() {
      func sum(_ terms: [Expectation.Term]) -> Double? {
        value(of: terms, figures, places)
      }
      let left = sum(expectation.left)
      if let left { sides[place].left.add(left) }
      guard case .terms(_, let terms) = expectation.claim, let right = sum(terms) else { continue }
      sides[place].right.add(right)
      if let left { sides[place].difference.add(left - right) }
    }
  }

  /// The terms of one replication added up, in the unit of the expectation.
  private func value(
    of terms: [Expectation.Term], _ figures: [ReplicationFigures], _ places: [Name: Int]
  ) -> Double? {
    var sum = 0.0
    for term in terms {
      let name = Name(metric: term.metric, scope: scopes.name(term.scope))
      guard let model = scenario.models.firstIndex(where: { $0.name == term.model }),
        let place = places[name]
      else { preconditionFailure("\(term.model).\(name.metric.name)[\(name.scope)] is checked") }
      guard let value = figures[model].figures[place].value else { return nil }
      sum += term.factor * term.worth * value
    }
    return sum
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
