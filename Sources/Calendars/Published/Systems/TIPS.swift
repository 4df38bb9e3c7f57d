import Vocabulary

extension PublishedSystem {
  /// TIPS, instant payments of the Eurosystem.
  static let tips = [
    PublishedSystem(
      "TIPS", "EUR", zone: "Europe/Berlin",
      calendar: "NONE", days: .everyDay,
      opening: .sameDay, opens: "00:00", customerCutOff: "24:00",
      interbankCutOff: "24:00", closes: "24:00",
      kind: "instant",
      source: "ledgerinsights.com 2025-06 (24/7/365)",
      confidence: "high",
      notes: "")
  ]
}
