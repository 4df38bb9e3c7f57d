import Bookkeeping
import Scenarios
import Settlement
import Testing
import Vocabulary

/// What stands exactly on the edge of an hour or of a day, which `nostro check` compares no table of.
@Suite struct DayEdgesTests {
  /// The measured days of A, from Monday 9 March 2026 on, amounts in cents.
  private func days(_ payments: [(id: String, at: String, amount: Int, deadline: String?)])
    throws -> PoolDays
  {
    var scenario = ClearingScenario()
    scenario.hold(100, 100)
    for payment in payments {
      scenario.payments.append(
        "id: \(payment.id), at: \(payment.at), from: A, to: B, currency: USD, "
          + "amount: \(payment.amount)" + (payment.deadline.map { ", deadline: \($0)" } ?? ""))
    }
    return try scenario.world().simulate(ModelID(0), replication: 0, recordsDays: true).days[0]
  }

  @Test func whatSettlesAtAFullHourHasNotSettledBeforeIt() throws {
    let days = try days([
      ("before", "2026-03-09T08:59:59.999999Z", 10, nil), ("at", "2026-03-09T09:00:00Z", 30, nil),
    ])
    let shares = days.settledByHour.map { Double($0) / Double(PoolDays.whole) }
    // By 08:00, by 09:00, by 10:00.
    #expect(Array(shares[7...9]) == [0, 0.25, 1])
  }

  @Test func whatMovesAsADayOpensIsOfThatDay() throws {
    let days = try days([
      ("before", "2026-03-09T23:59:59.999999Z", 10, nil), ("at", "2026-03-10T00:00:00Z", 30, nil),
    ]).days
    #expect(days.prefix(2).map(\.sent) == [1_000, 3_000])
    #expect(days.prefix(2).map(\.netDebit) == [1_000, 3_000])
    #expect(days.prefix(3).map(\.opening) == [10_000, 9_000, 6_000])
  }

  @Test func aDeadlineAsADayOpensIsOfThatDay() throws {
    let days = try days([
      ("before", "2026-03-09T10:00:00Z", 10, "2026-03-09T23:59:59.999999Z"),
      ("at", "2026-03-09T10:00:00Z", 30, "2026-03-10T00:00:00Z"),
    ]).days
    #expect(days.prefix(2).map(\.due) == [1_000, 3_000])
  }
}
