import Vocabulary

/// A calendar that ships with the project: its rules laid out, and where they are known from.
public struct PublishedCalendar: Sendable {
  /// The calendar, laid out.
  public let calendar: HolidayCalendar
  /// The packages and documents that the dates were taken from.
  public let source: String
  /// How far the calendar as a whole can be trusted; a weak one says so.
  public let confidence: String

  /// The name: `TARGET`.
  public var name: String { calendar.name }
  /// The years covered.
  public var years: ClosedRange<Int> { calendar.years }

  init(calendar: HolidayCalendar, source: String, confidence: String) {
    (self.calendar, self.source, self.confidence) = (calendar, source, confidence)
  }
}

extension PublishedCalendar {
  /// Lays out a calendar of the years 2020 to 2035 from its feasts.
  ///
  /// - Parameters:
  ///   - evidence: Where its dates are known from; what speaks of single dates goes before what a
  ///     feast says, and that before what speaks of years.
  ///   - keepsWeekends: Whether feasts on a weekend are listed (AE, whose systems work Saturdays).
  init(
    _ name: String, confidence: String, weekends: [WeekendRule] = [WeekendRule(.saturdayAndSunday)],
    evidence: [Evidence], workingWeekends: [Int] = [], keepsWeekends: Bool = false,
    feasts: [Feast]
  ) {
    let years = 2020...2035
    let kept = years.flatMap { YearOfFeasts($0, feasts).observed }
    let dates = kept.filter { keepsWeekends || $0.date.weekday.rawValue < 6 }
    do {
      let calendar = try HolidayCalendar(
        name: name, years: years, weekends: weekends,
        holidays: PublishedCalendar.joined(dates, evidence: evidence),
        workingWeekends: workingWeekends.map(CivilDate.init(written:)))
      let source = evidence.first { $0.dates.isEmpty }?.sources ?? ""
      self.init(calendar: calendar, source: source, confidence: confidence)
    } catch {
      preconditionFailure("published calendar: \(error)")
    }
  }

  /// One holiday a date: the names in alphabetical order, the weakest of the evidence.
  private static func joined(_ observed: [YearOfFeasts.Observed], evidence: [Evidence])
    -> [Holiday]
  {
    var holidays: [Holiday] = []
    var rest = observed.sorted { ($0.date, $0.name) < ($1.date, $1.name) }[...]
    while let first = rest.first {
      let group = rest.prefix { $0.date == first.date }
      rest = rest.dropFirst(group.count)
      let known = group.map { self.evidence(for: $0, of: evidence) }
      guard let weakest = known.min(by: { $0.rank < $1.rank }) else { continue }
      holidays.append(
        Holiday(
          date: first.date, name: group.map(\.name).joined(separator: "; "),
          source: weakest.description))
    }
    return holidays
  }

  private static func evidence(for day: YearOfFeasts.Observed, of all: [Evidence]) -> Evidence {
    guard
      let found = all.first(where: { $0.speaks(of: day.date, alone: true) })
        ?? (day.feast.evidence + all).first(where: { $0.speaks(of: day.date, alone: false) })
    else { preconditionFailure("\(day.name) of \(day.date) has no source") }
    return found
  }
}
