import Reporting
import Testing
import Vocabulary

@testable import Outcomes

@Suite struct SizingTableTests {
  /// The totals of one currency at a level of 95 %, in minor units; what is laid out is a twentieth
  /// more.
  private func sizing(
    none: Int64, policy: Int64, token: Int64, realised: Sizing.Share? = nil,
    of arrangement: String = "policy"
  ) -> Sizing {
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15), length: .days(10))
    sizing.rows = zip(["none", "policy", "token"], [none, policy, token]).map {
      Week.row("batch", .usd, nil, $0, 0.95, $1)
    }
    if let realised {
      sizing.curves = [Week.point("batch", .usd, arrangement, 0.95, policy, realised)]
    }
    return sizing
  }

  /// The text in one line, so that a sentence is found wherever it was broken.
  private func joined(_ sizing: Sizing) -> String {
    SizingTable.text(sizing).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test("no line is wider than 80 columns, whatever the models are called")
  func width() {
    let long = "an-exceedingly-long-name-of-a-model-that-somebody-typed-in-a-hurry-中文-\u{1B}[31m"
    var strange = Week.sizing(models: [long, "token"], levels: [0.000_001, 0.5, 0.99999, 1])
    strange.given = [Week.given]
    let empty = Sizing(recorded: 0, fresh: 0, bucket: .minutes(15), length: .zero)
    for sizing in [Week.sizing(), strange, empty] {
      let text = SizingTable.text(sizing)
      #expect(!text.contains("\u{1B}"))
      for line in text.split(separator: "\n") {
        let wide = line.unicodeScalars.count { (0x2E80...0xA4CF).contains($0.value) }
        #expect(line.count + wide <= 80, "\(line)")
      }
    }
  }

  @Test("totals stand by arrangement with the cost of a year, beside what no treasury undercuts")
  func totals() {
    var sizing = sizing(none: 300_000_000, policy: 200_000_000, token: 150_000_000)
    sizing.rows.append(Week.row("batch", .usd, nil, "bound", 0.95, 180_000_000))
    let lines = SizingTable.text(sizing).split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("none policy bound token"))
    #expect(lines.contains("at 95 % 3.15M 2.10M 1.80M 1.58M"))
    #expect(lines.contains("interval 2.94M–3.10M 1.96M–2.07M 1.76M–1.86M 1.47M–1.55M"))
    #expect(lines.contains("cost a year 135k 90,300 – 67,725"))
  }

  @Test(
    "what is freed is that of what is laid out, pooling beside the policy, the policy beside none")
  func freed() {
    let text = joined(sizing(none: 300_000_000, policy: 200_000_000, token: 150_000_000))
    #expect(
      text.contains(
        "At 95 % pools that act as one need 525k USD (25.0 %) less than with the treasury's policy."
      ))
    #expect(
      text.contains(
        "At 95 % the treasury's policy needs 1.05M USD (33.3 %) less than no rebalancing at all."))
  }

  @Test("a policy that needs more than none is told so")
  func more() {
    let text = joined(sizing(none: 100_000, policy: 200_000, token: 100_000))
    #expect(text.contains("policy needs 1,050 USD (100 %) more than no rebalancing at all."))
  }

  @Test("where nothing is freed, that is said, and no figure")
  func noSaving() {
    let text = joined(sizing(none: 100, policy: 100, token: 100))
    #expect(
      text.contains("pools that act as one need as much as with the treasury's policy in USD."))
    #expect(text.contains("policy needs as much as no rebalancing at all in USD."))
  }

  @Test("currencies alike are named apart from those that differ")
  func mixed() {
    var both = sizing(none: 300_000_000, policy: 200_000_000, token: 150_000_000)
    both.rows += ["none", "policy", "token"].map { Week.row("batch", .eur, nil, $0, 0.95, 700) }
    let text = joined(both)
    #expect(text.contains("less than with the treasury's policy; as much in EUR."))
    #expect(text.contains("less than no rebalancing at all; as much in EUR."))
  }

  @Test("what conservation alone makes is not called a saving")
  func conservation() {
    var closed = sizing(none: 300_000_000, policy: 200_000_000, token: 0)
    closed.closed = [.usd]
    let text = joined(closed)
    #expect(!text.contains("pools that act as one need"))
    #expect(
      text.contains("In USD no payment leaves the bank: that its pools, as one, need next to"))
  }

  @Test("a later model stands beside the first, each with its own treasury")
  func models() {
    let share = Sizing.Share(share: 0.94, low: 0.874, high: 0.978, count: 100)
    var both = sizing(none: 300_000_000, policy: 200_000_000, token: 150_000_000, realised: share)
    both.rows += ["none", "token"].map { Week.row("token", .usd, nil, $0, 0.95, 40_000_000) }
    both.curves.append(Week.point("token", .usd, "token", 0.95, 42_000_000, share))
    #expect(
      joined(both).contains(
        "At 95 % it needs 1.68M USD (80.0 %) less than batch with its treasury's policy. More than a "
          + "half is freed where payments go from one of the bank's own pools to another, or where "
          + "the peaks of many pools do not come together."))
  }

  @Test("a promise above the realised interval is marked")
  func missed() {
    let share = Sizing.Share(share: 0.81, low: 0.719, high: 0.882, count: 100)
    let text = joined(sizing(none: 300, policy: 200, token: 100, realised: share))
    #expect(text.contains("USD policy 2.00 95 % 81.0 % 71.9–88.2 % *"))
    #expect(
      text.contains(
        "With the treasury's policy the promised level lies outside of the realised interval, "
          + "above it, in USD at 95 % (realised 81.0 %): the allocation fits the replications that "
          + "sizing saw"))
  }

  @Test("currencies that miss alike stand together, what all realise alike is said once")
  func missedAlike() {
    let share = Sizing.Share(share: 0, low: 0, high: 0.036, count: 100)
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15), length: .days(10))
    sizing.curves = [Currency.eur, .usd].flatMap { currency in
      [0.95, 0.99].map { Week.point("batch", currency, "policy", $0, 100, share) }
    }
    #expect(joined(sizing).contains("in EUR and USD at 95 and 99 % (realised 0 %): the alloc"))
  }

  @Test(
    "a promise that is kept more often than it says is on the safe side, nothing less than none")
  func safe() {
    let share = Sizing.Share(share: 1, low: 0.964, high: 1, count: 100)
    let text = joined(sizing(none: 300, policy: 200, token: 100, realised: share))
    #expect(text.contains("below it, in USD at 95 % (realised 100 %): on the safe side"))
    let nothing = joined(sizing(none: 300, policy: 0, token: 0, realised: share))
    #expect(!nothing.contains("on the safe side"))
  }

  @Test("a promise inside of the realised interval gets no mark")
  func kept() {
    let share = Sizing.Share(share: 0.94, low: 0.874, high: 0.978, count: 100)
    let text = joined(sizing(none: 300, policy: 200, token: 100, realised: share))
    #expect(text.contains("Every promised level lies inside the 95 % interval"))
    #expect(!text.contains("*") && !text.contains("nothing waited in any currency"))
  }

  @Test("without a treasury pools that act as one stand beside each on its own, nobody beside it")
  func withoutTreasury() {
    var alone = sizing(none: 300_000_000, policy: 0, token: 180_000_000)
    alone.rows.removeAll { $0.arrangement == "policy" }
    #expect(joined(alone).contains("need 1.26M USD (40.0 %) less than each on its own."))
  }

  @Test("where runs wait for what money does not buy, no saving is told, and no other reason given")
  func limited() {
    let share = Sizing.Share(share: 0, low: 0, high: 0.06, count: 60)
    var limited = sizing(none: 300, policy: 200, token: 100, realised: share)
    limited.simulated = ["batch"]
    let text = joined(limited)
    #expect(text.contains("limits of a clearing and failures are not in those flows, and no pre-f"))
    #expect(text.contains("(realised 0 %): runs wait where the recorded flows do not."))
    #expect(!text.contains("less than"))
  }

  @Test("what the answer leaves out is told: lines, lower floors, levels that too few cannot show")
  func conditions() {
    let share = Sizing.Share(share: 0.94, low: 0.874, high: 0.978, count: 100)
    var sizing = sizing(none: 300, policy: 200, token: 100, realised: share)
    let plain = joined(sizing)
    #expect(!plain.contains("credit lines") && !plain.contains("floors"))
    #expect(!plain.contains("cannot show"))
    (sizing.hasCreditLines, sizing.lowFloors) = (true, ["batch"])
    sizing.rows += [Week.row("batch", .usd, nil, "none", 0.999, 900)]
    let text = joined(sizing)
    #expect(text.contains("Amounts are cash: credit lines are drawn first, as far as they go"))
    #expect(text.contains("The treasury of the file tops up below its floors"))
    #expect(
      text.contains("100 replications cannot show 99.9 %: there it is what the worst of them"))
  }

  @Test("the user's own allocation is said with what it promises and what it realised")
  func given() {
    let share = Sizing.Share(share: 0.94, low: 0.874, high: 0.978, count: 100)
    var sizing = sizing(none: 300, policy: 200, token: 100, realised: share)
    sizing.given = [Week.given]
    let text = joined(sizing)
    #expect(text.contains("batch: your own allocation"))
    #expect(
      text.contains(
        "Your 4.12M USD, topped up to it whenever possible, is enough in 97.0 % of the recorded "
          + "replications (95 % interval 95.7–98.0 %); with the floors of the file in proportion "
          + "nothing waited in 81.0 % of the fresh ones (71.9–88.2 %): those floors top up too late."
      ))
  }

  @Test(
    "the way to the cheapest allocation is said as proven",
    arguments: [
      (0.8, "costs at most 25.0 % more than the cheapest"),
      (1, "has the shape of the cheapest that keeps"),
    ])
  func gap(_ share: Double, _ expected: String) {
    var sizing = sizing(none: 300, policy: 200, token: 100)
    sizing.rows[0].unscaledYearlyCost = 100
    sizing.rows[0].lowestYearlyCost = 100 * share
    #expect(joined(sizing).contains(expected))
  }
}
