public import Measures
import Vocabulary

/// An experiment over many variants of one scenario: which values change, and how far.
public struct Sweep: Hashable, Sendable {
  /// What changes, in the order of the file.
  public var axes: [Axis]
  /// What must hold between the values of a cell.
  var bounds: [Bound]
  /// Which combinations are run.
  public var points: Points
  /// The metrics that are written; empty for every one.
  public var metrics: [Metric]
  /// Of what they are written.
  public var scopes: [Scope.Kind]

  /// Which combinations of values are run.
  public enum Points: Hashable, Sendable {
    /// All of them, the last axis fastest.
    case grid
    /// So many points of the Sobol sequence.
    case sobol(Int)
  }

  /// Values of the file that change together.
  public struct Axis: Hashable, Sendable {
    /// The name, that of a column.
    public var name: String
    /// The ways to what changes: `branches.NYC.customer-cut-off`.
    public var paths: [String]
    /// What they become.
    var values: Values
  }

  /// The values of an axis.
  enum Values: Hashable, Sendable {
    case list([String])
    case range(AxisRange)
  }

  /// One variant of the scenario.
  public struct Cell: Hashable, Sendable {
    /// Its number, from 0.
    public var number: Int
    /// The value of each axis, as the file would write it.
    public var values: [String]
  }

  /// What must hold between two axes, or between an axis and a number.
  struct Bound: Hashable, Sendable {
    enum Side: Hashable, Sendable {
      case axis(Int)
      case number(AxisNumber)
    }
    var left: Side
    var comparator: Comparator
    var right: Side
  }

  /// How many cells a sweep has at most.
  public static let mostCells = 10_000
}

/// Why there is no such sweep.
public struct SweepRefusal: Error, Hashable, Sendable {
  /// What was found and what was expected.
  public let message: String
}

extension Sweep.Axis {
  /// How many values it has, `nil` where it has no steps.
  var count: Int? {
    switch values {
    case .list(let texts): texts.count
    case .range(let range): range.count
    }
  }

  /// The value at a place, from 0.
  ///
  /// - Precondition: It has steps.
  func text(at place: Int) -> String {
    switch values {
    case .list(let texts): texts[place]
    case .range(let range): range.text(at: place)
    }
  }

  /// The value at a coordinate in 0..<1: steps get equal shares of it.
  func text(at coordinate: Double) -> String {
    if let count { return text(at: Int(coordinate * Double(count))) }
    guard case .range(let range) = values else { preconditionFailure("a list has steps") }
    return range.text(at: coordinate)
  }
}
