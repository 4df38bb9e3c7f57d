import Vocabulary

extension PublishedSystem {
  /// SIC, Swiss Interbank Clearing.
  static let sic = [
    PublishedSystem(
      "SIC RTGS", "CHF", zone: "Europe/Zurich",
      calendar: "CHSIC", days: .mondayToFriday,
      opening: .previousBusinessDay, opens: "18:30", customerCutOff: "17:00",
      interbankCutOff: "18:00", closes: "18:15", from: 2024_01_01,
      kind: "RTGS",
      source:
        "SIX API api.six-group.com/api/epcd/clearingday/v1/calendar of 2026-04-17: clearing "
        + "stops CS1 17:00, CS2 18:00, CS3 18:15; Sat/Sun carry Monday clearing day",
      confidence: "high (stops) / medium (reopening 18:30 inferred)",
      notes:
        "CS1 customer, CS2 interbank, CS3 SNB cover; runs through the weekend with the next "
        + "clearing day as value date")
  ]
}
