import Calendars
import Scenarios
import Vocabulary

/// What an interbank clearing answers: it has one leg, from account to account, and the hours of the
/// system of the currency.
extension ClearingRail: RailAnswers {
  static var traits: RailTraits {
    RailTraits(
      place: 2, hasWays: false, endsInDeposits: false, hasContracts: false,
      waitsForPayersBranch: true)
  }

  /// One fee by currency.
  static func charge(_ amount: Int64, _ role: Role, on lane: Lane, in run: borrowing Simulator)
    -> RailCharge
  {
    guard let terms = run.clearing?.terms else { return .nothing }
    let fee = terms.fees.first { $0.currency == lane.route.currency }
    return .kept(fee?.minorUnits ?? 0)
  }

  /// Down with the currency's system, or where there is none.
  static func isDown(_ lane: Lane, in run: borrowing Simulator) -> Bool {
    guard let system = run.clearing?.systems[lane.currency] else { return true }
    return run.isDown(system)
  }

  static func isOpen(_ lane: Lane, in run: inout Simulator) -> Bool {
    run.clearingIsOpen(lane.currency)
  }

  /// With ample money: at the next cycle where there are any, else at once.
  static func expectedCredit(_ lane: Lane, in run: borrowing Simulator) -> Instant {
    guard let terms = run.clearing?.terms, let system = run.clearing?.systems[lane.currency] else {
      return .distantFuture
    }
    let cleared = run.world.expectedClearing(
      by: terms, in: system, of: lane, from: run.now, run.model)
    return lane.rate == nil ? cleared : run.world.exchanged(cleared, lane, run.model)
  }

  static func expectedCost(_ amount: Int64, on lane: Lane, in run: borrowing Simulator) -> Int64 {
    charge(amount, .payment, on: lane, in: run).fee
  }

  /// Between the pools of both ends; the exchange desk, which is no participant, takes the place of
  /// the payee's where the currency is changed.
  static func leg(of payment: Payment, in run: borrowing Simulator) -> Leg {
    let lane = run.world.lanes[Int(payment.lane)]
    guard let system = run.clearing?.systems[lane.currency], let cutOff = run.clearing?.cutOff
    else { preconditionFailure("a clearing has a system for what it clears") }
    let landing = lane.rate == nil ? lane.payeePool : nil
    return Leg(
      payer: payment.isReturning ? landing : lane.payerPool,
      payee: payment.isReturning ? lane.payerPool : landing, system: system,
      cutOff: cutOff, currency: lane.currency)
  }
}
