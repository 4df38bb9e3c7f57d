import Calendars
import Chance
import Scenarios
import Vocabulary

/// The payments of one flow in the order of their instruction, one at a time.
///
/// Generated payments are drawn when they are due, so that memory does not grow with their number.
///
/// A day's payments come in order and need no sorting. What lies before `from` is drawn and left
/// out, so that a later start moves none of the others.
struct PaymentSource: Sendable {
  /// A payment as it is instructed.
  struct Instruction {
    let key: PaymentKey
    let instant: Instant
    /// The place of its plan.
    let plan: PlanID
    /// The number of (0, 1) for its amount, of a generated trade for both legs; without meaning
    /// where it is listed.
    var amount = 0.5
  }

  /// The place of the flow.
  private let flow: Int
  /// The stream of a generated flow's gaps, amounts and ends.
  private let stream: RandomStream
  /// The common shock of each of its days; none where no volume moves.
  private let shocks: [Double]
  /// The next day of a generated flow, or the next row of a listed one.
  private var place = 0
  /// The payments of the present day that are still to come.
  private var arrivals: DayArrivals?
  /// Whether its payments are the legs of generated trades.
  private let makesTrades: Bool
  /// The instant drawn last: payments come in order.
  private var latest = Instant(microseconds: 0)
  /// The next payment, or `nil` where none is left.
  private(set) var next: Instruction?

  /// The source of a flow, at its first payment in `[from, until)`.
  ///
  /// - Parameter shocks: The factor on the volume of each of the flow's days, or none.
  init(_ world: World, flow: Int, shocks: [Double], replication: UInt32) {
    (self.flow, self.shocks) = (flow, shocks)
    stream = world.streams.stream(
      of: PaymentKey(flow: flow, day: 0, number: 0), replication: replication)
    makesTrades = world.flows.terms[flow].against != nil
    advance(in: world)
  }

  /// Moves on to the next payment in `[from, until)`: of a generated trade first to its other leg.
  mutating func advance(in world: World) {
    if let first = next, makesTrades, !first.key.isSecondLeg {
      next = Instruction(
        key: first.key.secondLeg, instant: first.instant,
        plan: plan(of: first.key, isSecond: true, in: world), amount: first.amount)
      return
    }
    next = world.flows.terms[flow].isListed ? listed(in: world) : drawn(in: world)
  }

  /// The next listed payment within the experiment.
  private mutating func listed(in world: World) -> Instruction? {
    let experiment = world.scenario.experiment
    while place < world.flows.listed[flow].count {
      defer { place += 1 }
      let instant = world.flows.listed[flow][place].instructed
      guard instant >= experiment.from, instant < experiment.until else { continue }
      return Instruction(
        key: PaymentKey(flow: flow, day: 0, number: place), instant: instant,
        plan: world.plansOfFlow[flow][place])
    }
    return nil
  }

  /// The next drawn payment within the experiment, on this day or a later one.
  private mutating func drawn(in world: World) -> Instruction? {
    let experiment = world.scenario.experiment
    while true {
      if let fraction = arrivals?.next(), let number = arrivals?.count,
        let amount = arrivals?.amount
      {
        let day = world.days[flow][place - 1]
        let second = world.flows.profiles[flow].second(ofFraction: fraction)
        let clock = world.instant(
          on: day, atSecond: second, home: world.plans[world.plansOfFlow[flow][0]].home)
        // A time that the clock jumps over comes an hour later, after some that follow it.
        let instant = max(clock, latest)
        latest = instant
        guard instant >= experiment.from else { continue }
        guard instant < experiment.until else { return nil }
        let key = PaymentKey(
          flow: flow, day: day.date.daysSinceEpoch, number: Int(number) - 1)
        return Instruction(
          key: key, instant: instant, plan: plan(of: key, isSecond: false, in: world),
          amount: amount)
      }
      guard place < world.days[flow].count else { return nil }
      startDay(in: world)
    }
  }

  /// The plan of a generated payment: the flow's, or one that it draws; both legs of a trade draw
  /// the same.
  private func plan(of key: PaymentKey, isSecond: Bool, in world: World) -> PlanID {
    guard let spread = world.spreads[flow] else { return world.plansOfFlow[flow][isSecond ? 1 : 0] }
    let plans = isSecond ? spread.second ?? spread.first : spread.first
    return plans.plan(stream.uniform(.destination, draw: key.dayAndNumber))
  }

  /// What no shock of volume passes: numbers within a day have 24 bits, 1.67 × 10⁷.
  ///
  /// Both legs of a trade have numbers, so that its days are half as large.
  private static let mostExpected = 1.6e7

  /// Goes on to the next day of the flow: its plan times the shock of its volume.
  private mutating func startDay(in world: World) {
    let day = world.days[flow][place]
    let shock = shocks.isEmpty ? 1 : shocks[place]
    place += 1
    let most = makesTrades ? PaymentSource.mostExpected / 2 : PaymentSource.mostExpected
    arrivals = DayArrivals(stream, on: day.date, expected: min(day.expected * shock, most))
  }
}

extension World {
  /// The source of each flow in a replication.
  ///
  /// - Parameter replication: The one whose numbers it draws, with the bit of a mirrored one.
  func sources(replication: UInt32) -> PaymentSources {
    let shocks = shocks(replication: replication)
    return PaymentSources(
      scenario.flows.indices.map { flow in
        PaymentSource(
          self, flow: flow, shocks: shocks.isEmpty ? [] : shocks[flow], replication: replication)
      })
  }

  /// For each flow, the factor on the volume of each of its days; none where no volume moves.
  ///
  /// Drawn once for all flows of a day, since each takes the numbers of others.
  private func shocks(replication: UInt32) -> [[Double]] {
    guard let volumes = scenario.volumes, let first = days.compactMap(\.first?.date).min(),
      let last = days.compactMap(\.last?.date).max()
    else { return [] }
    let factors = volumes.factors(
      on: (0...(last - first)).map { first + $0 }, seed: scenario.experiment.seed,
      replication: replication)
    return days.enumerated().map { flow, days in days.map { factors[$0.date - first][flow] } }
  }

  /// The instant at which the clock of a flow's home shows so many seconds after midnight.
  ///
  /// On a day of 23 or 25 hours the zone's rule decides.
  ///
  /// - Parameter second: 0 ..< 86,400, as the profile gives it.
  func instant(on day: FlowDay, atSecond second: Double, home: BranchID)
    -> Instant
  {
    let microseconds = Int64(second * 1_000_000)
    guard !day.isRegular else {
      return day.start + TimeSpan(microseconds: microseconds)
    }
    let whole = WallTime(seconds: Int32(microseconds / 1_000_000))
    let instant = scenario.branches[home.place].zone.instant(on: day.date, at: whole).instant
    return instant + TimeSpan(microseconds: microseconds % 1_000_000)
  }
}
