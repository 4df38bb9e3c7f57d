/// A list of values, each with its share of the draws.
public struct WeightedValues: Hashable, Sendable {
  /// One value with its weight.
  public struct Entry: Hashable, Sendable {
    /// The value.
    public let value: Double
    /// Its weight against the others, not negative.
    public let weight: Double

    /// A value with a weight.
    public init(value: Double, weight: Double) {
      (self.value, self.weight) = (value, weight)
    }
  }

  /// The entries, in the order given.
  public let entries: [Entry]
  /// The weights up to and with each entry, in the order given.
  private let sums: [Double]

  /// A list of the entries as they are; `problems` says what is wrong with them.
  public init(entries: [Entry]) {
    self.entries = entries
    var sum = 0.0
    sums = entries.map { entry in
      sum += entry.weight
      return sum
    }
  }

  /// The entry in whose share of the weights `u` falls, in the order given.
  ///
  /// - Complexity: O(log n) in the number of entries.
  func quantile(_ u: Double) -> Double {
    let target = u * sums[sums.count - 1]
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return entries[low].value
  }

  /// The mean of the values by their weights.
  var mean: Double {
    entries.reduce(0) { $0 + $1.value * $1.weight } / sums[sums.count - 1]
  }

  /// What is wrong with the entries, one by one.
  var problems: [InvalidDistribution.Problem] {
    var problems: [InvalidDistribution.Problem] = []
    for (index, entry) in entries.enumerated() {
      if !entry.value.isFinite {
        problems.append(
          .init(
            parameter: "entries[\(index)].value", found: "\(entry.value)",
            expected: "a finite number"))
      }
      if !(entry.weight.isFinite && entry.weight >= 0) {
        problems.append(
          .init(
            parameter: "entries[\(index)].weight", found: "\(entry.weight)",
            expected: "a finite number of at least 0"))
      }
    }
    if problems.isEmpty, !(sums.last.map { $0 > 0 && $0.isFinite } ?? false) {
      problems.append(
        .init(
          parameter: "entries", found: "weights that sum to \(sums.last ?? 0)",
          expected: "at least one weight above 0"))
    }
    return problems
  }
}
