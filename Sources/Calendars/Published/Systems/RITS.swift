import Vocabulary

extension PublishedSystem {
  /// RITS of the Reserve Bank of Australia, and its fast settlement service.
  static let rits = [
    PublishedSystem(
      "RITS", "AUD", zone: "Australia/Sydney",
      calendar: "AURITS", days: .mondayToFriday,
      opening: .sameDay, opens: "07:30", customerCutOff: "16:30",
      interbankCutOff: "16:30", closes: "22:00",
      kind: "RTGS",
      source:
        "rba.gov.au/payments-and-infrastructure/rits/business-hours.html; session table July "
        + "2015",
      confidence: "high",
      notes:
        "SWIFT daily settlement session 09:15-16:30; SWIFT close 18:05 AEST / 20:05 AEDT; "
        + "evening session 17:20-22:00"),
    PublishedSystem(
      "RITS FSS / NPP", "AUD", zone: "Australia/Sydney",
      calendar: "NONE", days: .everyDay,
      opening: .sameDay, opens: "00:00", customerCutOff: "24:00",
      interbankCutOff: "24:00", closes: "24:00",
      kind: "instant",
      source: "RBA business hours page",
      confidence: "high",
      notes: ""),
  ]
}
