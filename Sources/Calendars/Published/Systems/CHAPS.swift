import Vocabulary

extension PublishedSystem {
  /// CHAPS of the Bank of England, and the early opening decided for 2027.
  static let chaps = [
    PublishedSystem(
      "CHAPS", "GBP", zone: "Europe/London",
      calendar: "GBENG", days: .mondayToFriday,
      opening: .sameDay, opens: "06:00", customerCutOff: "17:40",
      interbankCutOff: "18:00", closes: "18:00", from: 2016_06_20, until: 2027_09_01,
      kind: "RTGS",
      source: "bankofengland.co.uk RTGS daily timetable",
      confidence: "high",
      notes: "closed on English bank holidays (e.g. 19 Sep 2022 notice)"),
    PublishedSystem(
      "CHAPS early morning extension (decided)", "GBP", zone: "Europe/London",
      calendar: "GBENG", days: .mondayToFriday,
      opening: .sameDay, opens: "01:30", customerCutOff: "17:40",
      interbankCutOff: "18:00", closes: "18:00", from: 2027_09_01,
      kind: "RTGS",
      source: "Bank of England policy statement 24 Feb 2026 (einpresswire 895118258)",
      confidence: "high (decision); go-live target Sep 2027",
      notes: "participation optional; consultation on near 24x7 opened mid-2026"),
  ]
}
