import Vocabulary

/// The law by which a feast finds its date in a year.
enum HolidayRule: Sendable {
  /// The same date every year.
  case fixed(month: Int, day: Int)
  /// The `n`-th such weekday of a month, from 1.
  case nth(Int, Weekday, month: Int)
  /// The last such weekday of a month.
  case last(Weekday, month: Int)
  /// The last such weekday on or before a date.
  case onOrBefore(Weekday, month: Int, day: Int)
  /// So many days after Easter Sunday, of the Gregorian church.
  case easter(Int)
  /// The day of the spring equinox in Japan.
  case vernalEquinox
  /// The day of the autumn equinox in Japan.
  case autumnalEquinox
  /// A working day between two holidays of the same observance (Japan, Article 3(3)).
  case betweenHolidays
  /// No rule: dates as announced or estimated, written `2026_02_17`.
  case dates([Int])

  /// The dates in a year, before any observance.
  func dates(in year: Int) -> [CivilDate] {
    switch self {
    case .fixed(let month, let day): return [date(year, month, day)]
    case .nth(let count, let weekday, let month):
      let first = date(year, month, 1)
      return [first + (weekday.rawValue - first.weekday.rawValue + 7) % 7 + (count - 1) * 7]
    case .last(let weekday, let month):
      let last = date(year, month, CivilDate.daysIn(month: month, of: year))
      return [last - (last.weekday.rawValue - weekday.rawValue + 7) % 7]
    case .onOrBefore(let weekday, let month, let day):
      let latest = date(year, month, day)
      return [latest - (latest.weekday.rawValue - weekday.rawValue + 7) % 7]
    case .easter(let days): return [Easter.sunday(of: year) + days]
    case .vernalEquinox: return [date(year, 3, Equinox.vernalDay(of: year))]
    case .autumnalEquinox: return [date(year, 9, Equinox.autumnalDay(of: year))]
    case .betweenHolidays: return []
    case .dates(let dates): return dates.map(CivilDate.init(written:)).filter { $0.year == year }
    }
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(written: year * 10_000 + month * 100 + day)
  }
}

extension CivilDate {
  /// The date of a literal `2026_02_17`; traps on a day that does not exist.
  init(written number: Int) {
    let (year, rest) = number.quotientAndRemainder(dividingBy: 10_000)
    guard let date = CivilDate(year: year, month: rest / 100, day: rest % 100) else {
      preconditionFailure("the published date \(number) does not exist")
    }
    self = date
  }
}

/// What happens to a feast that falls on a weekend.
enum Observance: Hashable, Sendable {
  /// Nothing: it is lost.
  case none
  /// From Sunday to Monday; on Saturday it is lost (Federal Reserve Banks).
  case sundayToMonday
  /// From Saturday or Sunday to Monday.
  case weekendToMonday
  /// From Saturday to Monday, from Sunday to Tuesday (Boxing Day after a moved Christmas, Canada).
  case saturdayToMondaySundayToTuesday
  /// From Sunday to the next day that no feast of this observance holds; on Saturday it is lost.
  case sundayToNextFree
  /// From Saturday or Sunday to the next weekday that no feast of this observance holds.
  case weekendToNextFree

  /// The substitute for a Saturday or Sunday; `nil` for none.
  func substitute(for date: CivilDate, taken: (CivilDate) -> Bool) -> CivilDate? {
    let saturday = date.weekday == .saturday
    let monday = date + (saturday ? 2 : 1)
    switch self {
    case .none: return nil
    case .sundayToMonday: return saturday ? nil : monday
    case .weekendToMonday: return monday
    case .saturdayToMondaySundayToTuesday: return date + 2
    case .sundayToNextFree where saturday: return nil
    case .sundayToNextFree, .weekendToNextFree:
      var free = monday
      while taken(free) { free = free + 1 }
      return free
    }
  }
}
