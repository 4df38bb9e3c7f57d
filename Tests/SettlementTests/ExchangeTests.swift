import Bookkeeping
import Foundation
import Testing
import Vocabulary

/// Conversions: whose hours, which rate, what it costs, to the cent.
@Suite struct ExchangeTests {
  private func tiny(_ exchange: String, _ payments: [(id: String, at: String)]) -> TinyScenario {
    var tiny = TinyScenario()
    tiny.payments = payments.map {
      "id: \($0.id), at: \($0.at), from: NYC, to: HKG, currency: USD, credited-in: HKD, "
        + "amount: 100k"
    }
    tiny.token = ", exchange: {\(exchange)}"
    return tiny
  }

  private func hongKong(_ minorUnits: Int64) throws -> Money {
    Money(minorUnits: minorUnits, try #require(Currency("HKD")))
  }

  @Test func theMarketIsClosedFromFridayToSundayInNewYork() throws {
    // Saturday noon: burned at 12:00:15. The market opens on Sunday at 17:00 in New York, by then
    // on daylight time, 21:00 UTC; the deal takes five minutes.
    let tiny = tiny(
      "hours: market, spread: 10bp, processing: 5min", [("P", "2026-03-07T12:00:00Z")])
    let journey = try tiny.journey("token")
    #expect(journey.story.last == "foreign-exchange until 2026-03-08T21:05:00Z")
    // 100,000 at 7.80 less 10 basis points: 780,000 − 780.
    #expect(journey.credited == (try hongKong(77_922_000)))
    #expect(try tiny.record("token").corridors[0].exchangeCost == 78_000)
  }

  @Test func theMarketIsOpenWhileTheDeskSleeps() throws {
    // Wednesday 4:00 in Hong Kong, 20:00 UTC on Tuesday: the desk opens at 9:00 (01:00 UTC).
    let at = [("P", "2026-03-10T20:00:00Z")]
    #expect(
      try tiny("processing: 0s", at).journey("token").ended == Instant("2026-03-11T01:00:00Z"))
    #expect(
      try tiny("hours: market", at).journey("token").ended == Instant("2026-03-10T20:00:15Z"))
  }

  @Test(arguments: ["desk", "market"])
  func aDealerQuotesAtOnceAtAWiderSpread(hours: String) throws {
    let tiny = tiny(
      "hours: \(hours), spread: 10bp, processing: 5min, outside-hours: dealer, "
        + "dealer-spread: 40bp",
      [("P", "2026-03-07T12:00:00Z"), ("Q", "2026-03-09T02:00:00Z")])
    // Saturday: at once, less 40 basis points of 780,000, which is 3,120.
    let night = try tiny.journey("token")
    #expect(night.ended == Instant("2026-03-07T12:00:15Z"))
    #expect(night.credited == (try hongKong(77_688_000)))
    // Monday 10:00 in Hong Kong: both are open, the deal takes five minutes and 10 basis points.
    let day = try tiny.journey("token", "Q")
    #expect(day.ended == Instant("2026-03-09T02:05:15Z"))
    #expect(day.credited == (try hongKong(77_922_000)))
    #expect(try tiny.record("token").corridors[0].exchangeCost == 312_000 + 78_000)
  }

  @Test func theCostIsAgainstTheMidOfTheInstant() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nostro-rates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = """
      pair,from_utc,mid
      USD/HKD,2026-03-09T02:00:00Z,7.79
      USD/HKD,2026-03-09T01:30:00Z,7.81
      """
    try Data(rows.utf8).write(to: folder.appendingPathComponent("rates.csv"))
    // Three blocks after the instruction; the desk has been open since 01:00 UTC. P deals at
    // 01:29:55 at the table's 7.80, Q at 01:30:00 at 7.81, R at 02:00:00 at 7.79.
    var tiny = tiny(
      "spread: 10bp",
      [
        ("P", "2026-03-09T01:29:40Z"), ("Q", "2026-03-09T01:29:45Z"),
        ("R", "2026-03-09T01:59:45Z"),
      ])
    (tiny.folder, tiny.rates) = (
      folder.path, "{reporting-currency: USD, rates: {USD/HKD: 7.80}, file: rates.csv}"
    )
    // 780,000 − 780; 781,000 − 781; 779,000 − 779.
    for (id, credited) in [("P", 77_922_000), ("Q", 78_021_900), ("R", 77_822_100)] {
      #expect(try tiny.journey("token", id).credited == (try hongKong(Int64(credited))))
    }
    #expect(try tiny.record("token").corridors[0].exchangeCost == 78_000 + 78_100 + 77_900)
  }

  @Test func aShockMovesTheMidFromItsInstantOn() throws {
    // 5 % less than 7.80 is 7.41.
    var tiny = tiny(
      "spread: 0bp", [("P", "2026-03-09T01:29:40Z"), ("Q", "2026-03-09T01:29:45Z")])
    tiny.disturbances = ["rate-shock: {pair: USD/HKD, at: 2026-03-09T01:30:00Z, by: -5%}"]
    #expect(try tiny.journey("token").credited == (try hongKong(78_000_000)))
    #expect(try tiny.journey("token", "Q").credited == (try hongKong(74_100_000)))
    #expect(try tiny.record("token").corridors[0].exchangeCost == 0)
  }

  @Test func allModelsSeeTheSamePathAndReplicationsDoNot() throws {
    var tiny = tiny("spread: 0bp", [("P", "2026-03-09T02:00:00Z")])
    tiny.rates = "{reporting-currency: USD, rates: {USD/HKD: 7.80}, volatility: {USD/HKD: 10%}}"
    // By correspondents the payment settles at 13:00 UTC, New York's opening, and is dealt by
    // Hong Kong on Tuesday at 9:00 (01:00 UTC); with tokens at once. A second token payment deals
    // at that hour too.
    tiny.payments.append(
      "id: Q, at: 2026-03-10T00:59:45Z, from: NYC, to: HKG, currency: USD, credited-in: HKD, "
        + "amount: 100k")
    let batch = try tiny.journey("batch")
    #expect(
      batch.segments.last { $0.cause == .foreignExchange }?.to
        == Instant("2026-03-10T01:00:00Z"))
    #expect(try tiny.journey("token", "Q").credited == batch.credited)
    #expect(try tiny.journey("token").credited != batch.credited)
    let other = try tiny.record("batch", replication: 1).journeys.first { $0.payment == "P" }
    #expect(other?.credited != batch.credited)
  }
}
