import Vocabulary

extension PublishedCalendar {
  /// The holidays of the money market in Mumbai.
  ///
  /// Rules: Negotiable Instruments Act 1881, section 25, as notified for Maharashtra. Feasts of the
  /// Hindu, Jain, Sikh, Buddhist and Muslim calendars are lists: notified to 2026, computed or
  /// estimated after. Days without a name close the exchanges alone. Years 2020 to 2035. The RTGS
  /// of the Reserve Bank itself never rests and does not use this calendar.
  static let `in` = PublishedCalendar(
    "IN", confidence: "medium to 2026; weak after: single source, Islamic dates estimated",
    evidence: [
      Evidence(
        "holidays:IN-MH; xcal:XBOM",
        dates: [2021_08_19, 2021_11_04, 2022_08_09, 2022_10_24, 2025_08_27]),
      Evidence("holidays:IN-MH; QuantLib:India.NSE; xcal:XBOM", dates: allThreeInIndia),
      Evidence("holidays:IN-MH; QuantLib:India.NSE; xcal:XBOM", years: 2020...2026),
      Evidence("holidays:IN-MH; QuantLib:India.NSE", years: 2027...2035),
    ],
    feasts: fixedFeastsOfIndia + listedFeastsOfIndia)

  /// Feasts of fewer sources that fell together with one of three.
  private static let allThreeInIndia = [2024_08_15, 2025_08_15, 2026_05_01]

  private static let laterInIndia = Evidence(
    "holidays:IN-MH", .weak("single source; only one package covers this year"),
    years: 2027...2035)

  private static let notOnTheBSE = [
    Evidence("holidays:IN-MH; QuantLib:India.NSE", years: 2020...2026), laterInIndia,
  ]

  private static let estimatedInIndia = Evidence(
    "holidays:IN-MH", .estimate("estimate of a single source; only one package covers this year"))

  private static let exchangesInIndia = Evidence("QuantLib:India.NSE; xcal:XBOM")

  private static let fixedFeastsOfIndia = [
    Feast(
      "Chhatrapati Shivaji Maharaj's Birthday", .fixed(month: 2, day: 19), evidence: notOnTheBSE),
    Feast("Republic Day", .fixed(month: 1, day: 26)),
    Feast("Good Friday", .easter(-2)),
    Feast("Dr. B. R. Ambedkar's Birthday", .fixed(month: 4, day: 14)),
    Feast("Maharashtra Day", .fixed(month: 5, day: 1)),
    Feast("Independence Day", .fixed(month: 8, day: 15)),
    Feast("Mahatma Gandhi's Birthday", .fixed(month: 10, day: 2)),
    Feast("Christmas", .fixed(month: 12, day: 25)),
  ]

