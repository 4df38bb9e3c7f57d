/// The quantile of a sample in which some values are known only to be larger than all others.
enum OrderStatistic {
  /// The rank ⌈p·n⌉ among `n` values, the first is 1.
  static func rank(_ probability: Double, among count: Int) -> Int {
    max(1, Int((probability * Double(count)).rounded(.up)))
  }

  /// The value of rank ⌈p·n⌉ of `n` values, of which the smallest are given in ascending order.
  ///
  /// - Parameters:
  ///   - probability: In (0, 1].
  ///   - sorted: The known values, ascending.
  ///   - count: `n`, at least as many as are known; the others are larger.
  /// - Returns: `nil` where the rank falls on an unknown value or there is none at all.
  static func value<Value>(_ probability: Double, of sorted: [Value], among count: Int) -> Value? {
    let rank = rank(probability, among: count)
    return rank <= sorted.count ? sorted[rank - 1] : nil
  }
}
