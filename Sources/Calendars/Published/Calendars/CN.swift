import Vocabulary

extension PublishedCalendar {
  /// The working days of mainland China: the days on which HVPS and CIPS run, working weekends
  /// among them.
  ///
  /// Lists: notices of the State Council (each autumn, for the year that follows) for 2020 to 2026,
  /// with the weekends worked in exchange; for 2027 to 2035 the statutory dates alone, which the
  /// notices will stretch and exchange. A scenario may add its own days.
  static let cn = PublishedCalendar(
    "CN", confidence: "high to 2026; weak from 2027: estimate of the statutory dates only",
    evidence: [
      Evidence(
        "holidays:CN; QuantLib:China.IB", .estimate(statutoryOnly),
        dates: [2027_01_01, 2029_01_01, 2030_01_01, 2031_01_01, 2032_01_01, 2035_01_01]),
      Evidence("holidays:CN; chinese_calendar; QuantLib:China.IB", years: 2020...2026),
      Evidence("holidays:CN", .estimate(statutoryOnly), years: 2027...2035),
    ],
    workingWeekends: workingWeekendsOfChina,
    feasts: feastsOfChina + daysOffOfChina + estimatedFeastsOfChina)

  private static let statutoryOnly =
    "estimate of the statutory dates only; the State Council has not yet fixed this year"

  /// Weekend days worked, 2020 to 2026: State Council notices, agreed by holidays:CN,
  /// chinese_calendar and QuantLib:China.IB.
  private static let workingWeekendsOfChina = [
    2020_01_19, 2020_04_26, 2020_05_09, 2020_06_28, 2020_09_27, 2020_10_10, 2021_02_07, 2021_02_20,
    2021_04_25, 2021_05_08, 2021_09_18, 2021_09_26, 2021_10_09, 2022_01_29, 2022_01_30, 2022_04_02,
    2022_04_24, 2022_05_07, 2022_10_08, 2022_10_09, 2023_01_28, 2023_01_29, 2023_04_23, 2023_05_06,
    2023_06_25, 2023_10_07, 2023_10_08, 2024_02_04, 2024_02_18, 2024_04_07, 2024_04_28, 2024_05_11,
    2024_09_14, 2024_09_29, 2024_10_12, 2025_01_26, 2025_02_08, 2025_04_27, 2025_09_28, 2025_10_11,
    2026_01_04, 2026_02_14, 2026_02_28, 2026_05_09, 2026_09_20, 2026_10_10,
  ]

  /// Working days off and the weekend day worked for each.
  private static let exchangedInChina = [
    (2020_01_24, 2020_01_19), (2020_05_04, 2020_04_26), (2020_05_05, 2020_05_09),
    (2020_06_26, 2020_06_28), (2020_10_07, 2020_09_27), (2020_10_08, 2020_10_10),
    (2021_02_11, 2021_02_07), (2021_02_17, 2021_02_20), (2021_05_04, 2021_04_25),
    (2021_05_05, 2021_05_08), (2021_09_20, 2021_09_18), (2021_10_06, 2021_09_26),
    (2021_10_07, 2021_10_09), (2022_01_31, 2022_01_29), (2022_02_04, 2022_01_30),
    (2022_04_04, 2022_04_02), (2022_05_03, 2022_04_24), (2022_05_04, 2022_05_07),
    (2022_10_06, 2022_10_08), (2022_10_07, 2022_10_09), (2023_01_26, 2023_01_28),
    (2023_01_27, 2023_01_29), (2023_05_02, 2023_04_23), (2023_05_03, 2023_05_06),
    (2023_06_23, 2023_06_25), (2023_10_05, 2023_10_07), (2023_10_06, 2023_10_08),
    (2024_02_15, 2024_02_04), (2024_02_16, 2024_02_18), (2024_04_05, 2024_04_07),
    (2024_05_02, 2024_04_28), (2024_05_03, 2024_05_11), (2024_09_16, 2024_09_14),
    (2024_10_04, 2024_09_29), (2024_10_07, 2024_10_12), (2025_02_03, 2025_01_26),
    (2025_02_04, 2025_02_08), (2025_05_05, 2025_04_27), (2025_10_07, 2025_09_28),
    (2025_10_08, 2025_10_11), (2026_01_02, 2026_01_04), (2026_02_20, 2026_02_14),
    (2026_02_23, 2026_02_28), (2026_05_05, 2026_05_09), (2026_10_06, 2026_09_20),
    (2026_10_07, 2026_10_10),
  ]

  private static let daysOffOfChina = exchangedInChina.map { dayOff, worked in
    let day = CivilDate(written: worked)
    let (month, rest) = (100 + day.month, 100 + day.day)
    let written = "\(month)".dropFirst() + "/" + "\(rest)".dropFirst() + "/\(day.year)"
    return Feast("Day off (substituted from \(written))", [dayOff])
  }

  private static let feastsOfChina = [
    Feast("New Year's Day", [2020_01_01, 2021_01_01, 2024_01_01, 2025_01_01, 2026_01_01]),
    Feast(
      "Chinese New Year (Spring Festival)",
      [
        2020_01_27, 2021_02_12, 2022_02_01, 2022_02_02, 2022_02_03, 2023_01_23, 2023_01_24,
        2024_02_12, 2025_01_29, 2025_01_30, 2025_01_31, 2026_02_17, 2026_02_18, 2026_02_19,
      ]),
    Feast(
      "Chinese New Year (Spring Festival) (observed)",
      [
        2020_01_28, 2020_01_29, 2020_01_30, 2021_02_15, 2021_02_16, 2023_01_25, 2024_02_13,
        2024_02_14,
      ]),
    Feast("Chinese New Year Extended Holiday", [2020_01_31]),
    Feast("Tomb-Sweeping Day (observed)", [2020_04_06, 2021_04_05, 2026_04_06]),
    Feast("Labor Day", [2020_05_01, 2023_05_01, 2024_05_01, 2025_05_01, 2025_05_02, 2026_05_01]),
    Feast(
      "Dragon Boat Festival",
      [
        2020_06_25, 2021_06_14, 2022_06_03, 2023_06_22, 2024_06_10, 2026_06_19,
      ]),
    Feast(
      "Mid-Autumn Festival",
      [
        2020_10_01, 2021_09_21, 2023_09_29, 2024_09_17, 2025_10_06, 2026_09_25,
      ]),
    Feast(
      "National Day",
      [
        2020_10_01, 2020_10_02, 2021_10_01, 2022_10_03, 2023_10_02, 2023_10_03, 2024_10_01,
        2024_10_02, 2024_10_03, 2025_10_01, 2025_10_02, 2025_10_03, 2026_10_01, 2026_10_02,
      ]),
    Feast(
      "National Day (observed)",
      [
        2020_10_05, 2021_10_04, 2021_10_05, 2022_10_04, 2022_10_05, 2023_10_04, 2026_10_05,
      ]),
    Feast("Mid-Autumn Festival (observed)", [2020_10_06, 2022_09_12]),
    Feast("Labor Day (observed)", [2021_05_03, 2022_05_02, 2026_05_04]),
    Feast("New Year's Day (observed)", [2022_01_03, 2023_01_02]),
    Feast("Tomb-Sweeping Day", [2022_04_05, 2023_04_05, 2024_04_04, 2025_04_04]),
    Feast("Chinese New Year's Eve", [2025_01_28, 2026_02_16]),
    Feast("Dragon Boat Festival (observed)", [2025_06_02]),
  ]
}
