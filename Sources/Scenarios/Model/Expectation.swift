public import Measures
public import Vocabulary

/// What should hold of the outcomes: a claim about means over the replications.
public struct Expectation: Hashable, Sendable {
  /// The claim as it is written.
  public var that: String
  /// Why it should hold; what is told where it does not.
  public var because: String?
  /// The line of the file on which it stands, from 1.
  public var line: Int
  /// The left side.
  public var left: [Term]
  /// What is said of it.
  public var claim: Claim
  /// The unit of both sides; every time counts in seconds.
  public var unit: Unit

  /// A figure of one model, times a number.
  public struct Term: Hashable, Sendable {
    /// The factor as written, its sign included.
    public var factor: Double
    /// The name of the model.
    public var model: String
    /// The metric.
    public var metric: Metric
    /// What it is of.
    public var scope: Scope

    /// What one of the metric's units is worth in the unit of the expectation: hours count as
    /// 3,600 seconds.
    public var worth: Double { metric.measure == .hours ? 3_600 : 1 }
  }

  /// What is said of the left side.
  public enum Claim: Hashable, Sendable {
    /// It is held against a number.
    case value(Comparator, Double)
    /// It lies between two numbers, both included.
    case range(ClosedRange<Double>)
    /// It is held against other figures of the same replications.
    case terms(Comparator, [Term])
  }
}
