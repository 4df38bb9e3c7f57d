import Bookkeeping
import Scenarios
import Testing
import Vocabulary

@testable import Outcomes

@Suite struct FanTallyTests {
  @Test(
    "a stretch is an hour, then a part of a day, then whole days, so that 168 hold a run",
    arguments: [
      (1, 1), (168, 1), (169, 2), (336, 2), (505, 4), (2_016, 12), (2_017, 24), (8_904, 72),
    ])
  func stretches(_ count: Int, _ hours: Int) {
    #expect(FollowedPools.hours(for: count) == hours)
    #expect((count + hours - 1) / hours <= FanTally.stretches)
  }

  @Test("pools that differ between the models come before those that move more")
  func chosen() {
    var tally = FanTally()
    let calm: [Int64] = [100, 99, 100]
    let wild: [Int64] = [100, 0, 100]
    let batch = Array(repeating: wild, count: 6) + [calm]
    tally.add([batch, Array(repeating: wild, count: 6) + [[100, 98, 100]]])
    // Six pools for two models: the one that differs and the first five of those alike.
    #expect(tally.followed?.pools == [0, 1, 2, 3, 4, 6])
  }

  @Test("the bands are order statistics over the replications, the lowest balance is kept")
  func bands() {
    // Twenty replications of 1 to 20 in the second hour: ranks ⌈0.05·20⌉ = 1, 5, 10, 15 and 19.
    let fan = PoolFan(
      model: "batch", branch: "NYC", currency: .usd, start: Instant("2026-03-06T05:00:00Z")!,
      step: .hour, stretches: [Array(repeating: 50, count: 20), (1...20).map { Int64($0) }])
    #expect(
      [fan.low90[1], fan.low50[1], fan.median[1], fan.high50[1], fan.high90[1]] == [
        1, 5, 10, 15, 19,
      ])
    #expect(fan.lowest == PoolFan.Point(at: Instant("2026-03-06T06:00:00Z")!, balance: 1))
    #expect(fan.replications == 20)
  }

  @Test("a long run keeps the lowest hour of each stretch")
  func lowest() throws {
    var balances = Array(repeating: Int64(1_000_000), count: 8_760)
    balances[4_321] = -9_000_000
    var tally = FanTally()
    tally.add([[balances], [balances]])
    let small = try SmallWorld()
    let fan = try #require(tally.fans(of: small.scenario).first)
    // 8,760 hours in stretches of three days; hour 4,321 is the second of the 61st.
    #expect(fan.step == .hours(72) && fan.median.count == 122)
    #expect(fan.lowest.balance == -9_000_000)
    #expect(fan.lowest.at == small.scenario.experiment.from + .hours(60 * 72))
    #expect(fan.median[60] == -9_000_000 && fan.median[61] == 1_000_000)
  }

  @Test("without balances there is no fan")
  func none() throws {
    var tally = FanTally()
    tally.add([[[]], [[]]])
    #expect(try tally.fans(of: SmallWorld().scenario).isEmpty)
  }
}

@Suite struct HourTallyTests {
  @Test("a tally comes back from its words, sums beyond 64 bits too")
  func words() {
    var tally = HourTally()
    for hour: UInt8 in [0, 167] {
      tally.add(.of(corridor: 0, seconds: 9_000_000_000_000, amount: 1, hourOfWeek: hour))
      tally.add(tally)
      tally.add(tally)
    }
    #expect(tally.microseconds[0] > Int128(Int64.max))
    #expect(HourTally(words: tally.words) == tally)
    #expect(HourTally(words: [1, 2, 3]) == nil)
  }

  @Test("an hour has the mean of the payments due in it, open ones until the horizon")
  func mean() {
    var tally = HourTally()
    tally.add(.of(corridor: 0, seconds: 10, amount: 1, hourOfWeek: 33))
    tally.add(.of(corridor: 0, seconds: 20, amount: 1, hourOfWeek: 33))
    tally.add(.of(corridor: 0, seconds: 99, amount: 1, end: .open, hourOfWeek: 33))
    tally.add(.of(corridor: 0, seconds: 77, amount: 1, end: .returned, hourOfWeek: 33))
    tally.add(.of(corridor: 0, seconds: 7, amount: 1, hourOfWeek: 167))
    var both = HourTally()
    both.add(tally)
    both.add(tally)
    let hours = both.times(of: "batch").hours
    #expect(hours.count == 168)
    #expect(hours[33] == CreditTimesOfWeek.Hour(payments: 6, meanSeconds: 43))
    #expect(hours[167] == CreditTimesOfWeek.Hour(payments: 2, meanSeconds: 7))
    #expect(hours[0].meanSeconds == nil)
  }
}
