import Bookkeeping
import MeasureLiterals
import Measures
import Outcomes
import Testing
import Vocabulary

@testable import Reporting

@Suite struct CSVTests {
  @Test("outcomes.csv has the columns of the issue and a row for every figure")
  func outcomes() {
    let rows = [
      Week.row("batch", "time_to_credit.p50", "s", 25_930, 350),
      Week.row("batch", "pool.lowest_balance", "USD", -0.000_01, nil, "pool NYC USD"),
      Week.beyond("batch", "time_to_credit.p95"),
    ]
    #expect(
      OutcomesCSV.text(Week.comparison(rows: rows)) == """
        model,metric,scope,unit,mean,low95,high95,replications,censored,at_least
        batch,time_to_credit.p50,all,s,25930,25580,26280,100,0,
        batch,pool.lowest_balance,pool NYC USD,USD,-0.00001,,,1,0,
        batch,time_to_credit.p95,all,s,,,,139,61,63000

        """)
  }

  @Test("pools.csv has minor units beside the decimal amount, hour by hour, yen without places")
  func pools() {
    var comparison = Week.comparison(rows: [])
    comparison.poolHistories = [
      PoolHistory(
        model: "token", branch: "NYC", currency: .usd, start: Week.start, step: .hour,
        balances: [1_000_050, -5]),
      PoolHistory(
        model: "token", branch: "TYO", currency: .jpy, start: Week.start, step: .hour,
        balances: [7]),
    ]
    #expect(
      PoolsCSV.text(comparison) == """
        model,branch,currency,at_utc,balance_minor,balance
        token,NYC,USD,2026-03-06T05:00:00Z,1000050,10000.50
        token,NYC,USD,2026-03-06T06:00:00Z,-5,-0.05
        token,TYO,JPY,2026-03-06T05:00:00Z,7,7

        """)
  }

  @Test("journeys.csv counts segments from one and joins each to the next")
  func journeys() {
    #expect(
      JourneysCSV.text(Week.comparison(rows: [])) == """
        model,replication,payment,segment,cause,from_utc,to_utc
        batch,0,P-1,1,processing,2026-03-06T05:00:00Z,2026-03-06T05:03:00Z
        batch,0,P-1,2,foreign-exchange,2026-03-06T05:03:00Z,2026-03-06T14:00:00.000001Z

        """)
  }

  @Test("a payment that settles at once has one segment without length")
  func journeyOfNoTime() {
    let instant = Week.start + TimeSpan(microseconds: 1)
    let atOnce = RecordedJourney(
      model: "rtgs", replication: 3,
      journey: Journey(
        payment: "P-2", amount: Money(minorUnits: 1, .usd), instructed: instant, segments: [],
        end: .credited, missedCutOff: false))
    var text = ""
    JourneysCSV.write([atOnce], header: false) { text += $0 }
    #expect(
      text == "rtgs,3,P-2,1,processing,2026-03-06T05:00:00.000001Z,2026-03-06T05:00:00.000001Z\n")
  }

  @Test(
    "a field that a spreadsheet would run or misread is defused and quoted",
    arguments: [
      ("plain", "plain"), ("", ""), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
      ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("a=b", "a=b"),
      ("windows\r\nline", "\"windows\r\nline\""),
    ])
  func field(_ text: String, _ expected: String) {
    #expect(CSVText.field(text) == expected)
  }

  @Test(
    "a number is the shortest that reads back as the same and has no exponent",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-12.5, "-12.5"), (0.1, "0.1"), (1e-7, "0.0000001"),
      (1.5e-5, "0.000015"), (1e16, "10000000000000000"), (1.25e21, "1250000000000000000000"),
      (123_456_789.123_456_78, "123456789.12345678"), (-2e-300, nil),
    ] as [(Double, String?)])
  func number(_ value: Double, _ expected: String?) {
    let text = CSVText.field(value)
    if let expected { #expect(text == expected) }
    #expect(Double(text) == value)
    #expect(!text.contains("e"))
  }

  @Test("what is no number is an empty field", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(_ value: Double) {
    #expect(CSVText.field(value).isEmpty)
  }

  @Test("a long file reaches the sink in chunks that join to the whole")
  func chunks() {
    let recorded = Array(repeating: Week.journey, count: 5_000)
    var comparison = Week.comparison(rows: [])
    comparison.journeys = recorded
    var chunks: [String] = []
    JourneysCSV.write(recorded) { chunks.append($0) }
    #expect(chunks.count > 5)
    #expect(chunks.allSatisfy { $0.utf8.count < 70_000 && $0.hasSuffix("\n") })
    #expect(chunks.joined() == JourneysCSV.text(comparison))
  }

  @Test("an error of the sink ends the writing")
  func failingSink() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try OutcomesCSV.write(Week.comparison()) { _ in throw Full() }
    }
  }
}
