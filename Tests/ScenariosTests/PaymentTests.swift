import Chance
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Scenarios

@Suite struct PaymentTests {
  private static let flow =
    "{from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, amount: {constant: 25k}}"

  /// The only generated flow, given by its keys.
  private func generated(_ keys: String) throws -> GeneratedFlow {
    let scenario = try SmallScenario().with(PaymentTests.flow, "{\(keys)}").read()
    guard case .generated(let flow) = scenario.flows[0].origin else {
      preconditionFailure("the flow is drawn")
    }
    return flow
  }

  @Test(arguments: [
    ("60 per business-day", 60, ArrivalDays.businessDays), ("20 per day", 20, .everyDay),
    ("2.5 per hour", 60, .everyDay),
  ]) func readsArrivals(_ text: String, _ perDay: Double, _ days: ArrivalDays) throws {
    let flow = try generated(
      "from: NYC, to: LDN, currency: USD, arrivals: \(text), amount: {constant: 1}")
    #expect(flow.arrivalsPerDay == perDay)
    #expect(flow.days == days)
  }

  @Test(arguments: [
    ("constant: 1.5k", Distribution.constant(1_500)),
    ("uniform: {low: 1k, high: 2k}", .uniform(low: 1_000, high: 2_000)),
    ("exponential: {mean: 3k}", .exponential(mean: 3_000)),
    ("normal: {mean: 3k, standard-deviation: 50}", .normal(mean: 3_000, standardDeviation: 50)),
    ("lognormal: {mu: 10, sigma: 1.5}", .lognormal(mu: 10, sigma: 1.5)),
    ("gamma: {shape: 2, scale: 1M}", .gamma(shape: 2, scale: 1_000_000)),
    ("pareto: {minimum: 100, alpha: 1.5}", .pareto(minimum: 100, alpha: 1.5)),
    (
      "table: {0%: 0, 50%: 1k, 100%: 9k}",
      .table(
        QuantileTable(points: [
          .init(probability: 0, value: 0), .init(probability: 0.5, value: 1_000),
          .init(probability: 1, value: 9_000),
        ]))
    ),
  ]) func readsDistributions(_ text: String, _ expected: Distribution) throws {
    let flow = try generated(
      "from: NYC, to: LDN, currency: USD, arrivals: 1 per day, amount: {\(text)}")
    #expect(flow.amount == expected)
  }

  @Test(arguments: ["4h", "1bd"]) func readsDeadlines(_ text: String) throws {
    let flow = try generated(
      "from: NYC, to: outside, currency: USD, arrivals: 1 per day, amount: {constant: 1}, "
        + "deadline: \(text)")
    #expect(flow.deadline == (text == "4h" ? .after(.hours(4)) : .businessDays(1)))
    #expect(flow.corridor.to == .outside)
  }

  @Test func expandsListsToPairsOfDifferentEnds() throws {
    let both = SmallScenario().with("from: NYC\n", "from: any\n").with("to: LDN\n", "to: any\n")
      .with("{from: NYC, to: LDN,", "{from: any, to: [LDN, NYC],")
    #expect(try both.read().flows.map(\.name) == ["suppliers/NYC-LDN", "suppliers/LDN-NYC"])
    #expect(try both.read().routes.count == 2)
  }

  @Test func listedPaymentsComeInTheOrderOfTheirInstants() throws {
    let scenario = try SmallScenario().with(
      PaymentTests.flow,
      """

          payments:
            - {id: late, at: 2026-03-06T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 2}
            - {id: early, at: 2026-03-06 09:00 America/New_York, from: outside, to: LDN,
               currency: USD, amount: 1.25, priority: 0, deadline: 2026-03-06T18:00:00Z}
      """
    ).read()
    guard case .listed(let payments) = scenario.flows[0].origin else {
      Issue.record("the payments are listed")
      return
    }
    #expect(payments.map(\.id) == ["early", "late"])
    #expect(payments[0].amount == Money(minorUnits: 125, .usd))
    #expect(payments[0].corridor.from == .outside)
    #expect(payments[0].priority == 0)
    #expect(payments[1].priority == 5)
    #expect(payments[1].deadline == nil)
  }

  /// Reads the small scenario with its payments in `week.csv`.
  private func read(_ rows: String, in folder: URL) throws -> Scenario {
    let header = PaymentFile.columns.joined(separator: ",") + "\n"
    try (header + rows).write(
      to: folder.appendingPathComponent("week.csv"), atomically: true, encoding: .utf8)
    var small = SmallScenario().with(PaymentTests.flow, "{file: week.csv}")
    small.folder = folder.path
    return try small.read()
  }

  @Test func filesGivePaymentsAndJoinTheDigest() throws {
    try withTemporaryFolder { folder in
      let row = "P1,2026-03-06T15:00:00Z,NYC,LDN,USD,100.5,,\n"
      let one = try read(row, in: folder)
      guard case .listed(let payments) = one.flows[0].origin else {
        Issue.record("the payments are listed")
        return
      }
      #expect(
        payments == [
          ListedPayment(
            id: "P1", instructed: try #require(Instant("2026-03-06T15:00:00Z")),
            corridor: Corridor(
              from: .branch(BranchID(0)), to: .branch(BranchID(1)), currency: .usd,
              creditedIn: .usd),
            amount: Money(minorUnits: 10_050, .usd), priority: 5, deadline: nil)
        ])
      let other = try read(row.replacingOccurrences(of: "100.5", with: "100.6"), in: folder)
      #expect(try read(row, in: folder).digest == one.digest)
      #expect(other.digest != one.digest)
    }
  }

  @Test func aLinkOutOfTheFolderIsNotFollowed() throws {
    try withTemporaryFolder { folder in
      let inside = folder.appendingPathComponent("inside")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try "secret".write(
        to: folder.appendingPathComponent("outside.csv"), atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        at: inside.appendingPathComponent("week.csv"),
        withDestinationURL: folder.appendingPathComponent("outside.csv"))
      var small = SmallScenario().with(PaymentTests.flow, "{file: week.csv}")
      small.folder = inside.path
      #expect(small.problems.count == 1)
      #expect(small.problems.first?.hasSuffix("it is a link out of the scenario's folder") == true)
    }
  }

  @Test(arguments: [
    ("{flows: [suppliers, rent], correlation: 0.5}", 0),
    ("{flows: [suppliers, rnet], correlation: 0.5}", 1),
    ("{flows: [suppliers, rent], correlation: 1}", 1),
    ("{flows: [rent], correlation: 0.5}", 1),
  ]) func correlatesFlowsByName(_ entry: String, _ problems: Int) {
    let two = """
      {from: NYC, to: LDN, currency: USD, arrivals: 1 per day, amount: {constant: 1}, volume-sigma: 0.2}
        rent:
          {from: NYC, to: LDN, currency: USD, arrivals: 1 per day, amount: {constant: 1}, volume-sigma: 0.2}
      correlations:
        - \(entry)
      """
    #expect(SmallScenario().with(PaymentTests.flow, two).problems.count == problems)
  }
}
