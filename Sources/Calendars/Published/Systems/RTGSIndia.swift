import Vocabulary

extension PublishedSystem {
  /// The RTGS system of the Reserve Bank of India.
  static let rtgsIndia = [
    PublishedSystem(
      "INR RTGS", "INR", zone: "Asia/Kolkata",
      calendar: "NONE", days: .everyDay,
      opening: .sameDay, opens: "00:30", customerCutOff: "24:30",
      interbankCutOff: "24:30", closes: "24:30", from: 2020_12_14,
      kind: "RTGS",
      source: "RBI statement, Dec 2020: 24x7x365 from 00:30 on 14 Dec 2020",
      confidence: "high",
      notes: "short end-of-day break around midnight: from memory, unverified")
  ]
}
