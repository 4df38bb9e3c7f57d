import Vocabulary

extension PublishedSystem {
  /// HVPS, the high-value payment system of CNAPS, of the People's Bank of China.
  static let hvps = [
    PublishedSystem(
      "HVPS (CNAPS)", "CNY", zone: "Asia/Shanghai",
      calendar: "CN", days: .mondayToFriday, workingWeekends: true,
      opening: .previousCalendarDay, opens: "20:30", customerCutOff: "17:15",
      interbankCutOff: "17:15", closes: "17:15", from: 2018_05_02,
      kind: "RTGS",
      source:
        "PBC notice of 2018-05 reported by btcinst.com and cadforex.com: accept from 20:30 "
        + "previous natural day, clearing window 17:15-17:30 (5x21+12)",
      confidence: "high",
      notes:
        "extra run on the first day of weekends/holidays 20:30(prev)-08:30 only for CIPS "
        + "funding")
  ]
}
