import Vocabulary

extension PublishedCalendar {
  /// The public holidays of Singapore: the days on which MEPS+ rests.
  ///
  /// Rules: Holidays Act 1998; a holiday on Sunday is kept on Monday. Feasts of the lunar, Buddhist,
  /// Hindu and Muslim calendars are lists: announced by the Ministry of Manpower to 2026, estimated
  /// where the name says so. Polling days are proclaimed. Years 2020 to 2035.
  static let sg = PublishedCalendar(
    "SG", confidence: "high to 2026; weak after for lunar and Islamic dates: estimates",
    evidence: [
      Evidence(
        "holidays:SG; xcal:XSES",
        .resolved("Polling Day 2020, a public holiday; workalendar and QuantLib omit one-offs"),
        dates: [2020_07_10]),
      Evidence(
        "holidays:SG; QuantLib:Singapore.SGX; xcal:XSES",
        .resolved("Polling Day 2023, a public holiday; workalendar omits it"),
        dates: [2023_09_01]),
      Evidence(
        "holidays:SG", .weak("single source; only one package covers this year"),
        dates: [2033_05_02, 2033_12_26]),
      Evidence(
        "holidays:SG; workalendar:Singapore; QuantLib:Singapore.SGX; xcal:XSES", years: 2020...2026),
      Evidence(
        "holidays:SG; workalendar:Singapore; QuantLib:Singapore.SGX", years: 2027...2030),
      Evidence("holidays:SG; QuantLib:Singapore.SGX", years: 2031...2035),
    ],
    feasts: fixedFeastsOfSingapore + listedFeastsOfSingapore)

  private static let estimatedInSingapore = [
    Evidence(
      "holidays:SG; workalendar:Singapore", .estimate("estimate, agreed by 2 sources"),
      years: 2028...2030),
    Evidence(
      "holidays:SG", .estimate("estimate of a single source; only one package covers this year"),
      years: 2031...2035),
  ]

  private static let diwaliInSingapore = [
    Evidence("holidays:SG; workalendar:Singapore", years: 2028...2030),
    Evidence(
      "holidays:SG", .weak("single source; only one package covers this year"),
      years: 2031...2035),
  ]

  private static let fixedFeastsOfSingapore = [
    Feast("New Year's Day", .fixed(month: 1, day: 1), .sundayToNextFree),
    Feast("Good Friday", .easter(-2)),
    Feast("Labor Day", .fixed(month: 5, day: 1), .sundayToNextFree),
    Feast("National Day", .fixed(month: 8, day: 9), .sundayToNextFree),
    Feast("Christmas Day", .fixed(month: 12, day: 25), .sundayToNextFree),
  ]

  private static let listedFeastsOfSingapore = [
    Feast("Chinese New Year (observed)", [2020_01_27, 2023_01_24, 2024_02_12, 2027_02_08]),
    Feast("Vesak Day", [2020_05_07, 2021_05_26, 2023_06_02, 2024_05_22, 2025_05_12, 2027_05_20]),
    Feast("Eid al-Fitr (observed)", [2020_05_25]),
    Feast("Polling Day", [2020_07_10, 2023_09_01]),
    Feast("Eid al-Adha", [2020_07_31, 2021_07_20, 2023_06_29, 2024_06_17, 2026_05_27, 2027_05_17]),
    Feast(
      "Chinese New Year",
      [
        2021_02_12, 2022_02_01, 2022_02_02, 2023_01_23, 2025_01_29, 2025_01_30, 2026_02_17,
        2026_02_18,
      ]),
    Feast("Eid al-Fitr", [2021_05_13, 2022_05_03, 2024_04_10, 2025_03_31, 2027_03_10]),
    Feast(
      "Diwali",
      [
        2021_11_04, 2022_10_24, 2024_10_31, 2025_10_20, 2027_10_28, 2028_11_15, 2029_11_05,
        2031_11_14, 2032_11_02, 2034_11_10, 2035_10_30,
      ], evidence: diwaliInSingapore),
    Feast("Vesak Day (observed)", [2022_05_16, 2026_06_01]),
    Feast("Eid al-Adha (observed)", [2022_07_11]),
    Feast("Diwali (observed)", [2023_11_13, 2026_11_09]),
    Feast(
      "Chinese New Year (estimated)",
      [
        2028_01_26, 2028_01_27, 2029_02_13, 2029_02_14, 2030_02_04, 2031_01_23, 2031_01_24,
        2032_02_11, 2032_02_12, 2033_01_31, 2033_02_01, 2034_02_20, 2035_02_08, 2035_02_09,
      ], evidence: estimatedInSingapore),
    Feast("Eid al-Fitr (observed, estimated)", [2028_02_28], evidence: estimatedInSingapore),
    Feast(
      "Eid al-Adha (estimated)",
      [
        2028_05_05, 2031_04_03, 2032_03_22, 2034_03_01, 2035_02_19,
      ], evidence: estimatedInSingapore),
    Feast(
      "Vesak Day (estimated)",
      [
        2028_05_09, 2030_05_16, 2031_06_04, 2033_05_13, 2034_06_01, 2035_05_22,
      ], evidence: estimatedInSingapore),
    Feast(
      "Eid al-Fitr (estimated)",
      [
        2029_02_15, 2030_02_04, 2032_01_14, 2033_01_03, 2033_12_23, 2034_12_12,
      ], evidence: estimatedInSingapore),
    Feast(
      "Vesak Day (observed, estimated)",
      [
        2029_05_28, 2032_05_24,
      ], evidence: estimatedInSingapore),
    Feast(
      "Chinese New Year (observed, estimated)",
      [
        2030_02_05, 2034_02_21,
      ], evidence: estimatedInSingapore),
    Feast("Eid al-Adha (observed, estimated)", [2030_04_15], evidence: estimatedInSingapore),
  ]
}
