import Bookkeeping
import Testing
import Vocabulary

/// Screening by rail and corridor, in working hours or around the clock.
@Suite struct ScreeningTests {
  private let friday = "2026-03-06T17:30:00Z"

  private func tiny(_ overrides: String, _ payments: [String]) -> TinyScenario {
    var tiny = TinyScenario()
    tiny.payments = payments
    let screening =
      ", screening: {alert-rate: 100%, review: {constant: 2h}, overrides: [\(overrides)]}"
    (tiny.batch, tiny.token) = (screening, screening)
    if overrides.isEmpty {
      tiny.token = tiny.token.replacing(", overrides: []", with: "")
      tiny.batch = tiny.token
    }
    return tiny
  }

  @Test func aFridayEveningHitWaitsForMonday() throws {
    // London reviews until 18:00: half an hour on Friday, the rest from 08:00 on Monday.
    let tiny = tiny("", ["id: P, at: \(friday), from: LDN, to: NYC, currency: USD, amount: 1"])
    #expect(
      try tiny.journey("token").story.first == "screening until 2026-03-09T09:30:00Z")
  }

  @Test func aCorridorMayReviewAroundTheClock() throws {
    let tiny = tiny(
      "{from: LDN, to: [NYC, HKG], currency: USD, review-hours: around-the-clock}",
      [
        "id: P, at: \(friday), from: LDN, to: NYC, currency: USD, amount: 1",
        "id: Q, at: \(friday), from: LDN, to: SIN, currency: USD, amount: 1",
        "id: R, at: \(friday), from: LDN, to: HKG, currency: HKD, amount: 1",
      ])
    #expect(try tiny.journey("token").story.first == "screening until 2026-03-06T19:30:00Z")
    for id in ["Q", "R"] {
      #expect(
        try tiny.journey("token", id).story.first == "screening until 2026-03-09T09:30:00Z")
    }
  }

  @Test func aRailMayHaveTermsOfItsOwn() throws {
    // In the token model what goes to another bank still goes by the systems.
    let tiny = tiny(
      "{rail: tokenized-deposit, review: {constant: 15min}, check: 1min}",
      [
        "id: P, at: \(friday), from: LDN, to: NYC, currency: USD, amount: 1",
        "id: Q, at: \(friday), from: LDN, to: outside, currency: USD, amount: 1",
      ]
    )
    var token = tiny
    token.batch = ""
    #expect(try token.journey("token").story.first == "screening until 2026-03-06T17:46:00Z")
    #expect(try token.journey("token", "Q").story.first == "screening until 2026-03-09T09:30:00Z")
  }

  @Test func theFirstOverrideThatFitsHolds() throws {
    let tiny = tiny(
      "{to: NYC, alert-rate: 0%}, {from: LDN, false-positive-share: 0%, review: {constant: 1min}}",
      [
        "id: P, at: \(friday), from: LDN, to: NYC, currency: USD, amount: 1",
        "id: Q, at: \(friday), from: LDN, to: SIN, currency: USD, amount: 1",
      ])
    #expect(try tiny.journey("token").spent(on: .screening) == .zero)
    let refused = try tiny.journey("token", "Q")
    #expect(refused.story == ["screening until 2026-03-06T17:31:00Z"])
    #expect(refused.end == .returned)
  }
}
