import Vocabulary

extension PublishedSystem {
  /// CIPS, the cross-border interbank payment system of China.
  static let cips = [
    PublishedSystem(
      "CIPS", "CNY", zone: "Asia/Shanghai",
      calendar: "CN", days: .mondayToFriday, workingWeekends: true,
      opening: .sameDay, opens: "08:30", customerCutOff: "17:00",
      interbankCutOff: "17:00", closes: "32:30", from: 2018_05_02,
      kind: "RTGS + DNS",
      source:
        "same notice: day session 08:30-17:30 (17:00-17:30 close), night session 17:00-08:30 "
        + "next natural day; first workday after a holiday opens 04:30",
      confidence: "high (sessions) / medium (value date of night session unverified)",
      notes: "32:30 = 08:30 next natural day")
  ]
}
