import Vocabulary

extension PublishedCalendar {
  /// The public holidays of Hesse, for branches in Frankfurt.
  ///
  /// Rules: Hessisches Feiertagsgesetz, section 1; nothing is moved from a weekend. Years 2020 to
  /// 2035.
  static let dehe = PublishedCalendar(
    "DEHE", confidence: "high: two sources agree on every date",
    evidence: [Evidence("holidays:DE-HE; workalendar:Hesse")],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1)),
      Feast("Good Friday", .easter(-2)),
      Feast("Easter Monday", .easter(1)),
      Feast("Labor Day", .fixed(month: 5, day: 1)),
      Feast("Ascension Day", .easter(39)),
      Feast("Pentecost Monday", .easter(50)),
      Feast("Corpus Christi", .easter(60)),
      Feast("German Unity Day", .fixed(month: 10, day: 3)),
      Feast("Christmas Day", .fixed(month: 12, day: 25)),
      Feast("Second Day of Christmas", .fixed(month: 12, day: 26)),
    ])
}
