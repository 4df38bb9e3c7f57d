import Chance
import Vocabulary

extension Sweep {
  /// How many Sobol points are looked at for so many cells. Assumed: bounds that leave less than a
  /// tenth of the points are refused.
  private static func mostTries(_ count: Int) -> Int { 10 * count + 1_000 }

  /// The cells in their order, those in which a bound does not hold left out.
  ///
  /// A Sobol point gives each axis one coordinate in 0..<1. An axis with n values takes the value at
  /// ⌊n × coordinate⌋; a range without steps the one at that share of its length, times of day to
  /// the second, other numbers with three decimals more than its ends. A point that misses a bound
  /// or falls on an earlier cell is left out, and the next is taken.
  ///
  /// - Parameter points: Which combinations, instead of the sweep's own.
  /// - Throws: `SweepRefusal` for a grid over a range without steps, for more than 10,000 cells and
  ///   for none.
  /// - Complexity: O(n) in the points looked at.
  public func cells(_ points: Points? = nil) throws(SweepRefusal) -> [Cell] {
    switch points ?? self.points {
    case .grid: try grid()
    case .sobol(let count): try sobol(count)
    }
  }

  /// All combinations that meet every bound, the last axis changing fastest.
  ///
  /// - Throws: `SweepRefusal` for a range without a step, for more than 10,000 combinations (bounds
  ///   not yet looked at), or where none is left.
  /// - Complexity: O(combinations × (axes + bounds)).
  private func grid() throws(SweepRefusal) -> [Cell] {
    var counts: [Int] = []
    var product = 1
    for axis in axes {
      guard let count = axis.count else {
        throw SweepRefusal(
          message: "'\(axis.name)' is a range without a step, expected steps, or Sobol points")
      }
      counts.append(count)
      product *= count
      guard product <= Sweep.mostCells else {
        throw SweepRefusal(
          message: "the axes span more than \(Sweep.mostCells) combinations, expected at most "
            + "that many; Sobol points take fewer")
      }
    }
    var cells: [Cell] = []
    var numbers = NumbersOfValues(bounds)
    for number in 0..<product {
      var (rest, places) = (number, [Int](repeating: 0, count: counts.count))
      for axis in counts.indices.reversed() {
        (rest, places[axis]) = rest.quotientAndRemainder(dividingBy: counts[axis])
      }
      let values = zip(axes, places).map { axis, place in axis.text(at: place) }
      if numbers.admit(values) { cells.append(Cell(number: cells.count, values: values)) }
    }
    guard !cells.isEmpty else {
      throw SweepRefusal(message: "no combination of values meets 'where'")
    }
    return cells
  }

  /// The cells of Sobol points.
  ///
  /// - Throws: `SweepRefusal` where the points looked at, ten for each cell and 1,000 more, give
  ///   fewer different cells than asked for.
  private func sobol(_ count: Int) throws(SweepRefusal) -> [Cell] {
    var sequence = Sobol(dimensions: axes.count)
    var (cells, seen): ([Cell], Set<[String]>) = ([], [])
    var numbers = NumbersOfValues(bounds)
    for _ in 0..<Sweep.mostTries(count) where cells.count < count {
      let values = zip(axes, sequence.next()).map { axis, share in axis.text(at: share) }
      guard numbers.admit(values), seen.insert(values).inserted else { continue }
      cells.append(Cell(number: cells.count, values: values))
    }
    guard cells.count == count else {
      throw SweepRefusal(
        message: "\(Sweep.mostTries(count)) Sobol points give \(cells.count) different cells, "
          + "expected \(count)")
    }
    return cells
  }
}
