import Vocabulary

extension PublishedSystem {
  /// Zengin, the clearing of the Japanese banks: its core time.
  static let zengin = [
    PublishedSystem(
      "Zengin core", "JPY", zone: "Asia/Tokyo",
      calendar: "JP", days: .mondayToFriday,
      opening: .sameDay, opens: "08:30", customerCutOff: "15:30",
      interbankCutOff: "15:30", closes: "15:30",
      kind: "retail DNS + large-value RTGS",
      source:
        "newspim 2018-05-11; Zengin brochure Dec 2019 (More Time System gives 24/7 since "
        + "2018-10-09)",
      confidence: "high",
      notes: "")
  ]
}
