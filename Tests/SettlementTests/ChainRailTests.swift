import Scenarios
import Testing
import Vocabulary

@testable import Settlement

/// The pure decisions of a chain, and the lines and tables that its payments stand in.
@Suite struct ChainRailTests {
  private func rail(reorganisation: String = "0%") throws -> ChainRail {
    let scenario = ChainScenario(
      payments: ["id: P, at: 2026-03-08T03:00:01Z, from: NYC, to: SIN, currency: USD, amount: 1"],
      chain: ", reorganisation: \(reorganisation)")
    let world = try World(
      ScenarioFile.read(text: scenario.text, named: "chain.yaml", folder: ""))
    return try #require(ChainRail(world.scenario.models[0], world))
  }

  @Test func aBlockIsLaterThanWhatItIncludes() throws {
    let even = try #require(Instant("2026-03-08T03:00:02Z"))
    #expect(try rail().block(after: even) == even + .seconds(2))
    #expect(try rail().block(after: even - TimeSpan(microseconds: 1)) == even)
    #expect(try rail().preconfirmation(ofTransferAt: even) == Instant("2026-03-08T03:00:02.200Z"))
    #expect(try rail().finality(ofBlockAt: even) == even + .minutes(25))
  }

  @Test func aReorganisationComesBetweenBlockAndFinality() throws {
    let block = try #require(Instant("2026-03-08T03:00:02Z"))
    let rail = try rail(reorganisation: "10%")
    #expect(rail.reorganisation(ofBlockAt: block, 0.1, 0.5) == nil)
    // Half of 25 minutes after the block.
    #expect(rail.reorganisation(ofBlockAt: block, 0.09, 0.5) == block + .seconds(750))
    let last = try #require(rail.reorganisation(ofBlockAt: block, 0.09, 1 - 0x1p-53))
    #expect(last < rail.finality(ofBlockAt: block))
  }

  @Test(arguments: [(Int64(0), Int64(0)), (1, 1), (9_999, 1), (10_000, 1), (10_001, 2)])
  func aBasisPointIsRoundedUp(amount: Int64, fee: Int64) {
    #expect(ChainRail.fee(1, on: amount) == fee)
  }

  @Test(arguments: [0, 1, 2, 3])
  func whoeverIsTakenOutOfALineLeavesTheOthersInOrder(place: Int) {
    var payments = PaymentTable()
    var lines = WaitingLines(count: 1)
    let slots = (0..<4).map { number in
      payments.insert(
        Payment(
          key: PaymentKey(flow: 0, day: 0, number: number), instructed: Instant(seconds: 0),
          segmentStart: Instant(seconds: 0), deadline: .distantFuture, instructedAmount: 1, owed: 1,
          moving: 1, plan: 0, progress: Progress(on: .depositToken, by: RouteID(0)),
          stage: .queueing,
          priority: 5,
          isCounted: true, hour: 0))
    }
    for slot in slots { lines.append(slot, to: 0, in: &payments) }
    lines.remove(slots[place], from: 0, in: &payments)
    // One who comes after stands behind those who are left.
    lines.append(slots[place], to: 0, in: &payments)
    var expected = slots
    expected.append(expected.remove(at: place))
    #expect(lines.slots(in: 0, of: payments) == expected && lines.count(0) == 4)
  }

  @Test func aPartHasItsOwnKeyAndItsContractsDay() {
    let key = PaymentKey(flow: 3, day: 20_000, number: 17)
    let parts = (1...255).map { key.ofPart($0) }
    #expect(Set(parts.map(\.rawValue) + [key.rawValue]).count == 256)
    #expect(parts.allSatisfy { $0.flow == 3 && $0.number == 17 && $0.date == key.date })
    #expect(parts.map(\.part) == Array(1...255) && key.part == 0)
  }
}
