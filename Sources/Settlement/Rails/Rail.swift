import Calendars
import Scenarios
import Vocabulary

/// A rail's value is its kind: whatever differs from rail to rail is asked of it here, and answered in
/// the folder of the rail (`RailAnswers` says what each question means).
///
/// Nobody else looks at which kind it is. All are O(1) but for the expected credit, O(legs × log
/// windows).
extension RailKind {
  /// What holds for it always.
  @inline(__always)
  var traits: RailTraits {
    switch self {
    case .correspondent: CorrespondentRail.traits
    case .tokenizedDeposit: TokenRail.traits
    case .interbankClearing: ClearingRail.traits
    case .depositToken: DepositTokenRail.traits
    case .stablecoin: StablecoinRail.traits
    }
  }

  /// The place of the kind among all.
  var place: Int { traits.place }

  /// What a payment costs its payer; nothing where it goes back to him.
  func charge(_ amount: Int64, _ role: Role, on lane: Lane, in run: borrowing Simulator)
    -> RailCharge
  {
    guard role != .refund else { return .nothing }
    return switch self {
    case .correspondent: CorrespondentRail.charge(amount, role, on: lane, in: run)
    case .tokenizedDeposit: TokenRail.charge(amount, role, on: lane, in: run)
    case .interbankClearing: ClearingRail.charge(amount, role, on: lane, in: run)
    case .depositToken: DepositTokenRail.charge(amount, role, on: lane, in: run)
    case .stablecoin: StablecoinRail.charge(amount, role, on: lane, in: run)
    }
  }

  /// Whether it has an outage now.
  func isDown(_ lane: Lane, in run: borrowing Simulator) -> Bool {
    switch self {
    case .correspondent: CorrespondentRail.isDown(lane, in: run)
    case .tokenizedDeposit: TokenRail.isDown(lane, in: run)
    case .interbankClearing: ClearingRail.isDown(lane, in: run)
    case .depositToken: DepositTokenRail.isDown(lane, in: run)
    case .stablecoin: StablecoinRail.isDown(lane, in: run)
    }
  }

  /// Whether a payment that takes it now settles at once as far as hours go.
  func isOpen(_ lane: Lane, in run: inout Simulator) -> Bool {
    switch self {
    case .correspondent: CorrespondentRail.isOpen(lane, in: &run)
    case .tokenizedDeposit: TokenRail.isOpen(lane, in: &run)
    case .interbankClearing: ClearingRail.isOpen(lane, in: &run)
    case .depositToken: DepositTokenRail.isOpen(lane, in: &run)
    case .stablecoin: StablecoinRail.isOpen(lane, in: &run)
    }
  }

  /// When a payment instructed now can be expected at its payee.
  func expectedCredit(_ lane: Lane, in run: borrowing Simulator) -> Instant {
    switch self {
    case .correspondent: CorrespondentRail.expectedCredit(lane, in: run)
    case .tokenizedDeposit: TokenRail.expectedCredit(lane, in: run)
    case .interbankClearing: ClearingRail.expectedCredit(lane, in: run)
    case .depositToken: DepositTokenRail.expectedCredit(lane, in: run)
    case .stablecoin: StablecoinRail.expectedCredit(lane, in: run)
    }
  }

  /// What payer and payee pay for it.
  func expectedCost(_ amount: Int64, on lane: Lane, in run: borrowing Simulator) -> Int64 {
    switch self {
    case .correspondent: CorrespondentRail.expectedCost(amount, on: lane, in: run)
    case .tokenizedDeposit: TokenRail.expectedCost(amount, on: lane, in: run)
    case .interbankClearing: ClearingRail.expectedCost(amount, on: lane, in: run)
    case .depositToken: DepositTokenRail.expectedCost(amount, on: lane, in: run)
    case .stablecoin: StablecoinRail.expectedCost(amount, on: lane, in: run)
    }
  }
}

/// What a payment under way is asked of its rail.
extension Simulator {
  /// The next leg of a payment, there or back.
  func nextLeg(_ slot: Int32) -> Leg {
    switch payments[slot].rail {
    case .correspondent: CorrespondentRail.leg(of: payments[slot], in: self)
    case .tokenizedDeposit: TokenRail.leg(of: payments[slot], in: self)
    case .interbankClearing: ClearingRail.leg(of: payments[slot], in: self)
    case .depositToken: DepositTokenRail.leg(of: payments[slot], in: self)
    case .stablecoin: StablecoinRail.leg(of: payments[slot], in: self)
    }
  }

  /// The timetable of whoever works on a payment whose leg has settled; `nil` without a break.
  func workingDesk(of payment: Payment) -> Int? {
    switch payment.rail {
    case .correspondent: CorrespondentRail.workingDesk(of: payment, in: self)
    case .tokenizedDeposit: TokenRail.workingDesk(of: payment, in: self)
    case .interbankClearing: ClearingRail.workingDesk(of: payment, in: self)
    case .depositToken: DepositTokenRail.workingDesk(of: payment, in: self)
    case .stablecoin: StablecoinRail.workingDesk(of: payment, in: self)
    }
  }

  /// How many banks stand between a payment's payer's and its payee's.
  func intermediaries(of payment: Payment) -> UInt8 {
    switch payment.rail {
    case .correspondent: CorrespondentRail.intermediaries(of: payment, in: self)
    case .tokenizedDeposit: TokenRail.intermediaries(of: payment, in: self)
    case .interbankClearing: ClearingRail.intermediaries(of: payment, in: self)
    case .depositToken: DepositTokenRail.intermediaries(of: payment, in: self)
    case .stablecoin: StablecoinRail.intermediaries(of: payment, in: self)
    }
  }
}
