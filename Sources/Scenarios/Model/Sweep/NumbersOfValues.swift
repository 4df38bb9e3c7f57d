import Vocabulary

/// Holds the values of cells against the bounds of a sweep; the number of a value is read once for
/// all bounds and cells.
///
/// A sweep of 10,000 cells and 100 bounds would otherwise read two million texts.
struct NumbersOfValues {
  private let bounds: [Sweep.Bound]
  /// The axes that bounds name, and the numbers of their values so far.
  private var known: [Int: [String: AxisNumber]] = [:]

  /// The bounds, all of whose axes have numbers for values.
  init(_ bounds: [Sweep.Bound]) { self.bounds = bounds }

  /// Whether the values of a cell, one for each axis, meet every bound.
  ///
  /// - Parameter values: As files write them, in the order of the axes.
  /// - Complexity: O(bounds).
  mutating func admit(_ values: [String]) -> Bool {
    for bound in bounds {
      let (left, right) = (number(bound.left, values), number(bound.right, values))
      guard bound.comparator.holds(Double(left.order(against: right)), 0) else { return false }
    }
    return true
  }

  /// The number on one side of a bound: the given one, or that of an axis in this cell.
  private mutating func number(_ side: Sweep.Bound.Side, _ values: [String]) -> AxisNumber {
    switch side {
    case .number(let number): return number
    case .axis(let axis):
      let text = values[axis]
      if let number = known[axis]?[text] { return number }
      guard let number = AxisNumber(text) else { preconditionFailure("bounds are of numbers") }
      // Values of a range without steps do not come again.
      if known[axis, default: [:]].count < Int(AxisRange.mostValues) {
        known[axis, default: [:]][text] = number
      }
      return number
    }
  }
}
