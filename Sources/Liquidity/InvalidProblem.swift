/// Why a problem cannot be solved as it was given: every fault at once, each with its place.
///
/// ```
/// queue[3].amount: expected an amount above zero, found 0
/// ```
public struct InvalidProblem: Error, Hashable, CustomStringConvertible {
  /// One fault.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// Where it lies: `queue[3].amount`.
    public let place: String
    /// What was found there and what was expected, as a sentence without a full stop.
    public let sentence: String

    /// A fault at a place.
    public init(_ place: String, expected: String, found: String) {
      self.place = place
      sentence = "expected \(expected), found \(found)"
    }

    /// Place and sentence.
    public var description: String { "\(place): \(sentence)" }
  }

  /// The faults, in the order of the input.
  public let faults: [Fault]

  /// The faults, one to a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Collects the faults of a problem while it is read.
struct FaultList {
  private(set) var faults: [InvalidProblem.Fault] = []

  /// Notes a fault where a condition does not hold.
  mutating func expect(
    _ holds: Bool, _ place: @autoclosure () -> String, _ expected: String,
    found: @autoclosure () -> String
  ) {
    if !holds { faults.append(.init(place(), expected: expected, found: found())) }
  }

  /// Throws what was collected, if anything was.
  func throwIfAny() throws(InvalidProblem) {
    if !faults.isEmpty { throw InvalidProblem(faults: faults) }
  }
}

/// The largest amount of money that a problem may move in all: 2⁶¹ units.
///
/// Sums of balances and payments stay below 2⁶³ whatever their order, so no addition of a solver
/// can overflow.
let largestVolume: Int64 = 1 << 61
