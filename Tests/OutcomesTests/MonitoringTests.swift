import Bookkeeping
import Measures
import Scenarios
import Testing
import Vocabulary

@testable import Outcomes

@Suite("the days of a pool give the monitored measures") struct MonitoringTests {
  /// A week of five days out of which so many dollars left, drawn to so many.
  private func week(sent: [Int64], netDebit: [Int64]) -> PoolDays {
    var days = PoolDays()
    days.days = zip(sent, netDebit).map { sent, drawn in
      var day = PoolDayFact()
      (day.opening, day.sent, day.netDebit) = (50_000, sent * 100, drawn * 100)
      return day
    }
    return days
  }

  private func values(_ days: PoolDays, _ measure: MonitoringMeasure) throws -> [Double?] {
    let pool = try SmallWorld().scenario.pools[1]
    return PoolWeek(days: days, pool: pool, hasLimit: true).values(of: measure)
  }

  @Test("The three largest days come in descending order before the average") func largest() throws
  {
    let days = week(sent: [0, 0, 0, 0, 0], netDebit: [3, 9, 1, 5, 2])
    #expect(try values(days, .netDebit) == [9, 5, 3, 4])
  }

  @Test("Of two days there is no third largest") func two() throws {
    #expect(try values(week(sent: [0, 0], netDebit: [3, 9]), .netDebit) == [9, 3, nil, 6])
  }

  @Test("No day gives no value at all", arguments: MonitoringMeasure.allCases)
  func none(_ measure: MonitoringMeasure) throws {
    let values = try values(PoolDays(), measure)
    #expect(values.count == measure.statistics.count)
    #expect(values.allSatisfy { $0 == nil })
  }

  @Test("Available are the balance above zero and what of the credit line is not drawn")
  func available() throws {
    var pool = try SmallWorld().scenario.pools[1]
    pool.creditLimit = Money(minorUnits: 100_000, pool.currency)
    var days = PoolDays()
    for opening in [50_000, -30_000, 0] as [Int64] {
      var day = PoolDayFact()
      day.opening = opening
      days.days.append(day)
    }
    let week = PoolWeek(days: days, pool: pool, hasLimit: true)
    // 500 + 1000, 0 + 700, 0 + 1000.
    #expect(week.values(of: .available) == [700, 1_000, 1_500, 3_200 / 3])
    #expect(week.values(of: .balance) == [500 / 3])
    #expect(week.values(of: .undrawnCredit) == [2_700 / 3])
    let unlimited = PoolWeek(days: days, pool: pool, hasLimit: false)
    #expect(unlimited.values(of: .available) == [nil, nil, nil, nil])
  }

  @Test("Efficiency is what left over the sum of the largest net debits") func efficiency() throws {
    let days = week(sent: [100, 50, 0], netDebit: [20, 10, 0])
    #expect(try values(days, .efficiency) == [5])
    #expect(try values(week(sent: [7], netDebit: [0]), .efficiency) == [nil])
  }

  @Test("The delay indicator counts every wait, liquidity delay that for money alone") func delay()
    throws
  {
    var day = PoolDayFact()
    (day.waited, day.queued, day.spared) = (60, 15, 40)
    var days = PoolDays()
    days.days = [day]
    #expect(try values(days, .delay) == [0.6, nil, nil, 0.6])
    #expect(try values(days, .liquidityDelay) == [0.15, nil, nil, 0.15])
  }

  @Test("Turnover is what left over what was available, a mean over the days") func turnover()
    throws
  {
    let limit = try SmallWorld().scenario.pools[1].creditLimit
    #expect(limit.minorUnits == 0)
    #expect(try values(week(sent: [500, 1_000], netDebit: [0, 0]), .turnover) == [1.5])
  }

  @Test("The mean over replications comes with its interval, pool by pool") func rows() throws {
    let world = try SmallWorld()
    var records = [world.record, world.record]
    for (place, drawn) in [10, 30].enumerated() {
      records[place].days = world.scenario.pools.map { _ in
        week(sent: [1], netDebit: [Int64(drawn)])
      }
    }
    let rows = world.rows(batch: records, token: records).comparison.monitoring
    let row = try #require(
      rows.first { $0.model == "token" && $0.measure == .netDebit && $0.statistic == "average" })
    #expect(row.estimate.mean == 20)
    #expect(row.estimate.replications == 2)
    #expect(row.unit == .currency(row.currency))
    #expect(rows.contains { $0.branch == nil && $0.measure == .efficiency })
  }

  @Test("Every measure is defined in a sentence", arguments: MonitoringMeasure.allCases)
  func defined(_ measure: MonitoringMeasure) {
    #expect(measure.definition.hasSuffix("."))
  }
}
