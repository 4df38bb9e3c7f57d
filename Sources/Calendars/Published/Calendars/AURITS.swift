import Vocabulary

extension PublishedCalendar {
  /// The days on which RITS rests: holidays kept in New South Wales and in Victoria.
  ///
  /// Rules: Reserve Bank of Australia, RITS business hours; Public Holidays Acts of both states.
  /// Labour Day and the Bank Holiday of New South Wales are open days. Anzac Day is not moved from
  /// a weekend; 2022-09-22 was proclaimed. Years 2020 to 2035.
  static let aurits = PublishedCalendar(
    "AURITS", confidence: "high to 2030; weak after: single source",
    evidence: [
      Evidence("holidays:AU NSW∩VIC; xcal:XASX", years: 2020...2030),
      Evidence(
        "holidays:AU NSW∩VIC", .weak("single source; only one package covers this year"),
        years: 2031...2035),
    ],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1), .weekendToNextFree),
      Feast(
        "Australia Day", .fixed(month: 1, day: 26), .weekendToMonday, substitute: "Australia Day"),
      Feast("Good Friday", .easter(-2)),
      Feast("Easter Monday", .easter(1)),
      Feast("ANZAC Day", .fixed(month: 4, day: 25)),
      Feast("Queen's Birthday", .nth(2, .monday, month: 6), years: 2020...2022),
      Feast("King's Birthday", .nth(2, .monday, month: 6), years: 2023...2035),
      Feast("National Day of Mourning for Queen Elizabeth II", [2022_09_22]),
      Feast("Christmas Day", .fixed(month: 12, day: 25), .weekendToNextFree),
      Feast("Boxing Day", .fixed(month: 12, day: 26), .weekendToNextFree),
    ])
}
