import Vocabulary

extension PublishedCalendar {
  /// The public holidays of Ireland on working days, for branches in Dublin.
  ///
  /// Rules: Organisation of Working Time Act 1997, second schedule; Saint Brigid's Day since 2023
  /// on the first Monday of February, or on 1 February where that is a Friday; 2022-03-18 by order.
  /// Nothing is moved from a weekend. Years 2020 to 2035.
  static let ie = PublishedCalendar(
    "IE", confidence: "medium: two packages agree; Saint Brigid's Day weak, single source",
    evidence: [Evidence("holidays:IE; workalendar:Ireland")],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1)),
      Feast(
        "Saint Brigid's Day", .nth(1, .monday, month: 2), years: 2023...2035, except: [2030],
        evidence: [onlyOneInIreland]),
      Feast("Saint Brigid's Day", [2030_02_01], evidence: [onlyOneInIreland]),
      Feast("Saint Patrick's Day", .fixed(month: 3, day: 17)),
      Feast("Day of Remembrance and Recognition", [2022_03_18], evidence: [onlyOneInIreland]),
      Feast("Easter Monday", .easter(1)),
      Feast("May Bank Holiday", .nth(1, .monday, month: 5)),
      Feast("June Bank Holiday", .nth(1, .monday, month: 6)),
      Feast("August Bank Holiday", .nth(1, .monday, month: 8)),
      Feast("October Bank Holiday", .last(.monday, month: 10)),
      Feast("Christmas Day", .fixed(month: 12, day: 25)),
      Feast("Saint Stephen's Day", .fixed(month: 12, day: 26)),
    ])

  private static let onlyOneInIreland = Evidence(
    "holidays:IE", .weak("single source; the other package follows another rule"))
}
