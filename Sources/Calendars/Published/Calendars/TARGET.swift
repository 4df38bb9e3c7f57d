import Vocabulary

extension PublishedCalendar {
  /// The Eurosystem: the days on which T2 and EURO1 rest.
  ///
  /// Rules: European Central Bank, long-term calendar for TARGET closing days (14 December 2000);
  /// nothing is moved from a weekend. Years 2020 to 2035.
  static let target = PublishedCalendar(
    "TARGET", confidence: "high: three sources agree on every date",
    evidence: [Evidence("holidays:TAR; workalendar:EuropeanCentralBank; QuantLib:TARGET")],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1)),
      Feast("Good Friday", .easter(-2)),
      Feast("Easter Monday", .easter(1)),
      Feast("Labour Day", .fixed(month: 5, day: 1)),
      Feast("Christmas Day", .fixed(month: 12, day: 25)),
      Feast("Christmas Holiday", .fixed(month: 12, day: 26)),
    ])
}
