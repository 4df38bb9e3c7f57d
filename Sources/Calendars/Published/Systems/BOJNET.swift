import Vocabulary

extension PublishedSystem {
  /// BOJ-NET of the Bank of Japan.
  static let bojnet = [
    PublishedSystem(
      "BOJ-NET funds", "JPY", zone: "Asia/Tokyo",
      calendar: "JP", days: .mondayToFriday,
      opening: .sameDay, opens: "08:30", customerCutOff: "15:00",
      interbankCutOff: "17:00", closes: "21:00", from: 2016_02_15,
      kind: "RTGS",
      source:
        "Bank of Japan decision 2015-07-31 (amended 2016-01-19): 08:30-21:00; core time "
        + "09:00-17:00, FX yen 09:00-15:00",
      confidence: "high",
      notes: "customer cut-off = FXYCS core time end; 17:00 = core time end; 21:00 system close")
  ]
}
