import Vocabulary

extension PublishedCalendar {
  /// The national holidays of Brazil: the days on which STR rests.
  ///
  /// Rules: federal laws 662/1949, 6.802/1980 and 14.759/2023 (20
  /// November from 2024 on). Carnival and Corpus Christi by banking custom. Nothing is moved; Ash Wednesday, 24 and 31 December and city feasts
  /// are open days. Years 2020 to 2035.
  static let br = PublishedCalendar(
    "BR", confidence: "high: two to four sources agree on every date",
    evidence: [
      Evidence(
        "QuantLib:Brazil.Settlement; holidays:BR(public+optional); "
          + "workalendar:BrazilBankCalendar; xcal:BVMF", years: 2020...2030),
      Evidence(
        "QuantLib:Brazil.Settlement; holidays:BR(public+optional); workalendar:BrazilBankCalendar",
        years: 2031...2035),
    ],
    feasts: [
      Feast("Universal Fraternization Day", .fixed(month: 1, day: 1)),
      Feast("Carnival", .easter(-48)),
      Feast("Carnival", .easter(-47)),
      Feast("Good Friday", .easter(-2)),
      Feast("Tiradentes' Day", .fixed(month: 4, day: 21)),
      Feast("Worker's Day", .fixed(month: 5, day: 1)),
      Feast("Corpus Christi", .easter(60)),
      Feast("Independence Day", .fixed(month: 9, day: 7)),
      Feast("Our Lady of Aparecida", .fixed(month: 10, day: 12)),
      Feast("All Souls' Day", .fixed(month: 11, day: 2)),
      Feast("Republic Proclamation Day", .fixed(month: 11, day: 15)),
      Feast(
        "National Day of Zumbi and Black Awareness", .fixed(month: 11, day: 20),
        years: 2024...2035, evidence: zumbi),
      Feast("Christmas Day", .fixed(month: 12, day: 25)),
    ])

  /// The package of bank holidays does not know the law of 2023.
  private static let zumbi = [
    Evidence(
      "QuantLib:Brazil.Settlement; holidays:BR(public+optional); xcal:BVMF", years: 2024...2030),
    Evidence("QuantLib:Brazil.Settlement; holidays:BR(public+optional)", years: 2031...2035),
  ]
}
