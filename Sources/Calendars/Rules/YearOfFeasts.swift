import Vocabulary

/// The feasts of one year of a calendar, with their substitutes.
struct YearOfFeasts {
  /// A date on which a feast or its substitute is kept.
  struct Observed {
    let date: CivilDate
    let name: String
    let feast: Feast
  }

  /// Every date kept, weekends included, in no order.
  private(set) var observed: [Observed] = []

  init(_ year: Int, _ feasts: [Feast]) {
    for feast in feasts {
      for date in feast.dates(in: year) {
        observed.append(Observed(date: date, name: feast.name, feast: feast))
      }
    }
    addSubstitutes()
    for feast in feasts { if case .betweenHolidays = feast.rule { addBetween(feast, year) } }
  }

  /// Moves the feasts of weekends, the earlier first, to days that none of their kind holds.
  private mutating func addSubstitutes() {
    let fallen = observed.filter { $0.date.weekday.rawValue > 5 }.sorted { $0.date < $1.date }
    for day in fallen {
      let substitute = day.feast.observance.substitute(for: day.date) { date in
        holds(day.feast.observance, date)
      }
      guard let substitute else { continue }
      observed.append(
        Observed(date: substitute, name: day.feast.substituteName, feast: day.feast))
    }
  }

  private func holds(_ observance: Observance, _ date: CivilDate) -> Bool {
    observed.contains { $0.date == date && $0.feast.observance == observance }
  }

  /// Closes the working days between two feasts of one observance.
  private mutating func addBetween(_ feast: Feast, _ year: Int) {
    let first = HolidayCalendar.firstDay(of: year)
    let last = HolidayCalendar.firstDay(of: year + 1) - 1
    for date in observed.map(\.date).sorted().map({ $0 + 1 }) where date > first && date < last {
      guard holds(feast.observance, date - 1), holds(feast.observance, date + 1),
        !holds(feast.observance, date), date.weekday.rawValue < 6
      else { continue }
      observed.append(Observed(date: date, name: feast.name, feast: feast))
    }
  }
}
