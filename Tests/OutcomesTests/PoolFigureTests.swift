import Bookkeeping
import MeasureLiterals
import Measures
import Outcomes
import Testing
import Vocabulary

@Suite("Figures of pools follow balances, rates and day counts") struct PoolFigureTests {
  let rows: Rows
  private static let day: Int128 = 86_400_000_000

  init() throws {
    let world = try SmallWorld()
    var record = world.record
    // The order of the pools is that of the file; a list of branches is one pool each.
    record.pools[0].opening = 1_000_000_00
    record.pools[0].lowest = -200_000_00
    record.pools[0].heldMicroseconds = 600_000_00 * PoolFigureTests.day
    record.pools[0].drawnMicroseconds = 100_000_00 * PoolFigureTests.day
    (record.pools[0].paidOut, record.pools[0].paidIn) = (3_000_000_00, 1_500_000_50)
    record.pools[0].transferredIn = 250_000_00
    record.pools[0].queuedMicroseconds = 9_000_000_000
    record.pools[1].heldMicroseconds = 1_000_000_00 * PoolFigureTests.day
    (record.pools[1].opening, record.pools[1].lowest) = (1_000_000_00, 400_000_00)
    (record.pools[2].opening, record.pools[2].lowest) = (1_000_000_00, 1_000_000_00)
    (record.pools[3].opening, record.pools[3].lowest) = (1_000_000_00, 900_000_00)
    record.pools[4].heldMicroseconds = 1_000_000 * PoolFigureTests.day
    (record.pools[0].floatMicroseconds, record.pools[1].floatMicroseconds) = (
      360_000_00 * PoolFigureTests.day, 400_000_00 * PoolFigureTests.day
    )
    // The currencies in alphabetical order: GBP, JPY, USD.
    (record.totals[0].opening, record.totals[0].lowest) = (2_000_000_00, 1_500_000_00)
    (record.totals[2].opening, record.totals[2].lowest) = (2_000_000_00, 900_000_00)
    rows = world.rows(record)
  }

  @Test(
    "A pool is told by its balances in major units",
    arguments: [
      ("pool.opening_balance", 1_000_000.0), ("pool.peak_use", 1_200_000),
      ("pool.lowest_balance", -200_000), ("pool.idle_balance", 600_000),
      ("pool.turnover", 4_500_000.5), ("pool.transferred_in", 250_000),
    ])
  func balances(name: String, expected: Double) throws {
    let metric = try #require(Metric(name: name))
    #expect(rows.mean(metric, "pool NYC USD") == expected)
    #expect(rows.row(metric, "pool NYC USD")?.unit == "USD")
  }

  @Test("Queued hours add up the waits: 9,000 s are 2.5 h") func queuedHours() {
    #expect(rows.mean("pool.queued_hours", "pool NYC USD") == 2.5)
    #expect(rows.row("pool.queued_hours", "pool NYC USD")?.unit == "h")
  }

  @Test("The idle balance is the mean over the counted time, the warm-up left out")
  func idleBalance() {
    #expect(rows.mean("pool.idle_balance", "pool LDN GBP") == 1_000_000)
  }

  @Test(
    "Dollars cost 1 % over 360 days: 600,000 for a day are 16.67; drawn, 1.8 % on 100,000 are 5")
  func actual360() throws {
    let cost = try #require(rows.mean("pool.funding_cost", "pool NYC USD"))
    #expect(abs(cost - 16.666_666_666_667) < 1e-9)
    let credit = try #require(rows.mean("pool.credit_cost", "pool NYC USD"))
    #expect(abs(credit - 5) < 1e-9)
  }

  @Test("Pounds cost 0.73 % over 365 days, and a haircut of 20 % makes 20 a day into 25")
  func actual365WithHaircut() throws {
    let cost = try #require(rows.mean("pool.funding_cost", "pool LDN GBP"))
    #expect(abs(cost - 25) < 1e-9)
    #expect(rows.row("pool.funding_cost", "pool LDN GBP")?.unit == "GBP")
  }

  @Test("A million yen at 3.65 % cost 100 yen a day: the yen has no minor unit") func yen() throws {
    let cost = try #require(rows.mean("pool.funding_cost", "pool NYC JPY"))
    #expect(abs(cost - 100) < 1e-9)
  }

  @Test("All pools together cost 16.67 + 5 USD, 25 GBP at 1.25 and 100 JPY at 150")
  func totalCost() throws {
    let cost = try #require(rows.mean("pools.funding_cost"))
    #expect(abs(cost - (16.666_666_666_667 + 5 + 31.25 + 0.666_666_666_667)) < 1e-9)
    #expect(rows.row("pools.funding_cost")?.unit == "USD")
  }

  @Test("What a pool has sent and has not arrived costs what it would cost there") func inTransit()
    throws
  {
    let world = try SmallWorld()
    var record = world.record
    record.pools[0].inTransitMicroseconds = 360_000_00 * PoolFigureTests.day
    let rows = world.rows(record)
    // 360,000 USD for a day at 1 % over 360 days.
    #expect(rows.mean("pool.funding_cost", "pool NYC USD") == 10)
    #expect(rows.mean("pools.funding_cost") == 10)
    #expect(rows.mean("pool.idle_balance", "pool NYC USD") == 0)
  }

  @Test("Clients' float is a mean by currency, worth the funding rate of the pool it lies in")
  func float() throws {
    // 24 hours are counted: the means are 360,000 USD and 400,000 GBP.
    #expect(rows.mean("clients.float", "currency USD") == 360_000)
    #expect(rows.mean("clients.float", "currency GBP") == 400_000)
    #expect(rows.mean("clients.float", "currency JPY") == 0)
    // 10 USD, and 400,000 GBP at 0.73 % over 365 days with a haircut of 20 %: 10 GBP at 1.25.
    let value = try #require(rows.mean("clients.float_value"))
    #expect(abs(value - 22.5) < 1e-9)
    #expect(rows.row("clients.float_value")?.unit == "USD")
  }

  @Test("The peak of the total is below the sum of the peaks: pools share what they need")
  func peaks() {
    // USD: 1.2 M and 0.1 M apart, 1.1 M together; GBP: 0.6 M and nothing apart, 0.5 M together.
    #expect(rows.mean("pools.sum_of_peaks", "currency USD") == 1_300_000)
    #expect(rows.mean("pools.peak_use", "currency USD") == 1_100_000)
    #expect(rows.mean("pools.sum_of_peaks", "currency GBP") == 600_000)
    #expect(rows.mean("pools.peak_use", "currency GBP") == 500_000)
  }

  /// Of 1,000,000.00 for so many days: rate, day count, days, cost in minor units.
  private static let charges: [(Int64, DayCount, Double, Double)] = [
    // 30 days at 1.00 %: 833.33 over 360 days, 821.92 over 365.
    (100, .actual360, 30, 83_333.333_333), (100, .actual365Fixed, 30, 82_191.780_822),
    // Half a day at 7.30 %: 100.00 over 365.
    (730, .actual365Fixed, 0.5, 10_000), (0, .actual360, 365, 0),
  ]

  @Test(
    "A rate is charged for every calendar second under its day count", arguments: charges)
  func rates(basisPoints: Int64, dayCount: DayCount, days: Double, minorUnits: Double) {
    let held = Int128(100_000_000) * Int128(days * 86_400_000_000)
    let cost = FundingRate(basisPoints: basisPoints, dayCount).cost(ofHolding: held)
    #expect(abs(cost - minorUnits) < 1e-5)
  }
}
