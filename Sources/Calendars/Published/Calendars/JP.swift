import Vocabulary

extension PublishedCalendar {
  /// National and bank holidays of Japan: the days on which BOJ-NET and Zengin rest.
  ///
  /// Rules: Public Holiday Law (Act 178 of 1948) with the amendments for the Olympic years 2020 and
  /// 2021; Banking Act, article 15, for 31 December to 3 January. A national holiday on Sunday is
  /// kept on the next day that is none; a day between two is one. Equinoxes by formula: the Cabinet
  /// Office announces each in the February before. Years 2020 to 2035.
  static let jp = PublishedCalendar(
    "JP", confidence: "high: three or four sources agree on every date",
    evidence: [
      Evidence(
        "holidays:JP(public+bank); jpholiday+bank; QuantLib:Japan", dates: [2030_12_31]),
      Evidence(
        "holidays:JP(public+bank); jpholiday+bank; QuantLib:Japan; xcal:XTKS", years: 2020...2030),
      Evidence("holidays:JP(public+bank); jpholiday+bank; QuantLib:Japan", years: 2031...2035),
    ],
    feasts: [
      Feast("Bank Holiday", .fixed(month: 1, day: 1)),
      Feast("Bank Holiday", .fixed(month: 1, day: 2)),
      Feast("Bank Holiday", .fixed(month: 1, day: 3)),
      national("New Year's Day", .fixed(month: 1, day: 1)),
      national("Coming of Age Day", .nth(2, .monday, month: 1)),
      national("Foundation Day", .fixed(month: 2, day: 11)),
      national("Emperor's Birthday", .fixed(month: 2, day: 23)),
      national("Vernal Equinox Day", .vernalEquinox),
      national("Showa Day", .fixed(month: 4, day: 29)),
      national("Constitution Day", .fixed(month: 5, day: 3)),
      national("Greenery Day", .fixed(month: 5, day: 4)),
      national("Children's Day", .fixed(month: 5, day: 5)),
      national("Marine Day", .nth(3, .monday, month: 7), except: [2020, 2021]),
      national("Marine Day", .dates([2020_07_23, 2021_07_22])),
      national("Mountain Day", .fixed(month: 8, day: 11), except: [2020, 2021]),
      national("Mountain Day", .dates([2020_08_10, 2021_08_08])),
      national("Respect for the Aged Day", .nth(3, .monday, month: 9)),
      national("Autumnal Equinox Day", .autumnalEquinox),
      national("Sports Day", .nth(2, .monday, month: 10), except: [2020, 2021]),
      national("Sports Day", .dates([2020_07_24, 2021_07_23])),
      national("Culture Day", .fixed(month: 11, day: 3)),
      national("Labor Thanksgiving Day", .fixed(month: 11, day: 23)),
      national("National Holiday", .betweenHolidays),
      Feast("Bank Holiday", .fixed(month: 12, day: 31)),
    ])

  private static func national(_ name: String, _ rule: HolidayRule, except: [Int] = []) -> Feast {
    Feast(name, rule, .sundayToNextFree, except: except, substitute: "Substitute Holiday")
  }
}
