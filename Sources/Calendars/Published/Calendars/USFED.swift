import Vocabulary

extension PublishedCalendar {
  /// The Federal Reserve Banks: the days on which Fedwire and CHIPS rest.
  ///
  /// Rules: FRB, "Holidays Observed by the Federal Reserve System" (K.8); a holiday on Saturday is
  /// not moved, one on Sunday is kept on Monday. Years 2020 to 2035, Juneteenth from 2021 on (in
  /// force on its own date from 2022, as 2021-06-19 was a Saturday).
  static let usfed = PublishedCalendar(
    "USFED", confidence: "high: two sources agree on every date",
    evidence: [Evidence("holidays:XFED; QuantLib:UnitedStates.FederalReserve")],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1), .sundayToMonday),
      Feast("Birthday of Martin Luther King, Jr.", .nth(3, .monday, month: 1)),
      Feast("Washington's Birthday", .nth(3, .monday, month: 2)),
      Feast("Memorial Day", .last(.monday, month: 5)),
      Feast(
        "Juneteenth National Independence Day", .fixed(month: 6, day: 19), .sundayToMonday,
        years: 2021...2035),
      Feast("Independence Day", .fixed(month: 7, day: 4), .sundayToMonday),
      Feast("Labor Day", .nth(1, .monday, month: 9)),
      Feast("Columbus Day", .nth(2, .monday, month: 10)),
      Feast("Veterans Day", .fixed(month: 11, day: 11), .sundayToMonday),
      Feast("Thanksgiving Day", .nth(4, .thursday, month: 11)),
      Feast("Christmas Day", .fixed(month: 12, day: 25), .sundayToMonday),
    ])
}
