import Foundation
import Testing
import Vocabulary

@testable import Measures

@Suite("Metrics, scopes and units go by one name, which reads back") struct NameTests {
  @Test("Every metric is found by its name, and no other word is one") func metrics() {
    for metric in Metric.allCases { #expect(Metric(name: metric.name) == metric) }
    #expect(Metric(name: "time_to_credit.p42") == nil)
    #expect(Metric(name: "") == nil)
  }

  @Test(
    "A scope reads back as it is written",
    arguments: [
      "all", "corridor NYC>SIN USD", "corridor NYC>SIN USD/SGD", "corridor any>any EUR",
      "corridor outside>Asia Hub JPY", "currency USD", "day 2026-03-07", "pool NYC USD",
      "pool Asia Hub SGD", "batch 12",
    ])
  func scopes(_ name: String) {
    #expect(Scope(name: name)?.name == name)
  }

  @Test(
    "What is no scope is none",
    arguments: [
      "", "all ", "All", "corridor", "corridor NYC USD", "corridor NYC> USD", "corridor >SIN USD",
      "corridor NYC>SIN USD/SGD/EUR", "corridor NYC>SIN ZZZ", "currency", "currency usd",
      "day 2026-02-30", "pool USD", "pool  ", "pool NYC ZZZ", "batch 0", "batch", "branch NYC",
    ])
  func noScopes(_ name: String) {
    #expect(Scope(name: name) == nil)
  }

  @Test(
    "A unit reads back as it is written", arguments: ["s", "h", "share", "count", "ratio", "JPY"])
  func units(_ name: String) {
    #expect(Measures.Unit(name: name)?.name == name)
    #expect(Measures.Unit(name: name + "x") == nil)
  }

  @Test("A conversion costs in what is credited, all else is told in what is sent")
  func unitsOfScopes() throws {
    let (usd, sgd) = (try #require(Currency("USD")), try #require(Currency("SGD")))
    let corridor = Scope.corridor(.init(from: "A", to: "B", currency: usd, creditedIn: sgd))
    #expect(Metric.exchangeCost.unit(of: corridor, reporting: .usd) == .currency(sgd))
    #expect(Metric.fees.unit(of: corridor, reporting: sgd) == .currency(usd))
    #expect(Metric.fees.unit(of: .all, reporting: sgd) == .currency(sgd))
    #expect(Metric.hoursOfNight.unit(of: corridor, reporting: usd) == .hours)
  }

  @Test("A document that names no metric says what it expected and what it found")
  func unknownInDocument() throws {
    let decoder = JSONDecoder()
    #expect(try decoder.decode([Metric].self, from: Data(#"["late"]"#.utf8)) == [.late])
    let error = #expect(throws: DecodingError.self) {
      try decoder.decode([Metric].self, from: Data(#"["lately"]"#.utf8))
    }
    guard case .dataCorrupted(let context) = try #require(error) else {
      Issue.record("expected corrupted data")
      return
    }
    #expect(context.debugDescription == "expected a metric, found 'lately'")
  }
}
