/// An empirical distribution as points of its quantile function, linear between them.
public struct QuantileTable: Hashable, Sendable {
  /// One row: `value` is not passed with a probability of `probability`.
  public struct Point: Hashable, Sendable {
    /// The probability, in 0...1.
    public let probability: Double
    /// The value at that probability.
    public let value: Double

    /// A row of the table.
    public init(probability: Double, value: Double) {
      (self.probability, self.value) = (probability, value)
    }
  }

  /// The rows: probabilities rise from 0 to 1, values do not fall.
  public let points: [Point]

  /// A table of the rows as they are; `problems` says what is wrong with them.
  public init(points: [Point]) {
    self.points = points
  }

  /// The value at a probability inside (0, 1).
  ///
  /// - Complexity: O(log n) in the number of rows.
  func quantile(_ u: Double) -> Double {
    var (below, above) = (0, points.count - 1)
    while above - below > 1 {
      let middle = (below + above) / 2
      if points[middle].probability <= u { below = middle } else { above = middle }
    }
    let (left, right) = (points[below], points[above])
    let share = (u - left.probability) / (right.probability - left.probability)
    return left.value + (right.value - left.value) * share
  }

  /// The mean: the area under the quantile function.
  var mean: Double {
    zip(points, points.dropFirst()).reduce(0) { area, pair in
      area + (pair.1.probability - pair.0.probability) * (pair.0.value + pair.1.value) / 2
    }
  }

  /// What is wrong with the rows, row by row.
  var problems: [InvalidDistribution.Problem] {
    var problems: [InvalidDistribution.Problem] = []
    func expect(_ holds: Bool, _ place: String, _ found: String, _ expected: String) {
      if !holds { problems.append(.init(parameter: place, found: found, expected: expected)) }
    }
    expect(points.count >= 2, "points", "\(points.count)", "at least 2 points")
    expect(
      points.first.map { $0.probability == 0 } ?? true, "points[0].probability",
      "\(points.first?.probability ?? 0)", "0, the lowest value")
    expect(
      points.last.map { $0.probability == 1 } ?? true, "points[\(points.count - 1)].probability",
      "\(points.last?.probability ?? 1)", "1, the highest value")
    for (index, point) in points.enumerated() {
      expect(
        point.value.isFinite, "points[\(index)].value", "\(point.value)", "a finite number")
      guard index > 0 else { continue }
      let before = points[index - 1]
      expect(
        point.probability > before.probability, "points[\(index)].probability",
        "\(point.probability)", "more than the \(before.probability) before it")
      expect(
        point.value >= before.value || !point.value.isFinite, "points[\(index)].value",
        "\(point.value)", "at least the \(before.value) before it")
    }
    return problems
  }
}
