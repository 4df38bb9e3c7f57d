import Bookkeeping
import Foundation
import Scenarios
import Settlement
import TestSupport
import Testing
import Vocabulary

/// The worked cases of intraday liquidity, with the definitions of the bounds (Leinonen and
/// Soramäki, Bank of Finland discussion paper 16/1999) and of the positions (BCBS 248, annex 3).
private struct WorkedCases: Decodable {
  struct Bounds: Decodable {
    let upper, lower: [String: Int]
  }
  struct Intraday: Decodable {
    let largestNegative, largestPositive, sent, received: Int
    enum CodingKeys: String, CodingKey {
      case largestNegative = "largest_negative_net_cumulative_position"
      case largestPositive = "largest_positive_net_cumulative_position"
      case sent = "gross_sent"
      case received = "gross_received"
    }
  }
  let bounds: Bounds
  let intraday: Intraday

  static func read() throws -> WorkedCases {
    let file = Repository.root.appendingPathComponent("Tests/LiquidityTests/Cases/liquidity.json")
    return try JSONDecoder().decode(WorkedCases.self, from: Data(contentsOf: file))
  }
}

@Suite("a pool is measured by the business days of its system") struct PoolDaysTests {
  private let cases: WorkedCases

  init() throws { cases = try WorkedCases.read() }

  /// The measured days of the pool of a place, amounts in cents.
  private func days(_ scenario: ClearingScenario, of pool: Int = 0) throws -> PoolDays {
    try scenario.world().simulate(ModelID(0), replication: 0, recordsDays: true).days[pool]
  }

  /// The payments of the worked day of A: out to B where negative, in from B else.
  private var workedDay: ClearingScenario {
    var scenario = ClearingScenario()
    scenario.hold(1_000, 1_000)
    for (place, flow) in [
      ("07:00", -450), ("07:58", 200), ("08:55", -100), ("10:00", 200), ("10:45", 400),
      ("11:59", -300), ("13:45", 350), ("15:00", -250), ("15:32", -250), ("17:00", 150),
    ].enumerated() {
      let (from, to) = flow.1 < 0 ? ("A", "B") : ("B", "A")
      scenario.pay("P\(place)", "\(flow.0):00", from, to, abs(flow.1))
    }
    return scenario
  }

  @Test("The worked day has the published net positions and gross payments") func positions()
    throws
  {
    let day = try #require(days(workedDay).days.first)
    #expect(day.netDebit == Int64(cases.intraday.largestNegative * 100))
    #expect(day.netCredit == Int64(cases.intraday.largestPositive * 100))
    #expect(day.sent == Int64(cases.intraday.sent * 100))
    #expect(day.received == Int64(cases.intraday.received * 100))
    #expect(day.opening == 100_000)
  }

  @Test("The other side of the worked day has the positions with their signs changed")
  func otherSide() throws {
    let day = try #require(days(workedDay, of: 1).days.first)
    #expect(day.netDebit == Int64(cases.intraday.largestPositive * 100))
    #expect(day.netCredit == Int64(cases.intraday.largestNegative * 100))
  }

  @Test("Of 1350 that leave, 550 have left by 09:00 and 850 by 12:00") func throughput() throws {
    let days = try days(workedDay)
    #expect(days.sendingDays == 1)
    let shares = days.settledByHour.map { Double($0) / Double(PoolDays.whole) }
    // 450 before 08:00, 100 before 09:00, 300 before 12:00, 500 before 16:00.
    for (hour, sent) in [
      (7, 0), (8, 450), (9, 550), (11, 550), (12, 850), (16, 1_350), (24, 1_350),
    ] {
      #expect(abs(shares[hour - 1] - Double(sent) / 1_350) < 1e-8, "by \(hour):00")
    }
  }

  private func bounded(_ a: Int, _ b: Int, _ c: Int) -> ClearingScenario {
    var scenario = ClearingScenario(terms: "system: Always USD, offsetting: false")
    scenario.hold(a, b, c)
    for (place, payment) in [
      (0, "A", "B", 100), (10, "B", "C", 80), (20, "C", "A", 60), (30, "B", "A", 50),
      (40, "A", "C", 70), (50, "C", "B", 90),
    ].enumerated() {
      scenario.pay(
        "P\(place)", "10:\(payment.0 == 0 ? "00" : "\(payment.0)"):00", payment.1,
        payment.2, payment.3)
    }
    return scenario
  }

  @Test("The bounds of the worked payments are the published ones") func bounds() throws {
    for (place, name) in ["A", "B", "C"].enumerated() {
      let upper = try #require(cases.bounds.upper[name])
      let lower = try #require(cases.bounds.lower[name])
      // With no money at all nothing settles, and the bounds are what they were.
      for scenario in [bounded(1_000, 1_000, 1_000), bounded(0, 0, 0)] {
        let day = try #require(days(scenario, of: place).days.first)
        #expect(day.upperBound == Int64(upper * 100), "\(name)")
        #expect(day.lowerBound == Int64(lower * 100), "\(name)")
      }
    }
  }

