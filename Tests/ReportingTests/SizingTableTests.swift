import Reporting
import Testing
import Vocabulary

@testable import Outcomes

@Suite struct SizingTableTests {
  /// The totals of one currency at a level of 95 %, in minor units.
  private func sizing(
    none: Int64, windowed: Int64, token: Int64, realised: Sizing.Share? = nil,
    of arrangement: String = "windowed"
  ) -> Sizing {
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15))
    sizing.rows = zip(["none", "windowed", "token"], [none, windowed, token]).map {
      Week.row("batch", .usd, nil, $0, 0.95, $1)
    }
    if let realised {
      sizing.curves = [Week.point("batch", .usd, arrangement, 0.95, windowed, realised)]
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
    let empty = Sizing(recorded: 0, fresh: 0, bucket: .minutes(15))
    for sizing in [Week.sizing(), strange, empty] {
      let text = SizingTable.text(sizing)
      #expect(!text.contains("\u{1B}"))
      for line in text.split(separator: "\n") {
        let wide = line.unicodeScalars.count { (0x2E80...0xA4CF).contains($0.value) }
        #expect(line.count + wide <= 80, "\(line)")
      }
    }
  }

  @Test("totals stand by arrangement with interval, allocation and cost of a year")
  func totals() {
    let text = SizingTable.text(
      sizing(none: 300_000_000, windowed: 200_000_000, token: 150_000_000))
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("at 95 % 3.00M 2.00M 1.50M at least 500k"))
    #expect(lines.contains("interval 2.94M–3.10M 1.96M–2.07M 1.47M–1.55M"))
    #expect(lines.contains("allocated 3.15M 2.10M 1.58M"))
    #expect(lines.contains("cost a year 135k 90,300 67,725"))
  }

  @Test("a saving is named as the lower bound that it is")
  func saving() {
    let text = joined(sizing(none: 300_000_000, windowed: 200_000_000, token: 150_000_000))
    #expect(
      text.contains(
        "At 95 % tokens save at least 500k USD (25.0 %) beside windows, since windowed knows the "
          + "future and no real policy needs less."))
    #expect(text.contains("Windows save at most 1.00M USD (33.3 %) beside no rebalancing at all."))
  }

  @Test("where tokens save nothing, that is said, and no figure")
  func noSaving() {
    let text = joined(sizing(none: 100, windowed: 100, token: 100))
    #expect(text.contains("tokens need as much as windows do when transfers know the future"))
    #expect(text.contains("no saving is certain."))
    #expect(text.contains("Windows save nothing beside no rebalancing at all."))
    #expect(!text.contains("save at least") && !text.contains("save at most"))
  }

  @Test("currencies without a saving are named apart from those with one")
  func mixed() {
    var both = sizing(none: 300_000_000, windowed: 200_000_000, token: 150_000_000)
    both.rows += ["none", "windowed", "token"].map { Week.row("batch", .eur, nil, $0, 0.95, 700) }
    let text = joined(both)
    #expect(text.contains("needs less; no saving is certain in EUR."))
    #expect(text.contains("beside no rebalancing at all; nothing in EUR."))
  }

  @Test("a promise above the realised interval is marked and explained by what windows assume")
  func missed() {
    let share = Sizing.Share(share: 0.81, low: 0.719, high: 0.882, count: 100)
    let text = joined(sizing(none: 300, windowed: 200, token: 100, realised: share))
    #expect(text.contains("USD windowed 2.00 95 % 81.0 % 71.9–88.2 % *"))
    #expect(
      text.contains(
        "With windows the promised level lies outside of the realised interval, above it, in USD "
          + "at 95 % (realised 81.0 %): the windowed number assumes transfers that know the "
          + "future; the simulated policy does not."))
  }

  @Test("currencies that miss alike stand together, what all realise alike is said once")
  func missedAlike() {
    let share = Sizing.Share(share: 0, low: 0, high: 0.036, count: 100)
    var sizing = Sizing(recorded: 1_000, fresh: 100, bucket: .minutes(15))
    sizing.curves = [Currency.eur, .usd].flatMap { currency in
      [0.95, 0.99].map { Week.point("batch", currency, "windowed", $0, 100, share) }
    }
    #expect(joined(sizing).contains("in EUR and USD at 95 and 99 % (realised 0 %): the windowed"))
  }

  @Test("a saving of nearly all does not read as one of all")
  func nearlyAll() {
    let text = joined(sizing(none: 30_000_000, windowed: 20_000_000, token: 1_000))
    #expect(text.contains("save at least 200k USD (99.9 %) beside"))
  }

  @Test("a promise that tokens miss is not laid to windows")
  func missedByTokens() {
    let share = Sizing.Share(share: 0.81, low: 0.719, high: 0.882, count: 100)
    let text = joined(sizing(none: 300, windowed: 200, token: 100, realised: share, of: "token"))
    #expect(text.contains("With tokens the promised level lies outside"))
    #expect(!text.contains("the simulated policy does not"))
  }

  @Test("a promise that is kept more often than it says is on the safe side")
  func safe() {
    let share = Sizing.Share(share: 1, low: 0.964, high: 1, count: 100)
    let text = joined(sizing(none: 300, windowed: 200, token: 100, realised: share))
    #expect(text.contains("below it, in USD at 95 % (realised 100 %): on the safe side"))
  }

  @Test("a promise inside of the realised interval gets no mark")
  func kept() {
    let share = Sizing.Share(share: 0.94, low: 0.874, high: 0.978, count: 100)
    let text = joined(sizing(none: 300, windowed: 200, token: 100, realised: share))
    #expect(text.contains("Every promised level lies inside the 95 % interval"))
    #expect(!text.contains("*"))
  }

  @Test("the user's own allocation is said with what it promises and what it realised")
  func given() {
    var sizing = sizing(none: 300, windowed: 200, token: 100)
    sizing.given = [Week.given]
    let text = joined(sizing)
    #expect(text.contains("batch: your own allocation"))
    #expect(
      text.contains(
        "Your 4.12M USD is enough in 97.0 % of the recorded replications (95 % interval "
          + "95.7–98.0 %); nothing waited in 81.0 % of the fresh ones (71.9–88.2 %), fewer than "
          + "promised: the windowed number assumes transfers that know the future"))
  }

  @Test(
    "the way to the cheapest allocation is said as proven",
    arguments: [
      (0.996, "could cost 0.4 % less at most."), (1, "is proven to be the cheapest that keeps"),
    ])
  func gap(_ share: Double, _ expected: String) {
    var sizing = sizing(none: 300, windowed: 200, token: 100)
    sizing.rows[0].lowestYearlyCost = sizing.rows[0].yearlyCost * share
    #expect(joined(sizing).contains(expected))
  }
}
