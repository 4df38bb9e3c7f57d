public import Measures
public import Vocabulary

/// Whether an expectation holds, and by what it was judged.
public struct Verdict: Hashable, Codable, Sendable {
  /// The claim as it is written.
  public var that: String
  /// Why it should hold, if the writer says so.
  public var because: String?
  /// The line of the file on which it stands.
  public var line: Int
  /// What was looked at.
  public var left: [Term]
  /// What it was held against.
  public var limit: Limit
  /// The unit of both; every time counts in seconds.
  public var unit: Unit
  /// The left side over the replications, those that give the right side too; `nil` where none does.
  public var found: Estimate?
  /// How far it lies from where it should: left less right, negative where it is too low; 0 within
  /// a range; `nil` where no replication gives it. Against other figures, the paired difference.
  public var distance: Estimate?
  /// Whether it holds; what no replication gives does not.
  public var holds: Bool
  /// Whether it fails because the means are known by their bounds alone, which allow it as well as
  /// its opposite.
  public var isUndecided = false

  /// A figure times a number, by its names.
  public struct Term: Hashable, Codable, Sendable {
    /// The factor, its sign included.
    public var factor: Double
    /// The model's title.
    public var model: String
    /// The metric.
    public var metric: Metric
    /// What it is of.
    public var scope: Scope
  }

  /// What a figure is held against.
  public enum Limit: Hashable, Codable, Sendable {
    /// A number.
    case value(Comparator, Double)
    /// Two numbers, both included.
    case range(ClosedRange<Double>)
    /// Other figures, with their mean where there is one.
    case terms(Comparator, [Term], Estimate?)
  }

  /// The same of replications that are all one observation.
  var asOneObservation: Verdict {
    var verdict = self
    verdict.found = found?.asOneObservation
    verdict.distance = distance?.asOneObservation
    if case .terms(let comparator, let terms, let other) = limit {
      verdict.limit = .terms(comparator, terms, other?.asOneObservation)
    }
    return verdict
  }

  /// Whether the interval of what was found reaches both sides of the limit, so that other
  /// replications might have decided otherwise; `nil` without an interval.
  public var isOpen: Bool? {
    guard let distance = distance?.interval, let found = found?.interval else { return nil }
    guard case .range(let range) = limit else {
      return distance.lowerBound <= 0 && distance.upperBound >= 0
        && distance.lowerBound < distance.upperBound
    }
    return [range.lowerBound, range.upperBound].contains {
      found.contains($0) && found.lowerBound < found.upperBound
    }
  }
}
