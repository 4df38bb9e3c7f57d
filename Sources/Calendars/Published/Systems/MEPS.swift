import Vocabulary

extension PublishedSystem {
  /// MEPS+ of the Monetary Authority of Singapore.
  static let meps = [
    PublishedSystem(
      "MEPS+", "SGD", zone: "Asia/Singapore",
      calendar: "SG", days: .mondayToFriday,
      opening: .sameDay, opens: "09:00", customerCutOff: "17:30",
      interbankCutOff: "18:30", closes: "18:30",
      kind: "RTGS",
      source:
        "from memory, unverified; MAS terms define business day Mon-Fri except public/bank "
        + "holidays",
      confidence: "low",
      notes: "")
  ]
}
