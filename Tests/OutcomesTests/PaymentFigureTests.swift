import Bookkeeping
import MeasureLiterals
import Measures
import Outcomes
import Testing
import Vocabulary

/// Seven payments on four corridors; every expectation is worked out by hand beside it.
@Suite("Figures of payments are counts, quantiles and shares of what was instructed")
struct PaymentFigureTests {
  let world: SmallWorld
  let rows: Rows

  init() throws {
    world = try SmallWorld()
    var record = world.record
    record.payments = [
      .of(corridor: 0, seconds: 300, amount: 100_00, [.hasDeadline, .withinBusinessDay]),
      .of(corridor: 0, seconds: 600, amount: 200_00, [.hasDeadline, .late]),
      .of(
        corridor: 0, seconds: 1_000, amount: 50_00, day: 1, end: .returned,
        [.hasDeadline, .late, .missedCutOff]),
      .of(corridor: 1, seconds: 3_600, amount: 400_00, day: 1, .withinBusinessDay),
      .of(corridor: 2, seconds: 86_401, amount: 300_00, .missedCutOff),
      .of(corridor: 3, seconds: 1, amount: 15_000),
      .of(corridor: 0, seconds: 100_000, amount: 70_00, day: 1, end: .open),
    ]
    let hour: Int128 = 3_600_000_000
    record.corridors[0].microseconds[.night] = 6 * hour
    record.corridors[1].microseconds[.night] = 1 * hour
    record.corridors[1].microseconds[.foreignExchange] = 7 * hour
    (record.corridors[0].fees, record.corridors[1].fees) = (15_00, 8_00)
    (record.corridors[2].fees, record.corridors[3].fees) = (5_00, 300)
    record.corridors[2].exchangeCost = 2_40
    rows = world.rows(record)
  }

  @Test(
    "Payments are counted by how they ended, for each scope",
    arguments: [
      ("all", [7, 5, 1, 1]), ("corridor NYC>LDN USD", [4, 2, 1, 1]),
      ("corridor LDN>NYC GBP", [1, 1, 0, 0]), ("corridor NYC>LDN USD/GBP", [1, 1, 0, 0]),
      ("corridor outside>NYC JPY", [1, 1, 0, 0]), ("currency USD", [5, 3, 1, 1]),
      ("currency GBP", [1, 1, 0, 0]), ("currency JPY", [1, 1, 0, 0]),
      ("day 2026-03-06", [4, 4, 0, 0]), ("day 2026-03-07", [3, 1, 1, 1]),
    ])
  func counts(name: String, expected: [Double]) throws {
    let scope = try #require(Scope(name: name))
    let metrics = ["instructed", "credited", "returned", "open"]
    #expect(metrics.map { rows.mean("payments.\($0)", scope) } == expected)
  }

  @Test("The median is of all but the returned; an open payment is later than every other")
  func quantiles() {
    // 1, 300, 600, 3600, 86401 and one open: rank 3 of 6; rank 6 for p90 is the open one.
    #expect(rows.mean("time_to_credit.p50") == 600)
    // At the horizon the open one is at 100,000 s, later than the 86,401 s of another.
    for quantile in ["p90", "p95", "p99", "max"] {
      let estimate = rows.row("time_to_credit.\(quantile)")?.estimate
      #expect(estimate == Estimate(censored: 1, replications: 0, atLeast: 100_000))
    }
    // 300, 600, 86401 and one open: rank 2 of 4.
    #expect(rows.mean("time_to_credit.p50", "currency USD") == 600)
    #expect(rows.mean("time_to_credit.max", "currency GBP") == 3_600)
    #expect(rows.mean("time_to_credit.mean") == 18_180.4)
    // (1 + 300 + 600 + 3,600 + 86,401 + 100,000) / 6.
    #expect(rows.mean("time_to_credit.restricted_mean") == 31_817)
    #expect(rows.row("time_to_credit.p50")?.unit == "s")
  }

  @Test(
    "Shares are of all but the returned, and a limit includes itself",
    arguments: [
      ("within.5min", 2), ("within.30min", 3), ("within.1h", 4),
      ("within.6h", 4), ("within.24h", 4), ("within.1bd", 2),
    ])
  func shares(name: String, ofSix count: Double) throws {
    let metric = try #require(Metric(name: name))
    #expect(rows.mean(metric) == count / 6)
    #expect(rows.row(metric)?.unit == "share")
  }

