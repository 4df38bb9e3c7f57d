import Vocabulary

extension PublishedCalendar {
  /// The general holidays of Hong Kong: the days on which the CHATS systems rest.
  ///
  /// Rules: General Holidays Ordinance (Cap. 149); a holiday on Sunday is kept on the next day that
  /// is none, which then bears the name of "the day following". Holidays of the lunar calendar and
  /// Ching Ming are lists, as gazetted to 2026 and computed after. Years 2020 to 2035.
  static let hk = PublishedCalendar(
    "HK", confidence: "high to 2026, medium after: computed lunar dates, two to four sources agree",
    evidence: [
      Evidence(
        "holidays:HK(public|optional); workalendar:HongKong; xcal:XHKG",
        dates: [2021_04_06, 2021_12_27, 2022_12_27, 2027_12_27]),
      Evidence(
        "holidays:HK(public|optional); workalendar:HongKong",
        dates: [2029_09_24, 2032_12_27, 2033_12_27]),
      Evidence(
        "holidays:HK(public|optional); workalendar:HongKong; QuantLib:HongKong; xcal:XHKG",
        years: 2020...2026),
      Evidence(
        "holidays:HK(public|optional); workalendar:HongKong; xcal:XHKG", years: 2027...2030),
      Evidence("holidays:HK(public|optional); workalendar:HongKong", years: 2031...2035),
    ],
    feasts: fixedFeastsOfHongKong + listedFeastsOfHongKong)

  /// QuantLib knows no lunar dates of Hong Kong after 2026, but these.
  private static let fixedInHongKong = [
    Evidence(
      "holidays:HK(public|optional); workalendar:HongKong; xcal:XHKG; QuantLib:HongKong",
      years: 2027...2030),
    Evidence(
      "holidays:HK(public|optional); workalendar:HongKong; QuantLib:HongKong", years: 2031...2035),
  ]

  private static let fixedFeastsOfHongKong = [
    Feast(
      "New Year's Day", .fixed(month: 1, day: 1), .sundayToNextFree,
      substitute: "The day following New Year's Day", evidence: fixedInHongKong),
    Feast("Good Friday", .easter(-2), evidence: fixedInHongKong),
    // In 2021 and 2026 the day following Ching Ming took its place.
    Feast("Easter Monday", .easter(1), except: [2021, 2026], evidence: fixedInHongKong),
    Feast(
      "Labor Day", .fixed(month: 5, day: 1), .sundayToNextFree,
      substitute: "The day following Labor Day", evidence: fixedInHongKong),
    Feast(
      "Hong Kong S.A.R. Establishment Day", .fixed(month: 7, day: 1), .sundayToNextFree,
      substitute: "The day following Hong Kong S.A.R. Establishment Day",
      evidence: fixedInHongKong),
    Feast(
      "National Day", .fixed(month: 10, day: 1), .sundayToNextFree,
      substitute: "The day following National Day", evidence: fixedInHongKong),
    Feast(
      "Christmas Day", .fixed(month: 12, day: 25), .sundayToNextFree,
      substitute: "The second weekday after Christmas Day", evidence: fixedInHongKong),
    Feast(
      "The first weekday after Christmas Day", .fixed(month: 12, day: 26), .sundayToNextFree,
      substitute: "The first weekday after Christmas Day", evidence: fixedInHongKong),
  ]

  private static let listedFeastsOfHongKong = [
    Feast(
      "Chinese New Year",
      [
        2021_02_12, 2022_02_01, 2025_01_29, 2026_02_17, 2028_01_26, 2029_02_13, 2031_01_23,
        2032_02_11, 2033_01_31, 2035_02_08,
      ]),
    Feast(
      "The second day of Chinese New Year",
      [
        2022_02_02, 2023_01_23, 2025_01_30, 2026_02_18, 2028_01_27, 2029_02_14, 2030_02_04,
        2031_01_24, 2032_02_12, 2033_02_01, 2034_02_20, 2035_02_09,
      ]),
    Feast(
      "The third day of Chinese New Year",
      [
        2020_01_27, 2022_02_03, 2023_01_24, 2024_02_12, 2025_01_31, 2026_02_19, 2027_02_08,
        2028_01_28, 2029_02_15, 2030_02_05, 2032_02_13, 2033_02_02, 2034_02_21,
      ]),
    Feast(
      "The fourth day of Chinese New Year",
      [
        2020_01_28, 2021_02_15, 2023_01_25, 2024_02_13, 2027_02_09, 2030_02_06, 2034_02_22,
      ]),
    Feast(
      "Tomb-Sweeping Day",
      [
        2022_04_05, 2023_04_05, 2024_04_04, 2025_04_04, 2027_04_05, 2028_04_04, 2029_04_04,
        2030_04_05, 2033_04_04, 2034_04_05, 2035_04_05,
      ]),
    Feast("The day following Tomb-Sweeping Day", [2021_04_05, 2026_04_06, 2032_04_05]),
    Feast("The day following Easter Monday", [2021_04_06, 2026_04_07]),
    Feast(
      "The Buddha's Birthday",
      [
        2020_04_30, 2021_05_19, 2023_05_26, 2024_05_15, 2025_05_05, 2027_05_13, 2028_05_02,
        2030_05_09, 2031_05_28, 2033_05_06, 2034_05_25, 2035_05_15,
      ]),
    Feast(
      "The day following the Buddha's Birthday",
      [
        2022_05_09, 2026_05_25, 2029_05_21, 2032_05_17,
      ]),
    Feast(
      "Dragon Boat Festival",
      [
        2020_06_25, 2021_06_14, 2022_06_03, 2023_06_22, 2024_06_10, 2026_06_19, 2027_06_09,
        2030_06_05, 2031_06_24, 2033_06_01, 2034_06_20,
      ]),
    Feast("The day following Dragon Boat Festival", [2028_05_29, 2035_06_11]),
    Feast(
      "The Day following Mid-Autumn Festival",
      [
        2020_10_02, 2021_09_22, 2024_09_18, 2025_10_07, 2027_09_16, 2028_10_04, 2030_09_13,
        2031_10_02, 2032_09_20, 2033_09_09, 2034_09_28, 2035_09_17,
      ]),
    Feast("The Second Day following Mid-Autumn Festival", [2022_09_12, 2029_09_24]),
    Feast(
      "Double Ninth Festival",
      [
        2021_10_14, 2022_10_04, 2023_10_23, 2024_10_11, 2025_10_29, 2027_10_08, 2028_10_26,
        2029_10_16, 2031_10_24, 2032_10_12, 2034_10_20, 2035_10_09,
      ]),
    Feast("The day following Double Ninth Festival", [2020_10_26, 2026_10_19]),
  ]
}
