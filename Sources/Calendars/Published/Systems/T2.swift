import Vocabulary

extension PublishedSystem {
  /// T2, the real-time gross settlement system of the Eurosystem, and its daytime alone.
  static let t2 = [
    PublishedSystem(
      "T2 RTGS", "EUR", zone: "Europe/Berlin",
      calendar: "TARGET", days: .mondayToFriday,
      opening: .previousBusinessDay, opens: "19:30", customerCutOff: "17:00",
      interbankCutOff: "18:00", closes: "18:00", from: 2023_03_20,
      kind: "RTGS",
      source:
        "A&O Shearman 2025-06-06 on ECB consultation (EoD 18:00, reopen 19:30); Eesti Pank "
        + "(8:00-18:00/19:00 EET customer/interbank); Bundesbank CAM hours; 17:00/18:00 Banque "
        + "de France",
      confidence: "high",
      notes:
        "CLM start of day 18:45, maintenance 02:30-03:00 on weekdays and Sat 02:30 - Mon 02:30"
        + " over weekends: from memory, unverified (Ledger Insights confirms 22.5 h/day and 48 h"
        + " weekend closure)"),
    PublishedSystem(
      "T2 RTGS daytime window", "EUR", zone: "Europe/Berlin",
      calendar: "TARGET", days: .mondayToFriday,
      opening: .sameDay, opens: "07:00", customerCutOff: "17:00",
      interbankCutOff: "18:00", closes: "18:00",
      kind: "RTGS",
      source: "Banque de France TARGET2 main features; Eesti Pank T2",
      confidence: "high",
      notes: "conservative default: payments of bank customers in practice flow 07:00-17:00 CET"),
  ]
}
