import Vocabulary

extension PublishedCalendar {
  /// The bank holidays of England and Wales: the days on which CHAPS rests.
  ///
  /// Rules: Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations (May Day
  /// of 2020 and Spring Bank Holiday of 2022 moved; 2022-06-03, 2022-09-19 and 2023-05-08 added).
  /// Years 2020 to 2035; proclamations after 2026 are not known.
  static let gbeng = PublishedCalendar(
    "GBENG", confidence: "high: three or four sources agree on every date",
    evidence: [
      Evidence(
        "holidays:GB-ENG; QuantLib:UnitedKingdom.Settlement; xcal:XLON",
        .resolved("Coronation bank holiday; workalendar omits it"), dates: [2023_05_08]),
      Evidence(
        "holidays:GB-ENG; workalendar:UnitedKingdom; QuantLib:UnitedKingdom.Settlement; xcal:XLON",
        years: 2020...2030),
      Evidence(
        "holidays:GB-ENG; workalendar:UnitedKingdom; QuantLib:UnitedKingdom.Settlement",
        years: 2031...2035),
    ],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1), .weekendToNextFree),
      Feast("Good Friday", .easter(-2)),
      Feast("Easter Monday", .easter(1)),
      Feast("May Day", .nth(1, .monday, month: 5), except: [2020]),
      Feast("May Day", [2020_05_08]),
      Feast("Spring Bank Holiday", .last(.monday, month: 5), except: [2022]),
      Feast("Spring Bank Holiday", [2022_06_02]),
      Feast("Platinum Jubilee of Elizabeth II", [2022_06_03]),
      Feast("Late Summer Bank Holiday", .last(.monday, month: 8)),
      Feast("State Funeral of Queen Elizabeth II", [2022_09_19]),
      Feast("Coronation of Charles III", [2023_05_08]),
      Feast("Christmas Day", .fixed(month: 12, day: 25), .weekendToNextFree),
      Feast("Boxing Day", .fixed(month: 12, day: 26), .weekendToNextFree),
    ])
}
