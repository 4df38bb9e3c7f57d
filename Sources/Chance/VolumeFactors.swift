public import Vocabulary

/// How the expected volume of a day depends on its place in the week and in the month.
public struct VolumeFactors: Hashable, Sendable {
  /// Monday to Sunday.
  private let weekdays: [Double]
  private let monthEnd: Double
  private let monthEndDays: Int

  /// The factors of a flow, each against an ordinary day.
  ///
  ///     try VolumeFactors(weekdays: [1, 1, 1, 1, 1.2, 0])
  ///     // weekdays: found 6 factors, expected 7, Monday to Sunday
  ///
  /// - Parameters:
  ///   - weekdays: Seven factors, Monday to Sunday.
  ///   - monthEnd: The factor on top in the last days of a month.
  ///   - monthEndDays: How many calendar days those are, 0...28.
  /// - Throws: The first factor that is negative or not finite, a wrong number of them.
  public init(
    weekdays: [Double] = Array(repeating: 1, count: 7), monthEnd: Double = 1,
    monthEndDays: Int = 0
  ) throws(InvalidProfile) {
    guard weekdays.count == 7 else {
      throw InvalidProfile(
        place: "weekdays", found: weekdays.count.counted("factor"), expected: "7, Monday to Sunday")
    }
    for (day, factor) in zip(Weekday.allCases, weekdays) {
      try VolumeFactors.check(factor, at: "weekdays[\(day.abbreviation)]")
    }
    try VolumeFactors.check(monthEnd, at: "monthEnd")
    guard (0...28).contains(monthEndDays) else {
      throw InvalidProfile(
        place: "monthEndDays", found: "\(monthEndDays)", expected: "a number of days in 0...28")
    }
    (self.weekdays, self.monthEnd, self.monthEndDays) = (weekdays, monthEnd, monthEndDays)
  }

  private static func check(_ factor: Double, at place: String) throws(InvalidProfile) {
    guard factor.isFinite, factor >= 0 else {
      throw InvalidProfile(
        place: place, found: "\(factor)", expected: "a finite number of at least 0")
    }
  }

  /// The highest factor of any day.
  public var highest: Double {
    let weekday = weekdays.max() ?? 1
    return monthEndDays == 0 ? weekday : weekday * max(1, monthEnd)
  }

  /// The factor of `date`: that of its weekday, times that of the month's end if it lies there.
  public func factor(on date: CivilDate) -> Double {
    let (year, month, day) = date.components
    let daysLeft = CivilDate.daysIn(month: month, of: year) - day
    return weekdays[date.weekday.rawValue - 1] * (daysLeft < monthEndDays ? monthEnd : 1)
  }
}
