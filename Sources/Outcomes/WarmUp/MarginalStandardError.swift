/// MSER-5: how much of the start of a series to cut off so that the mean of the rest is known best.
///
/// White, "An effective truncation heuristic for bias reduction in simulation output", Simulation
/// 69 (1997); with means of five observations: White, Cobb and Spratt, "A comparison of five
/// steady-state truncation heuristics for simulation", WSC 2000.
enum MarginalStandardError {
  /// How many observations make one.
  static let group = 5

  /// How many observations to cut off: whole fives, at most half of them.
  ///
  /// Of means of five z₁ … z_k, the cut d of the least Σ_{i>d}(zᵢ − z̄)² / (k − d)², the first of
  /// equal ones. A cut at the edge of the first half is not trusted: the least may lie beyond.
  /// What is left over of the last five is not looked at.
  static func truncation(of values: [Double]) -> (count: Int, isTrusted: Bool) {
    let means = (0..<values.count / group).map { place in
      values[place * group..<(place + 1) * group].reduce(0, +) / Double(group)
    }
    let last = means.count / 2
    guard last > 0 else { return (0, false) }
    var best = (cut: 0, error: Double.infinity)
    // From the end, so that each cut adds one value to those that are left.
    var left = RunningMean()
    for place in means.indices.reversed() {
      left.add(means[place])
      guard place <= last else { continue }
      let squares = (left.variance ?? 0) * Double(left.count - 1)
      let error = squares / Double(left.count) / Double(left.count)
      if error <= best.error { best = (place, error) }
    }
    return (best.cut * group, best.cut < last)
  }
}
