import Bookkeeping
import Foundation
import Scenarios
import Settlement
import TestSupport
import Testing
import Vocabulary

/// A sample of journeys holds what a reader asks for first: the listed payments, and one of each
/// flow.
@Suite struct JourneySampleTests {
  private func sample(_ scenario: ClearingScenario, replication: UInt32 = 0) throws -> [Journey] {
    try scenario.world().simulate(ModelID(0), replication: replication, journeys: .sample).journeys
  }

  private func drawn(_ name: String, _ perDay: Int, _ more: String = "") -> String {
    "  \(name): {from: A, to: B, currency: USD, arrivals: \(perDay) per day, "
      + "amount: {constant: 1}\(more)}"
  }

  @Test func everyListedPaymentIsInTheSampleAlsoOneThatSettlesAtOnce() throws {
    var clearing = ClearingScenario()
    clearing.hold(1_000)
    for number in 0..<120 { clearing.pay("P\(number)", "10:00:00", "A", "B", 1) }
    let journeys = try sample(clearing)
    #expect(journeys.map(\.payment) == (0..<120).map { "P\($0)" })
    #expect(journeys.allSatisfy { $0.segments.isEmpty && $0.end == .credited })
    #expect(try sample(clearing, replication: 1).isEmpty)
  }

  @Test func theFirstPaymentOfEachFlowIsInTheSample() throws {
    var clearing = ClearingScenario()
    clearing.hold(1_000)
    clearing.pay("listed", "10:00:00", "C", "D", 1)
    clearing.flows = (0..<8).map { drawn("f\($0)", 3) }.joined(separator: "\n")
    let world = try clearing.world()
    let all = world.simulate(ModelID(0), replication: 0, journeys: .all).journeys
    let some = Set(try sample(clearing).map(\.payment))
    for flow in 0..<8 {
      let ofFlow = all.filter { $0.payment.hasPrefix("f\(flow):") }
      let first = try #require(ofFlow.min { $0.instructed < $1.instructed })
      #expect(some.contains(first.payment))
    }
    #expect(some.count < all.count)
  }

  /// One in fifty of 5 days of 1,000 payments is 100, with a standard deviation of 10.
  @Test func oneInFiftyOfTheRestIsInTheSample() throws {
    var clearing = ClearingScenario()
    clearing.hold(1_000_000)
    clearing.pay("listed", "10:00:00", "C", "D", 1)
    clearing.flows = drawn("f", 1_000)
    let count = try sample(clearing).count
    #expect((60...140).contains(count), "\(count)")
  }

  /// Of 5 days of 30,000 payments one in 75 is drawn: 2,000, with a standard deviation of 45.
  @Test(.enabled(if: !Effort.isQuick))
  func aSampleDoesNotGrowWithTheNumberOfPayments() throws {
    var clearing = ClearingScenario()
    clearing.hold(1_000_000)
    clearing.pay("listed", "10:00:00", "C", "D", 1)
    clearing.flows = drawn("f", 30_000)
    let count = try sample(clearing).count
    #expect((1_800...2_200).contains(count), "\(count)")
  }

  @Test func bothLegsOfTheFirstTradeAreInTheSample() throws {
    var clearing = ClearingScenario()
    clearing.pools =
      "- {branch: any, currency: USD, system: Always USD, opening-balance: 1000}\n"
      + "  - {branch: any, currency: EUR, system: Always EUR, opening-balance: 1000}"
    clearing.terms = "system: [Always USD, Always EUR]"
    clearing.pay("listed", "10:00:00", "C", "D", 1)
    clearing.flows = drawn("f", 5, ", against: EUR")
    let all = try clearing.world().simulate(ModelID(0), replication: 0, journeys: .all).journeys
    let first = try #require(all.filter { $0.payment != "listed" }.map(\.instructed).min())
    let legs = all.filter { $0.instructed == first }.map(\.payment)
    #expect(legs.count == 2)
    #expect(Set(try sample(clearing).map(\.payment)).isSuperset(of: legs))
  }

  /// A file of 1,000 payments is taken whole; of one payment more only the first and some others.
  @Test(arguments: [(1_000, 1_001...1_001), (1_001, 2...60)])
  func aLongFileIsNotTakenWhole(count: Int, expected: ClosedRange<Int>) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var rows = "id,instructed_utc,from,to,currency,amount,priority,deadline_utc\n"
    for number in 0..<count { rows += "P\(number),2026-03-10T10:00:00Z,A,B,USD,1,5,\n" }
    try rows.write(to: folder.appending(path: "p.csv"), atomically: true, encoding: .utf8)
    var clearing = ClearingScenario()
    clearing.hold(10_000)
    clearing.pay("listed", "09:00:00", "A", "B", 1)
    clearing.flows = "  of-file: {file: p.csv}"
    clearing.folder = folder.path
    let journeys = try sample(clearing)
    #expect(expected.contains(journeys.count), "\(journeys.count)")
    #expect(journeys.prefix(2).map(\.payment) == ["listed", "P0"])
  }
}
