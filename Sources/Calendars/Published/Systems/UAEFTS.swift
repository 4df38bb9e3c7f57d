import Vocabulary

extension PublishedSystem {
  /// UAEFTS of the Central Bank of the United Arab Emirates.
  static let uaefts = [
    PublishedSystem(
      "UAEFTS", "AED", zone: "Asia/Dubai",
      calendar: "AE", days: .mondayToSaturday,
      opening: .sameDay, opens: "08:00", customerCutOff: "15:00",
      interbankCutOff: "16:00", closes: "17:00", from: 2022_01_02,
      kind: "RTGS",
      source:
        "days: Emirates NBD via zawya.com 2021-12-29 (Mon-Sat from 2022-01-02); hours from "
        + "memory, unverified",
      confidence: "days medium / hours low",
      notes: "before 2022: Sat-Thu (emirates247 2015); offices Fri half day")
  ]
}
