public import Vocabulary

/// The stretches of time in which a system is open, within a range; sorted and disjoint.
public struct OpenStretches: Sendable {
  let stretches: [Range<Instant>]

  /// Windows clipped to a range.
  init(_ windows: ContiguousArray<Window>, within range: Range<Instant>) {
    stretches = windows.map { ($0.opens..<$0.closes).clamped(to: range) }
      .filter { !$0.isEmpty }
  }

  /// For how long both are open.
  ///
  /// - Complexity: O(n + m).
  public func overlap(with other: OpenStretches) -> TimeSpan {
    var total = TimeSpan.zero
    var (left, right) = (stretches[...], other.stretches[...])
    while let first = left.first, let second = right.first {
      let both = first.clamped(to: second)
      if !both.isEmpty { total += both.upperBound - both.lowerBound }
      if first.upperBound <= second.upperBound { left.removeFirst() } else { right.removeFirst() }
    }
    return total
  }
}
