import Measures
import Scenarios
import Vocabulary

/// Holds the expectations of a scenario against its replications, which come in their order.
///
/// Each side is worked out within a replication and its mean taken over those that give it, so that
/// relations between models are judged by paired differences. What a replication knows only to be
/// later than the horizon bounds the mean from one side (see `Observation`).
///
/// An expectation that speaks of a model that is not run is left out.
///
/// Shape: one entry of `sides` for each expectation that is judged, in the order of the file.
/// Memory does not grow with the replications.
struct ExpectationStudy: Sendable {
  /// The scenario as it is run, which may be with fewer models than the file has.
  private let scenario: Scenario
  /// Those that are judged, in the order of the file.
  private let expectations: [Expectation]
  private let scopes: Scopes
  /// Where the figures stand.
  private var values: TermValues
  /// What came of each of the expectations.
  private var sides: [Sides]

  /// What the replications gave of one expectation so far.
  ///
  /// The right side and the difference stay empty where it is held against numbers.
  private struct Sides: Sendable {
    var left, right, difference: BoundedMean

    init(_ expectation: Expectation, _ design: StudyDesign) {
      func mean(_ terms: [Expectation.Term]) -> BoundedMean {
        BoundedMean(
          design, isCorrected: terms.allSatisfy(\.metric.isMeanOrTotal), in: terms.range)
      }
      left = mean(expectation.left)
      right = mean(expectation.right)
      difference = mean(expectation.left + expectation.right)
    }
  }

  /// A study of a scenario whose records count payments by these corridors.
  init(_ scenario: Scenario, corridors: [Corridor], _ design: StudyDesign) {
    self.scenario = scenario
    scopes = Scopes(scenario, corridors: corridors)
    values = TermValues(scopes)
    let names = Set(scenario.models.map(\.name))
    expectations = scenario.expectations.filter { $0.models.isSubset(of: names) }
    sides = expectations.map { Sides($0, design) }
  }

  /// Adds the next row: the figures of each model, in the order of the models.
  ///
  /// A replication that gives no observation of one term gives none of its side, and where sides
  /// are held against each other none of both.
  ///
  /// - Complexity: O(terms).
  mutating func add(_ row: Row) {
    let figures = row.figures
    precondition(figures.count == scenario.models.count, "a replication has a record of each model")
    guard !sides.isEmpty else { return }
    values.learnPlaces(figures)
    for (place, expectation) in expectations.enumerated() {
      let (left, right) = (expectation.left, expectation.right)
      guard !right.isEmpty else {
        sides[place].left.add(row) { values.bounds(of: left, $0) }
        continue
      }
      // Both sides are of the same replications, so that their difference is the one between them.
      func both(_ figures: [ReplicationFigures]) -> (left: TermBounds, right: TermBounds)? {
        guard let left = values.bounds(of: left, figures),
          let right = values.bounds(of: right, figures)
        else { return nil }
        return (left, right)
      }
      sides[place].left.add(row) { both($0)?.left }
      sides[place].right.add(row) { both($0)?.right }
      sides[place].difference.add(row) { figures in
        both(figures).map { $0.left.minus($0.right) }
      }
    }
  }

  /// What is to be said of each expectation, in the order of the file.
  var verdicts: [Verdict] {
    zip(expectations, sides).map { expectation, sides in
      var verdict = Verdict(
        that: expectation.that, because: expectation.because, line: expectation.line,
        left: expectation.left.map(term), limit: limit(expectation.claim, sides),
        unit: expectation.unit, found: sides.left.estimate, distance: nil, holds: false)
      verdict.judge(sides.left, paired: sides.difference)
      return verdict
    }
  }

  /// What an expectation is held against; of figures with the mean that they had.
  private func limit(_ claim: Expectation.Claim, _ sides: Sides) -> Verdict.Limit {
    switch claim {
    case .value(let comparator, let value): .value(comparator, value)
    case .range(let range): .range(range)
    case .terms(let comparator, let terms):
      .terms(comparator, terms.map(term), sides.right.estimate)
    }
  }

  /// A term as readers see it: with the title of the model.
  private func term(_ term: Expectation.Term) -> Verdict.Term {
    let model = scenario.models.first { $0.name == term.model }
    return Verdict.Term(
      factor: term.factor, model: model?.title ?? term.model, metric: term.metric, scope: term.scope
    )
  }
}

extension [Expectation.Term] {
  /// Where their sum can lie, as far as one figure tells it: others may be taken from it.
  fileprivate var range: ClosedRange<Double> {
    guard count == 1, self[0].factor > 0 else { return -.infinity ... .infinity }
    let (factor, range) = (self[0].factor * self[0].worth, self[0].metric.range)
    return factor * range.lowerBound...factor * range.upperBound
  }
}

extension Expectation {
  /// The figures that it is held against; none where it is held against numbers.
  fileprivate var right: [Term] {
    guard case .terms(_, let terms) = claim else { return [] }
    return terms
  }

  /// The models that it speaks of.
  fileprivate var models: Set<String> { Set((left + right).map(\.model)) }
}

extension Verdict {
  /// Judges by what was found and, against other figures, by the paired difference.
  ///
  /// Where a replication lies beyond the horizon the means are known by their bounds alone: the
  /// claim holds where it does for all that lies between them.
  ///
  /// Means alone decide: the interval tells only how open that is (`isOpen`). What no replication
  /// gives does not hold.
  fileprivate mutating func judge(_ left: BoundedMean, paired: BoundedMean) {
    guard let found else { return }
    switch limit {
    case .value(let comparator, let value):
      distance = found.less(value)
      take([left.low, left.high].map { comparator.holds($0, value) })
    case .range(let range):
      let nearest = min(
        max(found.lowerBound ?? range.upperBound, range.lowerBound), range.upperBound)
      distance = found.less(nearest)
      // Values between a bound below the range and one above it lie inside.
      let isOutside = left.high < range.lowerBound || left.low > range.upperBound
      holds = range.contains(left.low) && range.contains(left.high)
      isUndecided = !holds && !isOutside && left.low < left.high
    case .terms(let comparator, _, _):
      distance = paired.estimate
      take([paired.low, paired.high].map { comparator.holds($0, 0) })
    }
  }

  /// Takes over whether it holds at the ends between which the mean lies.
  private mutating func take(_ ends: [Bool]) {
    holds = ends.allSatisfy { $0 }
    isUndecided = !holds && ends.contains(true)
  }
}
