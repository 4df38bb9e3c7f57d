import Calendars
import Scenarios
import Vocabulary

/// What correspondents answer. A payment goes by the first of its lane's ways that is open; what it
/// costs and how long it takes is that of the preferred one.
extension CorrespondentRail: RailAnswers {
  static var traits: RailTraits {
    RailTraits(
      place: 0, hasWays: true, endsInDeposits: false, hasContracts: false,
      waitsForPayersBranch: false)
  }

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
    for way in lane.ways where run.isOpen(way) { return true }
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
  static func leg(of payment: Payment, in run: borrowing Simulator) -> Leg {
    run.world.legs[firstLeg(of: payment, in: run) + Int(payment.leg)]
  }

  /// The correspondent of the leg before the next.
  static func workingDesk(of payment: Payment, in run: borrowing Simulator) -> Int? {
    let desk = run.world.legs[firstLeg(of: payment, in: run) + Int(payment.leg) - 1].desk
    return desk < 0 ? nil : Int(desk)
  }

  /// Where a payment's legs begin: those back stand behind those there.
  private static func firstLeg(of payment: Payment, in run: borrowing Simulator) -> Int {
    let way = run.world.ways[Int(payment.way)]
    return way.firstLeg + (payment.isReturning ? way.legCount : 0)
  }

  static func intermediaries(of payment: Payment, in run: borrowing Simulator) -> UInt8 {
    run.world.ways[Int(payment.way)].intermediaries
  }
}
