import Vocabulary

extension PublishedCalendar {
  /// The public holidays of the United Arab Emirates.
  ///
  /// Rules: Cabinet resolutions. The weekend was Friday and Saturday until 2021-12-31 and is
  /// Saturday and Sunday since (offices; Friday is a half day). Feasts of the Muslim calendar are
  /// lists, announced to 2026, estimated after (the moon may shift each by a day). Feasts on a
  /// weekend are listed too, as UAEFTS works on Saturdays. Years 2020 to 2035.
  static let ae = PublishedCalendar(
    "AE", confidence: "weak: single source; Islamic dates from 2027 on are lunar estimates",
    weekends: [
      WeekendRule(WeekdaySet([.friday, .saturday])),
      WeekendRule(from: CivilDate(written: 2022_01_01), .saturdayAndSunday),
    ],
    evidence: [
      Evidence("holidays:AE", .weak("single source; only one package covers this calendar"))
    ],
    keepsWeekends: true,
    feasts: [
      Feast("New Year's Day", .fixed(month: 1, day: 1)),
      Feast("Commemoration Day", .fixed(month: 12, day: 1), years: 2020...2023),
      Feast("National Day", .fixed(month: 12, day: 2), except: [2025]),
      Feast("National Day", .fixed(month: 12, day: 3), except: [2025]),
      Feast("National Day", [2025_12_01, 2025_12_02]),
    ] + listedFeastsOfTheEmirates)

  private static let lunarEstimate = Evidence(
    "holidays:AE", .estimate("single source; lunar estimate"), years: 2027...2035)

  private static let listedFeastsOfTheEmirates = [
    Feast(
      "Eid al-Fitr Holiday",
      [
        2020_05_22, 2020_05_23, 2020_05_25, 2020_05_26, 2021_05_11, 2021_05_12, 2021_05_14,
        2021_05_15, 2022_04_30, 2022_05_01, 2022_05_03, 2022_05_04, 2023_04_20, 2023_04_22,
        2023_04_23, 2024_04_08, 2024_04_09, 2024_04_11, 2024_04_12, 2025_03_31, 2025_04_01,
        2026_03_19, 2026_03_21, 2026_03_22,
      ]),
    Feast(
      "Eid al-Fitr",
      [
        2020_05_24, 2021_05_13, 2022_05_02, 2023_04_21, 2024_04_10, 2025_03_30, 2026_03_20,
      ]),
    Feast(
      "Day of Arafah",
      [
        2020_07_30, 2021_07_19, 2022_07_08, 2023_06_27, 2024_06_15, 2025_06_05, 2026_05_26,
      ]),
    Feast(
      "Eid al-Adha",
      [
        2020_07_31, 2021_07_20, 2022_07_09, 2023_06_28, 2024_06_16, 2025_06_06, 2026_05_27,
      ]),
    Feast(
      "Eid al-Adha Holiday",
      [
        2020_08_01, 2020_08_02, 2021_07_21, 2021_07_22, 2022_07_10, 2022_07_11, 2023_06_29,
        2023_06_30, 2024_06_17, 2024_06_18, 2025_06_07, 2025_06_08, 2026_05_28, 2026_05_29,
      ]),
    Feast(
      "Islamic New Year",
      [
        2020_08_23, 2021_08_12, 2022_07_30, 2023_07_21, 2024_07_07, 2025_06_27, 2026_06_15,
      ]),
    Feast(
      "Prophet's Birthday",
      [
        2020_10_29, 2021_10_21, 2022_10_08, 2023_09_29, 2024_09_15, 2025_09_05, 2026_08_28,
      ]),
    Feast("Death of Sheikh Khalifa bin Zayed Al Nahyan", [2022_05_14, 2022_05_15, 2022_05_16]),
    Feast(
      "Eid al-Fitr (estimated)",
      [
        2027_03_09, 2028_02_26, 2029_02_14, 2030_02_04, 2031_01_24, 2032_01_14, 2033_01_02,
        2033_12_23, 2034_12_12, 2035_12_01,
      ], evidence: [lunarEstimate]),
    Feast(
      "Eid al-Fitr Holiday (estimated)",
      [
        2027_03_10, 2027_03_11, 2028_02_27, 2028_02_28, 2029_02_15, 2029_02_16, 2030_02_05,
        2030_02_06, 2031_01_25, 2031_01_26, 2032_01_15, 2032_01_16, 2033_01_03, 2033_01_04,
        2033_12_24, 2033_12_25, 2034_12_13, 2034_12_14, 2035_12_02, 2035_12_03,
      ], evidence: [lunarEstimate]),
    Feast(
      "Day of Arafah (estimated)",
      [
        2027_05_15, 2028_05_04, 2029_04_23, 2030_04_12, 2031_04_01, 2032_03_21, 2033_03_10,
        2034_02_28, 2035_02_17,
      ], evidence: [lunarEstimate]),
    Feast(
      "Eid al-Adha (estimated)",
      [
        2027_05_16, 2028_05_05, 2029_04_24, 2030_04_13, 2031_04_02, 2032_03_22, 2033_03_11,
        2034_03_01, 2035_02_18,
      ], evidence: [lunarEstimate]),
    Feast(
      "Eid al-Adha Holiday (estimated)",
      [
        2027_05_17, 2027_05_18, 2028_05_06, 2028_05_07, 2029_04_25, 2029_04_26, 2030_04_14,
        2030_04_15, 2031_04_03, 2031_04_04, 2032_03_23, 2032_03_24, 2033_03_12, 2033_03_13,
        2034_03_02, 2034_03_03, 2035_02_19, 2035_02_20,
      ], evidence: [lunarEstimate]),
    Feast(
      "Islamic New Year (estimated)",
      [
        2027_06_06, 2028_05_25, 2029_05_14, 2030_05_03, 2031_04_23, 2032_04_11, 2033_04_01,
        2034_03_21, 2035_03_11,
      ], evidence: [lunarEstimate]),
    Feast(
      "Prophet's Birthday (estimated)",
      [
        2027_08_14, 2028_08_03, 2029_07_24, 2030_07_13, 2031_07_02, 2032_06_20, 2033_06_09,
        2034_05_30, 2035_05_20,
      ], evidence: [lunarEstimate]),
  ]
}
