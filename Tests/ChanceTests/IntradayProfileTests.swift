import Chance
import Testing
import Vocabulary

@Suite("IntradayProfile")
struct IntradayProfileTests {
  /// Hourly shares of an office day with a lunch break, and none at night.
  static let office: [Double] =
    Array(repeating: 0, count: 8) + [2, 6, 9, 8, 3, 0, 5, 9, 12, 4] + Array(repeating: 0, count: 6)

  static let tables: [[Double]] = [
    office, [1], [1, 1], [0, 5], [5, 0], [0, 0, 1, 0], [1, 100, 1], (0..<48).map { Double($0 % 5) },
  ]

  @Test("each part of the day keeps its share exactly", arguments: tables)
  func sharesAreKept(shares: [Double]) throws {
    let profile = try IntradayProfile(shares: shares)
    let total = shares.reduce(0, +)
    let length = 86_400 / Double(shares.count)
    for (part, share) in shares.enumerated() {
      let found =
        profile.fraction(atSecond: Double(part + 1) * length)
        - profile.fraction(atSecond: Double(part) * length)
      #expect(abs(found - share / total) < 1e-15)
    }
  }

  @Test("volume never runs backwards, from nothing at midnight to all at 24:00", arguments: tables)
  func monotone(shares: [Double]) throws {
    let profile = try IntradayProfile(shares: shares)
    let fractions = (0...5_760).map { profile.fraction(atSecond: Double($0) * 15) }
    #expect(fractions.first == 0 && fractions.last == 1)
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("an empty part stays empty: nothing falls into the lunch break or the night")
  func emptyParts() throws {
    let profile = try IntradayProfile(shares: Self.office)
    for step in 0..<10_000 {
      let hour = Int(profile.second(ofFraction: Double(step) / 10_000)) / 3_600
      #expect(Self.office[hour] > 0)
    }
  }

  @Test("time and share are each other's inverse", arguments: tables)
  func inversion(shares: [Double]) throws {
    let profile = try IntradayProfile(shares: shares)
    for step in 0..<1_000 {
      let fraction = (Double(step) + 0.5) / 1_000
      let back = profile.fraction(atSecond: profile.second(ofFraction: fraction))
      #expect(abs(back - fraction) < 1e-12)
    }
  }

  @Test("the largest share below 1 still lies within the day", arguments: tables)
  func lastMoment(shares: [Double]) throws {
    let profile = try IntradayProfile(shares: shares)
    #expect(profile.second(ofFraction: 1 - 0x1p-53) <= 86_400)
    #expect(profile.second(ofFraction: 1 - 0x1p-30) < 86_400)
  }

  @Test("flat hours are straight: a quarter of 09:00-17:00 has come by 11:00")
  func flatHours() throws {
    let profile = try IntradayProfile.hours(from: WallTime(hour: 9), to: WallTime(hour: 17))
    #expect(profile.fraction(atSecond: 9 * 3_600) == 0)
    #expect(profile.fraction(atSecond: 11 * 3_600) == 0.25)
    #expect(profile.fraction(atSecond: 17 * 3_600) == 1)
    #expect(profile.second(ofFraction: 0) == 9 * 3_600)
    #expect(profile.second(ofFraction: 0.5) == 13 * 3_600)
  }

  @Test("around the clock, half has come by noon")
  func aroundTheClock() {
    #expect(IntradayProfile.aroundTheClock.fraction(atSecond: 43_200) == 0.5)
    #expect(IntradayProfile.aroundTheClock.second(ofFraction: 0.25) == 21_600)
  }

  @Test("shares at wall times last until the next, and nothing comes before the first")
  func wallTimes() throws {
    let profile = try IntradayProfile(from: [
      (WallTime(hour: 8, minute: 30), 1), (WallTime(hour: 12), 3), (WallTime(hour: 18), 0),
    ])
    #expect(profile.fraction(atSecond: 8.5 * 3_600) == 0)
    #expect(profile.fraction(atSecond: 12 * 3_600) == 0.25)
    #expect(profile.fraction(atSecond: 18 * 3_600) == 1)
  }

  @Test(
    "shares that cannot be meant are refused with their place",
    arguments: [
      (
        [1, 2, 1, 0, 0, 1, 1],
        "shares: found 7 parts, expected a number that divides the day's 1,440 minutes"
      ),
      ([], "shares: found 0 parts, expected a number that divides the day's 1,440 minutes"),
      ([1, -1], "shares[1]: found -1.0, expected a finite number of at least 0"),
      ([.nan], "shares[0]: found nan, expected a finite number of at least 0"),
      ([0, 0], "shares: found a sum of 0.0, expected at least one share above 0"),
    ] as [([Double], String)])
  func badShares(shares: [Double], message: String) {
    let error = #expect(throws: InvalidProfile.self) { try IntradayProfile(shares: shares) }
    #expect(error?.description == message)
  }

  @Test("times that do not rise and hours that run backwards are refused")
  func badTimes() {
    let times = #expect(throws: InvalidProfile.self) {
      try IntradayProfile(from: [(WallTime(hour: 9), 1), (WallTime(hour: 9), 1)])
    }
    #expect(
      times?.description
        == "shares[1]: found 09:00, expected a whole minute after 09:00 and before 24:00")
    let hours = #expect(throws: InvalidProfile.self) {
      try IntradayProfile.hours(from: WallTime(hour: 17), to: WallTime(hour: 9))
    }
    #expect(
      hours?.description
        == "hours: found 17:00-09:00, expected a closing after the opening and not after 24:00")
  }
}
