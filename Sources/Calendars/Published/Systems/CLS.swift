import Vocabulary

extension PublishedSystem {
  /// CLS, payment versus payment of foreign exchange in several currencies.
  static let cls = [
    PublishedSystem(
      "CLS Settlement", "MULTI", zone: "Europe/Zurich",
      calendar: "NONE", days: .mondayToFriday,
      opening: .sameDay, opens: "07:00", customerCutOff: "06:30",
      interbankCutOff: "09:00", closes: "12:00",
      kind: "PvP multilateral netting",
      source:
        "cls-group.com ForFX page: submit/match before 06:30 CET, settlement 07:00-09:00, "
        + "pay-in/pay-out to 12:00 CET",
      confidence: "high",
      notes:
        "06:30 is the matching deadline on value date; per-currency holidays apply; about 96% "
        + "funding reduction claimed")
  ]
}
