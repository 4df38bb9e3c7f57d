import Bookkeeping
import Scenarios
import Settlement
import TestSupport
import Vocabulary

/// A small world whose liquidity, runs, treasury, screening and troubles a seed decides.
///
/// Nothing costs a fee, so that money enters and leaves the pools with payments alone.
struct RandomWorld {
  let tiny: TinyScenario

  init(_ seed: Int) {
    var dice = Dice(seed)
    var tiny = TinyScenario()
    tiny.until = "2026-03-10T00:00:00Z"
    tiny.releases = dice.one("continuous", "every 1h", "every 4h")
    tiny.postings = dice.one("continuous", "every 1h")
    tiny.pools = """
        - {branch: any, currency: USD, system: Fedwire Funds, target: 200k, \
      opening-balance: \(dice.one("0", "100k", "5M", "1bn"))\
      \(dice.one("", ", credit-line: {limit: 50k, rate: 150bp}"))}
        - {branch: any, currency: HKD, system: HKD CHATS, opening-balance: 1bn}
      """
    tiny.payments = RandomWorld.payments(&dice)
    tiny.flows = """
        drawn: {from: any, to: any, currency: USD, arrivals: \(dice.int(2...12)) per day,
          amount: {lognormal: {median: 20k, p95: 400k}}, maximum: 2M}
        in: {from: outside, to: NYC, currency: USD, arrivals: 20 per business-day,
          amount: {exponential: {mean: 30k}}}
      """
    let screening =
      "screening: {alert-rate: 20%, false-positive-share: 80%, check: 5s, "
      + "review: {lognormal: {median: 1h, p95: 4h}}, review-hours: working-hours}"
    tiny.batch = ", \(screening)" + dice.one("", ", returns: {rate: 10%, after: 2h}")
    tiny.batch += dice.one(
      "", ", rebalancing: {windows: [10:00, 16:00], zone: America/New_York, lag: 1h}")
    tiny.token = dice.one("", ", rebalancing: on-demand") + dice.one("", ", \(screening)")
    tiny.disturbances =
      [
        [], ["outage: {system: Fedwire Funds, from: 2026-03-09T14:00:00Z, for: 3h}"],
      ][dice.int(0...1)]
    self.tiny = tiny
  }

  /// Twenty payments of a few instants, so that many are simultaneous.
  private static func payments(_ dice: inout Dice) -> [String] {
    (0..<20).map { number in
      let from = dice.one("NYC", "LDN", "HKG", "SIN")
      let to = dice.one("NYC", "LDN", "HKG", "outside")
      return "id: P\(number), at: 2026-03-09T\(dice.one("09", "14", "15", "16")):00:00Z, "
        + "from: \(from), to: \(from == to ? "SIN" : to), currency: USD, "
        + "amount: \(dice.int(1...300))k, priority: \(dice.int(1...9))"
    }.filter { !$0.contains("from: SIN, to: SIN") }
  }
}

/// Up to sixty payments between four banks at one clearing bank, one by one, first in, first out.
struct RandomClearing {
  /// What each of A, B, C and D holds at the start.
  let balances: [Int]
  private var dice: Dice
  private let payments: [(time: String, from: String, to: String, amount: Int)]

  init(_ seed: Int) {
    var dice = Dice(seed)
    balances = (0..<4).map { _ in dice.int(0...150) }
    payments = (0..<dice.int(5...60)).map { _ in
      let from = dice.int(0...3)
      let to = (from + dice.int(1...3)) % 4
      let names = ["A", "B", "C", "D"]
      let minute = dice.int(0...59)
      return (
        "1\(dice.int(0...5)):\(minute / 10)\(minute % 10):00", names[from], names[to],
        dice.int(1...120)
      )
    }
    self.dice = dice
  }

  /// The scenario with so much more money at each bank.
  func scenario(more: [Int] = [0, 0, 0, 0]) -> ClearingScenario {
    var clearing = ClearingScenario()
    let held = zip(balances, more).map { $0 + $1 }
    clearing.hold(held[0], held[1], held[2], held[3])
    clearing.terms += ", offsetting: false"
    for (place, payment) in payments.enumerated() {
      clearing.pay("P\(place)", payment.time, payment.from, payment.to, payment.amount)
    }
    return clearing
  }

  /// Some more money for some banks, not for all.
  func gift() -> [Int] {
    var dice = dice
    return (0..<4).map { _ in dice.int(0...2) == 0 ? dice.int(1...200) : 0 }
  }
}
