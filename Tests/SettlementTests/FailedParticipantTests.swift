import Bookkeeping
import Testing
import Vocabulary

/// A participant of a clearing fails: nothing of its own settles, and that of the others does.
@Suite struct FailedParticipantTests {
  private func failure(of branch: String, from: String) -> String {
    "failure: {branch: \(branch), from: 2026-03-09T\(from)Z, for: 2h}"
  }

  @Test func whatCouldHaveSettledTogetherDoesWhenAFailureEnds() throws {
    var ring = ClearingScenario()
    ring.hold(0)
    ring.disturbances = [failure(of: "D", from: "10:00:00")]
    ring.pay("AB", "10:30:00", "A", "B", 100)
    ring.pay("BA", "11:00:00", "B", "A", 100)
    let record = try ring.record()
    #expect(record.story("AB") == ["liquidity until 12:00"])
    #expect(record.story("BA") == ["liquidity until 12:00"])
  }
}
