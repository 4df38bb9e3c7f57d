import Vocabulary

extension PublishedCalendar {
  /// The bank holidays on which Swiss Interbank Clearing rests.
  ///
  /// Rules: SIX, "Bank holidays in Switzerland" (national bank holidays and those of Zurich that
  /// SIC keeps); nothing is moved from a weekend. Years 2020 to 2035; no official list was at hand.
  static let chsic = PublishedCalendar(
    "CHSIC", confidence: "medium: two packages agree on every date, no official list read",
    evidence: [Evidence("QuantLib:Switzerland; workalendar:Zurich")],
    feasts: [
      Feast("New year", .fixed(month: 1, day: 1)),
      Feast("Berchtold's Day", .fixed(month: 1, day: 2)),
      Feast("Good Friday", .easter(-2)),
      Feast("Easter Monday", .easter(1)),
      Feast("Labour Day", .fixed(month: 5, day: 1)),
      Feast("Ascension Thursday", .easter(39)),
      Feast("Whit Monday", .easter(50)),
      Feast("National Holiday", .fixed(month: 8, day: 1)),
      Feast("Christmas Day", .fixed(month: 12, day: 25)),
      Feast("Boxing Day", .fixed(month: 12, day: 26)),
    ])
}