  @Test("With the upper bounds nothing waits and A and B end at their lowest at zero")
  func enough() throws {
    let record = try bounded(100, 30, 0).world().simulate(
      ModelID(0), replication: 0, recordsDays: true)
    #expect(record.pools.map(\.queuedMicroseconds) == [0, 0, 0, 0])
    #expect(record.pools[0].lowest == 0)
    #expect(record.pools[1].lowest == 0)
    #expect(record.days.allSatisfy { $0.days.allSatisfy { $0.queued == 0 } })
  }

  @Test("A unit less at A, or at B, delays a payment", arguments: [(99, 30), (100, 29)])
  func oneLess(_ a: Int, _ b: Int) throws {
    let record = try bounded(a, b, 0).world().simulate(
      ModelID(0), replication: 0, recordsDays: true)
    #expect(record.days.contains { $0.days.contains { $0.queued > 0 } })
  }

  @Test("A payment that waits from 10:00 to 18:00 of a day that ends at 24:00 is delayed by 8/14")
  func delay() throws {
    var scenario = ClearingScenario()
    scenario.hold(0, 100)
    scenario.pay("waits", "10:00:00", "A", "B", 50)
    scenario.pay("comes", "18:00:00", "B", "A", 50)
    let day = try #require(days(scenario).days.first)
    #expect(day.queued == 5_000 * 8 * 3_600_000_000)
    #expect(day.spared == 5_000 * 6 * 3_600_000_000)
  }

  @Test("What waits over night is delayed on both days, closed hours left out") func overNight()
    throws
  {
    var scenario = ClearingScenario(terms: "system: Day USD")
    scenario.pools = ["A", "B"].map {
      "- {branch: \($0), currency: USD, system: Day USD, opening-balance: \($0 == "B" ? 9 : 0)}"
    }.joined(separator: "\n  ")
    scenario.payments = [
      "id: waits, at: 2026-03-09T16:00:00Z, from: A, to: B, currency: USD, amount: 1",
      "id: comes, at: 2026-03-10T09:00:00Z, from: B, to: A, currency: USD, amount: 1",
    ]
    let days = try days(scenario).days
    // The window is 08:00 to 17:00: an hour on Monday, another on Tuesday until the money comes.
    #expect(days.map(\.queued) == [1, 1, 0, 0, 0].map { 100 * $0 * 3_600_000_000 })
    #expect(days[1].spared == 100 * 8 * 3_600_000_000)
    #expect(days.map(\.sent) == [0, 100, 0, 0, 0])
  }

  @Test("An obligation counts on the day of its deadline, late where its payee is credited after")
  func obligations() throws {
    var scenario = ClearingScenario()
    scenario.hold(30)
    for (id, amount, deadline) in [
      ("in-time", 10, "2026-03-09T15:00:00Z"), ("tomorrow", 20, "2026-03-10T15:00:00Z"),
      ("never", 40, "2026-03-10T16:00:00Z"),
    ] {
      scenario.payments.append(
        "id: \(id), at: 2026-03-09T10:00:00Z, from: A, to: B, currency: USD, amount: \(amount), "
          + "deadline: \(deadline)")
    }
    let days = try days(scenario).days
    #expect(days.map(\.due).prefix(3) == [1_000, 6_000, 0])
    #expect(days.map(\.late).prefix(3) == [0, 4_000, 0])
  }

  @Test("Each day starts with a position of zero and the balance of its opening") func fresh()
    throws
  {
    var scenario = ClearingScenario()
    scenario.hold(100, 100)
    for (day, amount) in [(9, 30), (10, 20)] {
      scenario.payments.append(
        "id: P\(day), at: 2026-03-\(day == 9 ? "09" : "10")T10:00:00Z, from: A, to: B, "
          + "currency: USD, amount: \(amount)")
    }
    let days = try days(scenario).days
    #expect(days.map(\.opening) == [10_000, 7_000, 5_000, 5_000, 5_000])
    #expect(days.map(\.netDebit) == [3_000, 2_000, 0, 0, 0])
  }

  @Test("Days that the warm-up or the end of the measured time cuts are left out") func cut()
    throws
  {
    var scenario = ClearingScenario()
    (scenario.from, scenario.until) = ("2026-03-09T06:00:00Z", "2026-03-12T12:00:00Z")
    scenario.pay("P", "10:00:00", "A", "B", 1)
    // Of four calendar days, Tuesday and Wednesday alone lie whole within the time.
    #expect(try days(scenario).days.count == 2)
  }

  @Test("A record without days costs nothing: nobody asked") func unasked() throws {
    #expect(try workedDay.record().days.isEmpty)
  }
}
