import CGSL

/// The times at which credit curves are read: twelve in each factor of ten from one second to
/// about eleven days, and the times that people name.
enum CreditTimes {
  /// The times, in seconds, ascending.
  static let seconds: [Double] = Set((0...72).map { pow(10, Double($0) / 12) } + named).sorted()
  /// One, five and thirty minutes, one and six hours, one and three days, a week.
  private static let named: [Double] = [60, 300, 1_800, 3_600, 21_600, 86_400, 259_200, 604_800]
  /// The same in whole microseconds.
  static let microseconds: [Int64] = seconds.map { Int64(($0 * 1_000_000).rounded()) }
}
