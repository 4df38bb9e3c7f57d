import Vocabulary

extension PublishedSystem {
  /// CHIPS, the Clearing House Interbank Payments System in New York.
  static let chips = [
    PublishedSystem(
      "CHIPS", "USD", zone: "America/New_York",
      calendar: "USFED", days: .mondayToFriday,
      opening: .previousCalendarDay, opens: "21:00", customerCutOff: "18:00",
      interbankCutOff: "18:00", closes: "18:00", from: 2021_03_08,
      kind: "hybrid continuous netting + closing",
      source:
        "pymnts.com 2021-03 (cut-off 18:00 ET from 2021-03-08, was 17:00); opening 21:00 from "
        + "secondary (betriebswirtschaft-lernen.net)",
      confidence: "high (18:00) / medium (21:00)",
      notes: "liquidity efficiency about 27:1, average USD1.8tn/day (2021)")
  ]
}
