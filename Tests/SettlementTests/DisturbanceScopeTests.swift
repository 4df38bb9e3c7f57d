import Bookkeeping
import TestSupport
import Testing
import Vocabulary

/// A disturbance affects exactly what it names: all other payments are the same to the microsecond.
@Suite struct DisturbanceScopeTests {
  private static let between = "from: 2026-03-09T14:00:00Z, until: 2026-03-09T16:00:00Z"

  private var tiny: TinyScenario {
    var tiny = TinyScenario()
    tiny.payments = [
      "id: NL, at: 2026-03-09T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 100k",
      "id: LN, at: 2026-03-09T15:00:00Z, from: LDN, to: NYC, currency: USD, amount: 100k",
      "id: ON, at: 2026-03-09T15:00:00Z, from: outside, to: NYC, currency: USD, amount: 100k",
      "id: NO, at: 2026-03-09T15:00:00Z, from: NYC, to: outside, currency: USD, amount: 100k",
      "id: SH, at: 2026-03-09T02:00:00Z, from: SIN, to: HKG, currency: HKD, amount: 100k",
      "id: LATE, at: 2026-03-10T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 100k",
    ]
    let screening =
      ", screening: {alert-rate: 0%, review: {constant: 1h}, review-hours: around-the-clock}"
    (tiny.batch, tiny.token) = (screening, screening)
    return tiny
  }

  @Test(
    arguments: [
      ("outage: {system: Fedwire Funds, \(between)}", ["LN", "NL", "NO", "ON"], ["NO", "ON"]),
      (
        "outage: {branch: NYC, \(between)}", ["LN", "NL", "NO", "ON"], ["LN", "NL", "NO", "ON"]
      ),
      ("outage: {branch: LDN, \(between)}", ["LN", "NL"], ["LN", "NL"]),
      ("outage: {ledger: tokenized-deposit, \(between)}", [], ["LN", "NL"]),
      ("failure: {branch: NYC, \(between)}", ["NL", "NO"], ["NL", "NO"]),
      ("withheld-inflow: {payer: outside, payee: NYC, \(between)}", ["ON"], ["ON"]),
      ("withheld-inflow: {payer: LDN, payee: NYC, \(between)}", ["LN"], ["LN"]),
      ("screening-surge: {plus: 100%, branch: LDN, \(between)}", ["LN"], ["LN"]),
      ("screening-surge: {plus: 100%, payee: outside, \(between)}", ["NO"], ["NO"]),
      ("holiday: {calendar: HK, date: 2026-03-09}", ["SH"], []),
      ("cut-off: {system: Fedwire Funds, value-date: 2026-03-09, by: -2h}", [], []),
      ("rate-shock: {pair: USD/HKD, at: 2026-03-09T14:00:00Z, by: -5%}", [], []),
    ])
  func touchesWhatItNames(_ disturbance: String, batch: [String], token: [String]) throws {
    for (model, named) in [("batch", batch), ("token", token)] {
      let calm = try tiny.record(model).journeys
      var disturbed = tiny
      disturbed.disturbances = [disturbance]
      let touched = try disturbed.record(model).journeys.filter { !calm.contains($0) }
      #expect(touched.map(\.payment).sorted() == named, "\(model)")
      #expect(touched.allSatisfy { $0.spent(on: .outage) > .zero }, "\(model)")
    }
  }

  /// Numbers that look random and are the same in every run.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    mutating func pick(_ words: [String]) -> String { words[roll(words.count)] }
    mutating func instant() -> Instant {
      let start = Instant("2026-03-06T00:00:00Z") ?? .distantFuture
      return start + .minutes(Int64(roll(6 * 1_440)))
    }
    mutating func stretch() -> String { "from: \(instant()), for: \(1 + roll(4_000))min" }

