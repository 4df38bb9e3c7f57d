import Vocabulary

extension PublishedSystem {
  /// The Fedwire Funds Service of the Federal Reserve Banks, and its announced extension.
  static let fedwire = [
    PublishedSystem(
      "Fedwire Funds", "USD", zone: "America/New_York",
      calendar: "USFED", days: .mondayToFriday,
      opening: .previousCalendarDay, opens: "21:00", customerCutOff: "18:45",
      interbankCutOff: "19:00", closes: "19:00",
      kind: "RTGS",
      source:
        "federalreserve.gov/paymentsystems/fedfunds_about.htm (2021-05: opens 21:00 ET "
        + "previous calendar day, closes 19:00; that page gives 18:00 third-party); "
        + "legalclarity.org citing FRFS (18:45 third-party)",
      confidence:
        "high (hours) / medium (18:45: secondary sources of 2025; the Board page of May 2021 "
        + "still says 18:00)",
      notes: "Monday opens Sunday 21:00 ET; day after a holiday opens 21:00 ET on the holiday"),
    PublishedSystem(
      "Fedwire Funds 22x6 (announced)", "USD", zone: "America/New_York",
      calendar: "NONE", days: .sundayToFriday,
      opening: .previousCalendarDay, opens: "21:00", customerCutOff: "18:45",
      interbankCutOff: "19:00", closes: "19:00", from: 2028_01_01,
      kind: "RTGS",
      source: "Federal Register 90 FR 51356, doc 2025-19942, 17 Nov 2025",
      confidence: "high (announced) ; date 2028 or 2029",
      notes: "incl. weekday holidays; 22x7x365 no sooner than 2 years later; exact date not set"),
  ]
}
