import Vocabulary

extension PublishedCalendar {
  /// The days on which Lynx rests.
  ///
  /// Rules: Payments Canada, system closure schedule; Holidays Act (R.S.C. 1985, c. H-5). A holiday
  /// on a weekend is kept on Monday. Family Day and Civic Holiday close the payment systems though
  /// they are not statutory federal days; no source names them. Years 2020 to 2035.
  static let ca = PublishedCalendar(
    "CA",
    confidence: "medium: two packages agree; Family Day and Civic Holiday weak, single source",
    evidence: [Evidence("holidays:CA(public+government); QuantLib:Canada.Settlement")],
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1), .weekendToMonday),
      Feast("", .nth(3, .monday, month: 2), evidence: [onlyQuantLib]),
      Feast("Good Friday", .easter(-2)),
      Feast("Victoria Day", .onOrBefore(.monday, month: 5, day: 24)),
      Feast("Canada Day", .fixed(month: 7, day: 1), .weekendToMonday),
      Feast("", .nth(1, .monday, month: 8), evidence: [onlyQuantLib]),
      Feast("Labor Day", .nth(1, .monday, month: 9)),
      Feast(
        "National Day for Truth and Reconciliation", .fixed(month: 9, day: 30), .weekendToMonday,
        years: 2021...2035),
      Feast("Thanksgiving Day", .nth(2, .monday, month: 10)),
      Feast("Remembrance Day", .fixed(month: 11, day: 11), .weekendToMonday),
      // The packages put the substitute of a Christmas on Sunday on Boxing Day and on the day after.
      Feast("Christmas Day (observed)", [2022_12_26, 2033_12_26]),
      Feast("Christmas Day", .fixed(month: 12, day: 25), .saturdayToMondaySundayToTuesday),
      Feast("Boxing Day", .fixed(month: 12, day: 26), .saturdayToMondaySundayToTuesday),
    ])

  private static let onlyQuantLib = Evidence(
    "QuantLib:Canada.Settlement",
    .weak("single source; Family Day or Civic Holiday, a payment-system closure"))
}
