/// The multiples of an allocation that replications ask for which did not choose it.
///
/// An allocation that was picked because it suffices in some replications suffices less often in
/// others: selection is paid for. Along a fixed shape the need of a replication is one number, the
/// largest share of need to shape of any pool, so that what other replications ask is an order
/// statistic of independent numbers: with the k-th of n, the chance that one more replication asks
/// no more is k / (n + 1) on average, whatever the distribution (David and Nagaraja, Order
/// Statistics, 3rd ed., 2003, §7.2).
public struct HeldOutScale: Sendable {
  /// A share of need to shape, not divided.
  private struct Ratio {
    var need: Int64
    var shape: Int64

    static func < (left: Ratio, right: Ratio) -> Bool {
      Int128(left.need) * Int128(right.shape) < Int128(right.need) * Int128(left.shape)
    }
  }

  private let shape: [Int64]
  /// What each replication asks, ascending; one at least.
  private let ratios: [Ratio]

  /// The multiples of a shape that replications ask for.
  ///
  /// A pool that the shape leaves empty gets the most that it needed in any of them, since no multiple
  /// of nothing is enough.
  ///
  /// - Parameters:
  ///   - shape: What each pool holds, in minor units from 0.
  ///   - heldOut: What was needed in replications that had no part in the shape, one at least.
  /// - Complexity: O(pools · replications + replications · log replications).
  public init(_ shape: [Int64], in heldOut: JointProblem.Group) {
    let count = heldOut.needs.first?.count ?? 0
    precondition(count > 0 && shape.count == heldOut.needs.count, "each pool has its needs")
    let filled = HeldOutScale.filled(shape, heldOut)
    self.shape = filled
    ratios = (0..<count).map { HeldOutScale.ratio(filled, heldOut, $0) }.sorted(by: <)
  }

  /// The least multiple that keeps a service level in one more replication, but the shape at least,
  /// which keeps what it was chosen for and what no allocation undercuts: each pool's share of the
  /// shape times the scale, rounded up.
  ///
  /// Where there are too few replications for the level (99.9 % of 300), the largest of them counts.
  public func allocation(keeping level: ServiceLevel) -> [Int64] {
    let scale = ratios[min(level.rankBeyond(ratios.count), ratios.count) - 1]
    return scale.need < scale.shape ? shape : multiple(scale)
  }

  /// What the least multiple comes to that keeps a level in one more replication, be it less than the
  /// shape.
  public func total(keeping level: ServiceLevel) -> Int64 {
    multiple(ratios[min(level.rankBeyond(ratios.count), ratios.count) - 1]).reduce(0, +)
  }

  /// For each replication, ascending, what the least multiple that suffices in it comes to.
  public var totals: [Int64] { ratios.map { multiple($0).reduce(0, +) } }

  private func multiple(_ scale: Ratio) -> [Int64] {
    shape.map { amount in
      let product = Int128(amount) * Int128(scale.need)
      return Int64((product + Int128(scale.shape) - 1) / Int128(scale.shape))
    }
  }

  /// The shape with something in each pool that needs something.
  private static func filled(_ shape: [Int64], _ heldOut: JointProblem.Group) -> [Int64] {
    var filled = zip(shape, heldOut.needs).map { $0 > 0 ? $0 : $1.max() ?? 0 }
    let most = heldOut.total?.max() ?? 0
    if most > 0, !filled.isEmpty, filled.allSatisfy({ $0 == 0 }) { filled[0] = most }
    return filled
  }

  /// Which multiple of the shape a replication needs.
  private static func ratio(_ shape: [Int64], _ heldOut: JointProblem.Group, _ replication: Int)
    -> Ratio
  {
    var largest = Ratio(need: 0, shape: 1)
    for (amount, needs) in zip(shape, heldOut.needs) where amount > 0 {
      let ratio = Ratio(need: needs[replication], shape: amount)
      if largest < ratio { largest = ratio }
    }
    let sum = shape.reduce(0, +)
    if let total = heldOut.total, sum > 0 {
      let ratio = Ratio(need: total[replication], shape: sum)
      if largest < ratio { largest = ratio }
    }
    return largest
  }
}

extension ServiceLevel {
  /// The smallest rank of `count` values so that one more lies at or below the value of that rank
  /// with this share as its chance: the smallest k with k / (count + 1) at least the share; it is
  /// `count + 1` where there are too few values.
  func rankBeyond(_ count: Int) -> Int { rank(among: count + 1) }
}
