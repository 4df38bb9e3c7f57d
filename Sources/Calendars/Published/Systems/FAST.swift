import Vocabulary

extension PublishedSystem {
  /// FAST, instant payments in Singapore.
  static let fast = [
    PublishedSystem(
      "FAST", "SGD", zone: "Asia/Singapore",
      calendar: "NONE", days: .everyDay,
      opening: .sameDay, opens: "00:00", customerCutOff: "24:00",
      interbankCutOff: "24:00", closes: "24:00",
      kind: "instant",
      source: "banksinsg.com (24/7/365, typical cap SGD 200k)",
      confidence: "medium",
      notes: "")
  ]
}