  @Test("Late is a share of those with a deadline, missed cut-offs one of all instructed")
  func lateness() {
    #expect(rows.mean("late") == 2.0 / 3)
    #expect(rows.mean("missed_cut_off") == 2.0 / 7)
    #expect(rows.row("late", "currency GBP") == nil, "no payment had a deadline")
    #expect(rows.mean("missed_cut_off", "currency GBP") == 0)
  }

  @Test("Hours by cause are means per instructed payment") func hours() {
    #expect(rows.mean("hours.night") == 1)
    #expect(rows.mean("hours.foreign-exchange") == 1)
    #expect(rows.mean("hours.night", "corridor NYC>LDN USD") == 1.5)
    #expect(rows.mean("hours.weekend") == 0)
    for cause in Cause.allCases { #expect(rows.row("hours.\(cause.name)")?.unit == "h") }
  }

  @Test("Value is credited value, in its own currency and at mid in the reporting currency")
  func value() {
    // 300 USD + 400 GBP at 1.25 + 300 USD + 15,000 JPY at 150.
    #expect(rows.mean("value.credited") == 1_200)
    #expect(rows.row("value.credited")?.unit == "USD")
    #expect(rows.mean("value.credited", "currency USD") == 600)
    #expect(rows.mean("value.credited", "currency GBP") == 400)
    #expect(rows.mean("value.credited", "currency JPY") == 15_000, "the yen has no minor unit")
  }

  @Test("Fees are summed in the reporting currency, and kept in their own by corridor")
  func fees() throws {
    // 15 USD + 8 GBP + 5 USD + 300 JPY = 15 + 10 + 5 + 2.
    #expect(abs(try #require(rows.mean("fees")) - 32) < 1e-9)
    #expect(rows.mean("fees", "corridor LDN>NYC GBP") == 8)
    #expect(rows.row("fees", "corridor LDN>NYC GBP")?.unit == "GBP")
    #expect(rows.mean("fees", "corridor outside>NYC JPY") == 300)
  }

  @Test("Exchange cost is of the currency bought: 2.40 GBP are 3 USD") func exchangeCost() throws {
    #expect(abs(try #require(rows.mean("fx_cost")) - 3) < 1e-9)
    #expect(rows.mean("fx_cost", "corridor NYC>LDN USD/GBP") == 2.4)
    #expect(rows.row("fx_cost", "corridor NYC>LDN USD/GBP")?.unit == "GBP")
    #expect(rows.row("fx_cost", "corridor NYC>LDN USD") == nil, "nothing is converted there")
  }

  @Test("A total in a currency that no rate joins is left out, not made up") func noRate() throws {
    let world = try SmallWorld(reporting: try #require(Currency("CHF")))
    var record = world.record(seconds: [10])
    record.corridors[0].fees = 1
    let rows = world.rows(record)
    #expect(rows.row("fees") == nil && rows.row("value.credited") == nil)
    #expect(rows.mean("fees", "corridor NYC>LDN USD") == 0.01)
  }

  @Test("Without payments there are counts, and no quantiles, shares or hours") func nothing() {
    let rows = world.rows(world.record)
    #expect(rows.mean("payments.instructed") == 0)
    let metrics: [Metric] = [
      "time_to_credit.p50", "time_to_credit.mean", "within.1h", "late", "hours.night",
    ]
    for metric in metrics {
      #expect(rows.row(metric) == nil, "\(metric)")
    }
  }

  @Test("The curve tells the share credited within each time, and never falls") func curve() throws
  {
    let points = try #require(rows.comparison.curves.first).points
    func share(within seconds: Double) -> Double? {
      points.last { $0.seconds <= seconds * (1 + 1e-12) }?.share
    }
    #expect(points.first?.seconds == 1)
    #expect(share(within: 1) == 1.0 / 6)
    #expect(share(within: 1_000) == 3.0 / 6)
    #expect(share(within: 10_000) == 4.0 / 6)
    #expect(points.last?.share == 5.0 / 6, "the open one is never credited")
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.share <= $1.share })
  }
}
