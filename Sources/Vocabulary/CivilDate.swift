/// A date of the proleptic Gregorian calendar: whole days since 1970-01-01.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let daysSinceEpoch: Int32

  /// The date `daysSinceEpoch` days after 1970-01-01.
  public init(daysSinceEpoch: Int32) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// The date `year-month-day`, or `nil` where the calendar has no such day (30 February).
  ///
  /// Days are counted in eras of 400 years that start on 1 March, so that the leap day is the
  /// last of its year (Howard Hinnant, "chrono-compatible low-level date algorithms", 2013).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.daysIn(month: month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Reads `2026-03-06`; `nil` for any other form and for a day that does not exist.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// How many days `month` has in `year`.
  public static func daysIn(month: Int, of year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

extension CivilDate {
  /// Year, month (1...12) and day (1...31) of the date.
  public var components: (year: Int, month: Int, day: Int) {
    let days = Int(daysSinceEpoch) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year of the date.
  public var year: Int { components.year }
  /// The month of the date, 1...12.
  public var month: Int { components.month }
  /// The day of the month, 1...31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, number 4 of ISO 8601.
    let index = (Int(daysSinceEpoch) + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// Midnight at the start of the date on the clock of UTC.
  public var startOfDayUTC: Instant { Instant(seconds: Int64(daysSinceEpoch) * 86_400) }

  /// The date and the microseconds after its midnight of a clock that shows `microseconds` since
  /// 1970-01-01T00:00.
  public static func split(_ microseconds: Int64) -> (date: CivilDate, timeOfDay: Int64) {
    var (days, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
    if rest < 0 { (days, rest) = (days - 1, rest + 86_400_000_000) }
    return (CivilDate(daysSinceEpoch: Int32(days)), rest)
  }

  /// The date `days` later.
  public static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: date.daysSinceEpoch + Int32(days))
  }
  /// The date `days` earlier.
  public static func - (date: CivilDate, days: Int) -> CivilDate { date + -days }
  /// How many days `later` lies after `earlier`.
  public static func - (later: CivilDate, earlier: CivilDate) -> Int {
    Int(later.daysSinceEpoch) - Int(earlier.daysSinceEpoch)
  }
}

extension CivilDate: Comparable, CustomStringConvertible {
  /// Whether the left comes before the right.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// The date in ISO 8601: `2026-03-06`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