    mutating func disturbance() -> String {
      let branches = ["NYC", "LDN", "HKG", "SIN"]
      let system = pick(["Fedwire Funds", "HKD CHATS"])
      let day = pick(["2026-03-06", "2026-03-09", "2026-03-10", "2026-03-11"])
      switch roll(10) {
      case 0: return "outage: {system: \(system), \(stretch())}"
      case 1, 2: return "outage: {branch: \(pick(branches)), \(stretch())}"
      case 3: return "outage: {ledger: tokenized-deposit, \(stretch())}"
      case 4: return "cut-off: {system: \(system), value-date: \(day), by: \(pick(["", "-"]))3h}"
      case 5: return "holiday: {branch: \(pick(branches)), date: \(day)}"
      case 6: return "holiday: {system: \(system), date: \(day)}"
      case 7: return "screening-surge: {times: 3, plus: 10%, \(stretch())}"
      case 8:
        return "withheld-inflow: {payer: outside, payee: NYC, \(stretch())}"
      default:
        let end = roll(3) == 0 ? "" : ", for: \(1 + roll(4_000))min"
        return "failure: {branch: \(pick(branches)), from: \(instant())\(end)}"
      }
    }
  }

  /// That segments sum, entries balance and nothing is lost is asserted by every run itself.
  @Test(arguments: Effort.seeds(10))
  func whateverHappensEveryPaymentIsAccountedFor(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 977 &+ 5)
    var tiny = TinyScenario()
    (tiny.releases, tiny.postings) = (
      dice.pick(["continuous", "every 30min", "[10:00, 16:00]"]),
      dice.pick(["continuous", "every 30min", "[11:00]"])
    )
    let balance = dice.pick(["1bn", "300k", "0"])
    tiny.pools = """
        - {branch: any, currency: USD, system: Fedwire Funds, opening-balance: \(balance)}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: \(balance)}
      """
    tiny.flows = """
        own: {from: any, to: any, currency: USD, arrivals: 6 per day, amount: {constant: 90k}}
        convert: {from: NYC, to: HKG, currency: USD, credited-in: HKD, arrivals: 9 per day,
          amount: {constant: 10k}}
        out: {from: NYC, to: outside, currency: USD, arrivals: 9 per day, amount: {constant: 50k}}
        in: {from: outside, to: NYC, currency: USD, arrivals: 9 per day, amount: {constant: 50k}}
      """
    tiny.payments = [
      "id: P, at: 2026-03-09T15:00:00Z, from: NYC, to: LDN, currency: USD, amount: 1"
    ]
    tiny.ledger = "{block-interval: 5s, finality: 3s, step-failure: 5%, time-out: 10s}"
    let terms =
      ", screening: {alert-rate: 10%, false-positive-share: 80%, check: 5s, "
      + "review: {constant: 3h}}, returns: {rate: 10%, after: 2h}, "
      + "exchange: {processing: 5min\(dice.pick(["", ", hours: market", ", outside-hours: dealer"]))}"
    let dealer = terms.replacing("dealer}", with: "dealer, dealer-spread: 40bp}")
    (tiny.batch, tiny.token) = (
      dealer + ", rebalancing: {windows: [09:00, 15:00], zone: Europe/London, lag: 2h}",
      dealer + ", rebalancing: on-demand"
    )
    tiny.london = dice.pick(["", ", inward: {share: 30%, work: 1h}"])
    tiny.corridors = """
        - {from: any, to: any, currency: USD\(dice.pick(["", ", method: cover-on-announcement"])), hops: [
           {correspondent: clearer, system: Fedwire Funds, cut-off: customer, processing: 10min, fee: 0}]}
        - {from: any, to: any, currency: HKD, hops: [{correspondent: clearer,
           system: HKD CHATS, processing: 10min, fee: 0}]}
      """
    let both = dice.pick(["fallback", "fastest", "first-open"])
    let repairs = "repairs: {rate: 10%, work: 1h}, recalls: {rate: 10%, after: 2h}"
    tiny.models = """
        both: {rail: [tokenized-deposit, correspondent], routing: \(both), ledger: \(tiny.ledger)\(dealer),
          \(repairs)}
        clearing: {rail: interbank-clearing, clearing: {system: [Fedwire Funds, HKD CHATS]}\(dealer)}
        chain: {rail: deposit-token, chain: {block-interval: 2s, preconfirmation: 200ms,
          finality: 25min, gas: 0.01 USD, paid-at: \(dice.pick(["preconfirmation", "block", "finality"])),
          reorganisation: 5%}, issuer: {hours: 24/7}\(dealer)}
      """
    tiny.batch += ", repairs: {rate: 10%, work: 1h}, recalls: {rate: 10%, after: 2h}"
    let calm = tiny
    var moved: Set<String> = []
    for _ in 0..<(1 + dice.roll(6)) {
      let next = dice.disturbance()
      // A value date moves once.
      let head = next.hasPrefix("cut-off") ? String(next.split(separator: "by:")[0]) : next
      if moved.insert(head).inserted { tiny.disturbances.append(next) }
    }
    for model in ["batch", "token", "both", "clearing", "chain"] {
      let (with, without) = (try tiny.record(model), try calm.record(model))
      // The same payments come, and each has one end.
      #expect(with.journeys.count == without.journeys.count)
      #expect(
        Set(with.journeys.map(\.payment)) == Set(without.journeys.map(\.payment)))
      for journey in with.journeys {
        let sum = journey.segments.reduce(TimeSpan.zero) { $0 + ($1.to - $1.from) }
        #expect(sum == journey.ended - journey.instructed)
      }
    }
  }
}
