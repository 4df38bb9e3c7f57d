import Reporting
import Testing
import Vocabulary

@testable import Outcomes

/// The answer of a sizing in its first sentences.
@Suite struct SizingVerdictTests {
  /// Two models in two currencies at 95 %, typed by hand: batch tops up, token pools.
  private func sizing() -> Sizing {
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15), length: .days(10))
    let share = Sizing.Share(share: 0.94, low: 0.874, high: 0.978, count: 100)
    let least = Sizing.Share(share: 0.91, low: 0.836, high: 0.958, count: 100)
    for (model, arrangement, usd, eur) in [
      ("batch", "policy", 200_000_000, 40_000_000), ("token", "token", 50_000_000, 0),
    ] as [(String, String, Int64, Int64)] {
      sizing.rows += [
        Week.row(model, .usd, nil, arrangement, 0.95, usd),
        Week.row(model, .eur, nil, arrangement, 0.95, eur),
      ]
      sizing.curves += [
        Week.point(model, .usd, arrangement, 0.95, usd, share),
        Week.point(model, .eur, arrangement, 0.95, eur, least),
      ]
    }
    let both = Sizing.Share(share: 0.86, low: 0.776, high: 0.921, count: 100)
    sizing.reportingCurrency = .usd
    sizing.together = [
      Sizing.Together(
        model: "batch", arrangement: "policy", level: 0.95, allocated: 2_562_000,
        yearlyCost: 110_000, realised: both),
      Sizing.Together(
        model: "token", arrangement: "token", level: 0.95, allocated: 525_000, yearlyCost: 22_000,
        realised: both),
    ]
    sizing.closed = [.eur]
    return sizing
  }

  private func start(_ sizing: Sizing) -> String {
    SizingTable.text(sizing).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test("it begins with what to hold, what that costs and how often it was enough")
  func first() {
    #expect(
      start(sizing()).hasPrefix(
        "How much must be pre-funded batch: hold 2.10M USD and 420k EUR and top up to that whenever "
          + "the treasury can, so that nothing waits for money in 95 of 100 replications: 2.56M USD "
          + "in all, 110k USD a year. Of 100 fresh replications it kept 86.0 % (77.6–92.1 %) in all "
          + "currencies at once, and 91.0 % (83.6–95.8 %) in EUR, the least of them."))
  }

  @Test("another model is told at the same service, with what is no saving of its rail")
  func other() {
    // 2,562,000 − 525,000 = 2,037,000, of 2,562,000.
    let text = start(sizing())
    #expect(
      text.contains(
        "token: the same service in pools that act as one takes 525k USD, 22,000 USD a year; that is "
          + "2.04M USD (79.5 %) less than batch. In EUR no payment leaves the bank: that its pools, as "
          + "one, need next to nothing is conservation"))
    #expect(
      text.contains(
        "With the treasury's policy, nothing waited in any currency in 86.0 % (at 95 % each) of"))
  }

  @Test("nothing is told of a model whose runs wait where its recorded flows do not")
  func simulated() {
    var sizing = sizing()
    sizing.simulated = ["token"]
    #expect(!start(sizing).contains("the same service"))
  }

  @Test("one observation is said to be one, not a share of replications")
  func oneObservation() {
    var sizing = sizing()
    sizing.oneObservation = ["batch", "token"]
    let text = start(sizing)
    #expect(text.contains("All replications are one observation: this is what these payments"))
    #expect(!text.contains("it kept"))
  }
}
