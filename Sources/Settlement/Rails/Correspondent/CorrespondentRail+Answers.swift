import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// What correspondents answer. A payment goes by the first of its lane's ways that is open; what it
/// costs and how long it takes is that of the preferred one.
extension CorrespondentRail: RailAnswers {
  /// What comes from outside is screened at once: another bank has taken it.
  static func start(on lane: Lane, in run: borrowing Simulator) -> Next {
    lane.route.from == .outside ? .debit : .accept
  }

  static func screened(on lane: Lane) -> Next { lane.route.from == .outside ? .settle : .repair }

  static func back(on lane: Lane) -> Next { lane.route.to == .outside ? .settle : .release }

  static func credit(at branch: BranchID, in run: borrowing Simulator) -> Next { .post }

  /// The payer's share travels, for the correspondents to take.
  static func charge(_ amount: Int64, _ role: Role, on lane: Lane, in run: borrowing Simulator)
    -> RailCharge
  {
    let fee = run.world.ways[Int(lane.ways.lowerBound)].payerFee
    return RailCharge(fee: fee, carried: fee)
  }

  /// Down where a system of every way is.
  static func isDown(_ lane: Lane, in run: borrowing Simulator) -> Bool {
    for way in lane.ways where !hasSystemDown(way, in: run) { return false }
    return true
  }

  private static func hasSystemDown(_ way: Int32, in run: borrowing Simulator) -> Bool {
    let way = run.world.ways[Int(way)]
    for leg in run.world.legs[way.firstLeg..<way.firstLeg + way.legCount]
    where run.isDown(leg.system) { return true }
    return false
  }

  /// Open while the branch takes instructions for today and some way is open all along.
  static func isOpen(_ lane: Lane, in run: inout Simulator) -> Bool {
    guard let window = run.clock.window(of: run.world.hours(of: lane.home)),
      acceptance(at: run.now, in: window) == .proceed
    else { return false }
    for way in lane.ways where run.isOpen(WayID(Int(way))) { return true }
    return false
  }

  static func expectedCredit(_ lane: Lane, in run: borrowing Simulator) -> Instant {
    guard let way = lane.ways.first else { return .distantFuture }
    return run.world.expectedCredit(
      by: run.world.ways[Int(way)], of: lane, from: run.now, run.model)
  }

  static func expectedCost(_ amount: Int64, on lane: Lane, in run: borrowing Simulator) -> Int64 {
    guard let way = lane.ways.first else { return 0 }
    return run.world.fees(of: run.world.ways[Int(way)], lane)
  }

  /// A leg of its way.
  static func leg(of slot: Int32, in run: borrowing Simulator) -> Leg {
    let (first, settled) = place(of: slot, in: run)
    return run.world.legs[first + settled]
  }

  /// The correspondent of the leg before the next.
  static func workingDesk(of slot: Int32, in run: borrowing Simulator) -> Int? {
    let (first, settled) = place(of: slot, in: run)
    let desk = run.world.legs[first + settled - 1].desk
    return desk < 0 ? nil : Int(desk)
  }

  /// Where a payment's legs begin, those back behind those there, and how many have settled.
  private static func place(of slot: Int32, in run: borrowing Simulator) -> (Int, Int) {
    let (place, settled) = run.payments[slot].progress.alongWay
    let way = run.world.ways[place.place]
    return (way.firstLeg + (run.payments[slot].isReturning ? way.legCount : 0), settled)
  }

  /// The exchange desk at the end where the receiving branch changes the currency; elsewhere a
  /// correspondent or another bank.
  static func account(
    _ leg: Leg, isPaying: Bool, of slot: Int32, in run: borrowing Simulator
  ) -> AccountID {
    let lane = run.world.lanes[Int(run.payments[slot].lane)]
    let (place, settled) = run.payments[slot].progress.alongWay
    let end = isPaying ? 0 : run.world.ways[place.place].legCount - 1
    if settled == end, run.payments[slot].isReturning == isPaying, run.isChangedAtPayee(slot, lane)
    {
      return run.accounts.exchange(leg.currency)
    }
    return lane.isInternal
      ? run.accounts.transit(leg.currency) : run.accounts.owed(leg.currency)
  }

  static func intermediaries(of payment: Payment, in run: borrowing Simulator) -> UInt8 {
    run.world.ways[payment.progress.alongWay.way.place].intermediaries
  }
}