  private static let listedFeastsOfIndia = [
    Feast(
      "",
      [
        2020_02_21, 2020_11_16, 2021_03_11, 2022_10_26, 2023_03_07, 2023_11_14, 2024_01_22,
        2024_03_08, 2024_05_20, 2024_11_01, 2026_01_15, 2026_05_28,
      ], evidence: [exchangesInIndia]),
    Feast(
      "Holi",
      [
        2020_03_10, 2021_03_29, 2022_03_18, 2024_03_25, 2025_03_14, 2026_03_03, 2027_03_22,
        2029_03_01, 2030_03_20, 2033_03_16,
      ], evidence: [laterInIndia]),
    Feast(
      "Gudi Padwa",
      [
        2020_03_25, 2021_04_13, 2023_03_22, 2024_04_09, 2026_03_19, 2027_04_07, 2028_03_27,
        2030_04_03, 2031_03_24, 2033_03_31, 2034_03_21, 2035_04_09,
      ], evidence: notOnTheBSE),
    Feast(
      "Ram Navami",
      [
        2020_04_02, 2021_04_21, 2023_03_30, 2024_04_17, 2026_03_26, 2027_04_15, 2028_04_03,
        2030_04_12, 2031_04_01, 2032_04_19, 2033_04_07, 2034_03_28, 2035_04_16,
      ], evidence: [laterInIndia]),
    Feast(
      "Mahavira's Birthday",
      [
        2020_04_06, 2022_04_14, 2023_04_04, 2025_04_10, 2026_03_31, 2028_04_07, 2029_04_26,
        2030_04_16, 2032_04_23, 2033_04_12, 2035_04_20,
      ], evidence: [laterInIndia]),
    Feast(
      "Buddha Purnima",
      [
        2020_05_07, 2021_05_26, 2022_05_16, 2023_05_05, 2024_05_23, 2025_05_12, 2026_05_01,
        2027_05_20, 2028_05_08, 2030_05_17, 2031_05_07, 2032_05_25, 2034_05_03, 2035_05_22,
      ], evidence: notOnTheBSE),
    Feast(
      "Eid al-Fitr",
      [
        2020_05_25, 2022_05_03, 2024_04_11, 2025_03_31,
      ], evidence: [laterInIndia]),
    Feast(
      "Prophet's Birthday",
      [
        2020_10_30, 2021_10_19, 2024_09_16, 2025_09_05, 2026_08_26,
      ], evidence: notOnTheBSE),
    Feast(
      "Guru Nanak's Birthday",
      [
        2020_11_30, 2021_11_19, 2022_11_08, 2023_11_27, 2024_11_15, 2025_11_05, 2026_11_24,
        2028_11_02, 2029_11_21, 2031_11_28, 2032_11_17, 2035_11_15,
      ], evidence: [laterInIndia]),
    Feast("Eid al-Adha", [2021_07_21, 2023_06_29, 2024_06_17], evidence: [laterInIndia]),
    Feast("Ashura", [2021_08_19, 2022_08_09, 2024_07_17, 2026_06_26], evidence: [laterInIndia]),
    Feast(
      "Ganesh Chaturthi",
      [
        2021_09_10, 2022_08_31, 2023_09_19, 2025_08_27, 2026_09_14, 2028_08_23, 2029_09_11,
        2032_09_08, 2035_09_05,
      ], evidence: [laterInIndia]),
    Feast(
      "Dussehra",
      [
        2021_10_15, 2022_10_05, 2023_10_24, 2025_10_02, 2026_10_20, 2028_09_27, 2029_10_16,
        2032_10_14, 2033_10_03, 2035_10_11,
      ], evidence: [laterInIndia]),
    Feast(
      "Diwali",
      [
        2021_11_04, 2022_10_24, 2027_10_29, 2028_10_17, 2029_11_05, 2031_11_14, 2032_11_02,
        2034_11_10, 2035_10_30,
      ], evidence: [laterInIndia]),
    Feast(
      "Diwali (Bali Pratipada)",
      [
        2021_11_05, 2025_10_22, 2026_11_10, 2028_10_18, 2029_11_06, 2032_11_03, 2035_10_31,
      ], evidence: [laterInIndia]),
    Feast(
      "Maha Shivaratri",
      [
        2022_03_01, 2025_02_26, 2028_02_23, 2031_02_20, 2032_03_10, 2034_02_17, 2035_03_08,
      ], evidence: [laterInIndia]),
    Feast(
      "Parsi New Year (Shahenshahi)",
      [
        2023_08_16, 2024_08_15, 2025_08_15, 2028_08_14, 2029_08_14, 2030_08_14, 2031_08_14,
        2032_08_13, 2035_08_13,
      ], evidence: notOnTheBSE),
    Feast(
      "Eid al-Fitr (estimated)",
      [
        2027_03_10, 2029_02_15, 2030_02_05, 2032_01_15, 2033_01_03, 2034_12_13,
      ], evidence: [estimatedInIndia]),
    Feast(
      "Eid al-Adha (estimated)",
      [
        2027_05_17, 2029_04_25, 2031_04_03, 2032_03_23, 2034_03_02, 2035_02_19,
      ], evidence: [estimatedInIndia]),
    Feast(
      "Ashura (estimated)",
      [
        2027_06_16, 2029_05_24, 2030_05_13, 2032_04_21, 2033_04_11, 2034_03_31, 2035_03_21,
      ], evidence: [estimatedInIndia]),
    Feast(
      "Janmashtami (Vaishnava)",
      [
        2027_08_25, 2030_08_21, 2033_08_17, 2034_09_06,
      ], evidence: [laterInIndia]),
    Feast(
      "Prophet's Birthday (estimated)",
      [
        2028_08_04, 2029_07_25, 2031_07_03, 2032_06_21, 2033_06_10, 2034_05_31, 2035_05_21,
      ], evidence: [estimatedInIndia]),
  ]
}
