import Vocabulary

extension PublishedSystem {
  /// Lynx of Payments Canada.
  static let lynx = [
    PublishedSystem(
      "Lynx", "CAD", zone: "America/Toronto",
      calendar: "CA", days: .mondayToFriday,
      opening: .sameDay, opens: "00:30", customerCutOff: "18:00",
      interbankCutOff: "18:30", closes: "18:30",
      kind: "RTGS",
      source:
        "from memory, unverified (LVTS/Lynx cycle); by-law SOR/2021-182 says only that it "
        + "operates every business day per the operating schedule",
      confidence: "low",
      notes: "")
  ]
}
