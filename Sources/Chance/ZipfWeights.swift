import CGSL

/// Members of unequal size: the n-th of a list weighs 1 / n^exponent (Zipf's law).
///
///     ZipfWeights(count: 3, exponent: 1).weights  // 1, 1/2, 1/3
public struct ZipfWeights: Hashable, Sendable {
  /// The weight of each member, not negative.
  public let weights: [Double]
  /// The weights up to and with each member.
  private let sums: [Double]

  /// Weights of so many members; with an exponent of 0 all weigh the same.
  ///
  /// - Precondition: There is a member, and the exponent is not negative.
  public init(count: Int, exponent: Double) {
    precondition(count > 0, "a list has members, the first the largest")
    self.init(ranks: Array(1...count), exponent: exponent)
  }

  /// Weights of members that stand in another order than that of their size: of each its rank, the
  /// largest 1.
  ///
  /// - Precondition: There is a member, and the exponent is not negative.
  public init(ranks: [Int], exponent: Double) {
    precondition(!ranks.isEmpty && exponent >= 0, "a list has members, the first the largest")
    weights = ranks.map { pow(Double($0), -exponent) }
    var sum = 0.0
    sums = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// The exponent with which the first `top` of `count` members have a share of the whole.
  ///
  /// - Returns: `nil` where none up to 20 does: the share is below that of equal members, or not
  ///   below the whole.
  public static func exponent(whoseFirst top: Int, of count: Int, have share: Double) -> Double? {
    func reached(_ exponent: Double) -> Double {
      let sums = ZipfWeights(count: count, exponent: exponent).sums
      return sums[top - 1] / sums[count - 1]
    }
    guard top < count, share >= Double(top) / Double(count), share < 1 else { return nil }
    var (low, high) = (0.0, 20.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if reached(middle) < share { low = middle } else { high = middle }
    }
    return reached(high) >= share ? high : nil
  }

  /// The member in whose share a number falls, and how far into it.
  ///
  /// - Parameter u: A number of (0, 1).
  /// - Returns: The place of the member, and a number of [0, 1] to draw something else by.
  /// - Complexity: O(log n).
  public func draw(_ u: Double) -> (place: Int, rest: Double) {
    let place = place(upTo: u * sums[sums.count - 1])
    let before = place == 0 ? 0 : sums[place - 1]
    let rest = (u * sums[sums.count - 1] - before) / weights[place]
    return (place, min(max(rest, 0), 1))
  }

  /// The member in whose share a number falls when one of them does not count.
  ///
  /// - Precondition: There are two members.
  /// - Complexity: O(log n).
  public func draw(_ u: Double, besides left: Int) -> Int {
    let before = left == 0 ? 0 : sums[left - 1]
    let target = u * (sums[sums.count - 1] - weights[left])
    let place = place(upTo: target < before ? target : target + weights[left])
    guard place == left else { return place }
    return left == 0 ? 1 : left - 1
  }

  /// The first member up to which the weights sum to more than `target`, or the last.
  private func place(upTo target: Double) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
