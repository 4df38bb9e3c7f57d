import Bookkeeping
import Chance
import Testing
import Vocabulary

/// A step on the ledger that gets no answer is undone; the payment is never lost.
@Suite struct LostStepTests {
  private func tiny(loss: String, count: Int) -> TinyScenario {
    var tiny = TinyScenario()
    tiny.ledger = "{block-interval: 5s, finality: 0s, step-failure: \(loss), time-out: 10s}"
    tiny.payments = (0..<count).map {
      "id: P\($0), at: 2026-03-08T03:00:00Z, from: NYC, to: LDN, currency: USD, amount: 1000"
    }
    return tiny
  }

  @Test func aLostMintIsRefundedAfterTheTimeOut() throws {
    let journeys = try tiny(loss: "99.9999%", count: 5).record("token").journeys
    for journey in journeys {
      #expect(journey.end == .returned)
      #expect(journey.story == ["outage until 2026-03-08T03:00:10Z"])
    }
  }

  @Test func hundredsOfLossesOnTheWayBackAreBorne() throws {
    // One in two hundred mints gets an answer, its transfer does not, and to undo it is asked for
    // two hundred times on average: one in four asks more often than 255 times.
    let journeys = try tiny(loss: "99.5%", count: 3_000).record("token").journeys
    #expect(journeys.allSatisfy { $0.end == .returned })
    let longest = journeys.map { $0.spent(on: .outage) }.max() ?? .zero
    #expect(longest > .seconds(255 * 10))
  }

  @Test func everyLossTakesTheTimeThatItsUndoingTakes() throws {
    let count = 200
    let journeys = try tiny(loss: "40%", count: count).record("token").journeys
    #expect(journeys.count == count)
    var returned = 0
    for number in 0..<count {
      let journey = try #require(journeys.first { $0.payment == "P\(number)" })
      let expected = Prediction(number: number, loss: 0.4)
      #expect(journey.end == expected.end)
      #expect(journey.ended - journey.instructed == expected.elapsed, "P\(number)")
      if journey.end == .returned { returned += 1 }
    }
    #expect(returned > 0 && returned < count)
  }

  @Test func noTokenAndNoMoneyIsLeftOver() throws {
    // The run itself traps where minted less burned differs from what is in circulation, or where
    // the books do not sum to zero; the pools must stand as if only credited payments had been.
    let record = try tiny(loss: "40%", count: 200).record("token")
    let credited = record.journeys.filter { $0.end == .credited }.count
    let moved = Int64(credited) * 100_000
    #expect(record.pools[0].closing == record.pools[0].opening - moved)
    #expect(record.pools[1].closing == record.pools[1].opening + moved)
  }
}

/// What the rule says of one payment, worked out from its draws alone.
private struct Prediction {
  var elapsed = TimeSpan.zero
  var end = PaymentEnd.credited

  init(number: Int, loss: Double) {
    let stream = RandomStream(seed: 1, replication: 0, StreamName("flow", "given"))
    let draw = StreamName("payment", "P\(number)").digest
    var asked: UInt32 = 0
    func isLost() -> Bool {
      defer { asked += 1 }
      return stream.uniform(.stepFailure, draw: draw, round: asked) < loss
    }
    // Each step that is answered takes 5 s, from block to block; each that is not, 10 s.
    var done = 0
    while done < 3 {
      guard isLost() else {
        (done, elapsed) = (done + 1, elapsed + .seconds(5))
        continue
      }
      elapsed += .seconds(10)
      end = .returned
      break
    }
    guard end == .returned else { return }
    // Undoing: a transfer back if it was transferred, a burn if it was minted, asked until done.
    for _ in 0..<done {
      while isLost() { elapsed += .seconds(10) }
      elapsed += .seconds(5)
    }
  }
}
