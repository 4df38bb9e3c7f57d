import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// A rail's value is its kind: whatever differs from rail to rail is asked of it here, and answered
/// in the folder of the rail (`RailAnswers` says what each question means).
///
/// Nobody else looks at which kind it is. All are O(1) but for the expected credit, O(legs × log
/// windows).
///
/// Each question is a switch in which every rail has a line, so that a new rail does not compile
/// before it answers; the answers lie in its folder. That costs nothing: the compiler sees through
/// the switch and the answer (measured when the rails got their folders: +1.6 % of a run's
/// instructions for all of them together).
extension RailKind {
  /// What a payment costs its payer; nothing where it goes back to him.
  ///
  /// - Parameter amount: What is instructed, in minor units of the currency sent.
  @inline(__always)
  func charge(_ amount: Int64, _ role: Role, on plan: CorridorPlan, in run: borrowing Simulator)
    -> RailCharge
  {
    guard role != .refund else { return .nothing }
    return switch self {
    case .correspondent: CorrespondentRail.charge(amount, role, on: plan, in: run)
    case .tokenizedDeposit: TokenRail.charge(amount, role, on: plan, in: run)
    case .interbankClearing: ClearingRail.charge(amount, role, on: plan, in: run)
    case .depositToken: DepositTokenRail.charge(amount, role, on: plan, in: run)
    case .stablecoin: StablecoinRail.charge(amount, role, on: plan, in: run)
    }
  }

  /// Whether it has an outage now.
  ///
  /// Asked by the routing `fallback` alone, at the instant of instruction.
  func isDown(_ plan: CorridorPlan, in run: borrowing Simulator) -> Bool {
    switch self {
    case .correspondent: CorrespondentRail.isDown(plan, in: run)
    case .tokenizedDeposit: TokenRail.isDown(plan, in: run)
    case .interbankClearing: ClearingRail.isDown(plan, in: run)
    case .depositToken: DepositTokenRail.isDown(plan, in: run)
    case .stablecoin: StablecoinRail.isDown(plan, in: run)
    }
  }

  /// Whether a payment that takes it now settles at once as far as hours go.
  ///
  /// Asked by the routing `first-open` alone. Changes where the clock has looked, nothing else.
  func isOpen(_ plan: CorridorPlan, in run: inout Simulator) -> Bool {
    switch self {
    case .correspondent: CorrespondentRail.isOpen(plan, in: &run)
    case .tokenizedDeposit: TokenRail.isOpen(plan, in: &run)
    case .interbankClearing: ClearingRail.isOpen(plan, in: &run)
    case .depositToken: DepositTokenRail.isOpen(plan, in: &run)
    case .stablecoin: StablecoinRail.isOpen(plan, in: &run)
    }
  }

  /// When a payment instructed now can be expected at its payee.
  ///
  /// - Complexity: O(legs × log windows).
  func expectedCredit(_ plan: CorridorPlan, in run: borrowing Simulator) -> Instant {
    switch self {
    case .correspondent: CorrespondentRail.expectedCredit(plan, in: run)
    case .tokenizedDeposit: TokenRail.expectedCredit(plan, in: run)
    case .interbankClearing: ClearingRail.expectedCredit(plan, in: run)
    case .depositToken: DepositTokenRail.expectedCredit(plan, in: run)
    case .stablecoin: StablecoinRail.expectedCredit(plan, in: run)
    }
  }

  /// What payer and payee pay for it.
  ///
  /// - Returns: In minor units of the currency sent.
  func expectedCost(_ amount: Int64, on plan: CorridorPlan, in run: borrowing Simulator) -> Int64 {
    switch self {
    case .correspondent: CorrespondentRail.expectedCost(amount, on: plan, in: run)
    case .tokenizedDeposit: TokenRail.expectedCost(amount, on: plan, in: run)
    case .interbankClearing: ClearingRail.expectedCost(amount, on: plan, in: run)
    case .depositToken: DepositTokenRail.expectedCost(amount, on: plan, in: run)
    case .stablecoin: StablecoinRail.expectedCost(amount, on: plan, in: run)
    }
  }
}

/// How its payments go on.
extension RailKind {
  /// How a new payment of a plan sets out.
  ///
  /// The first step of a payment's life, once it is in the table.
  @inline(__always)
  func start(on plan: CorridorPlan, in run: borrowing Simulator) -> Next {
    switch self {
    case .correspondent: CorrespondentRail.start(on: plan, in: run)
    case .tokenizedDeposit: TokenRail.start(on: plan, in: run)
    case .interbankClearing: ClearingRail.start(on: plan, in: run)
    case .depositToken: DepositTokenRail.start(on: plan, in: run)
    case .stablecoin: StablecoinRail.start(on: plan, in: run)
    }
  }

  /// How a payment that has been screened leaves.
  ///
  /// Also asked where nothing is screened.
  @inline(__always)
  func screened(on plan: CorridorPlan) -> Next {
    switch self {
    case .correspondent: CorrespondentRail.screened(on: plan)
    case .tokenizedDeposit: TokenRail.screened(on: plan)
    case .interbankClearing: ClearingRail.screened(on: plan)
    case .depositToken: DepositTokenRail.screened(on: plan)
    case .stablecoin: StablecoinRail.screened(on: plan)
    }
  }

  /// How one that lies at the payee's bank goes back.
  ///
  /// Its progress has been turned round: legs are counted from its payee on.
  @inline(__always)
  func back(on plan: CorridorPlan) -> Next {
    switch self {
    case .correspondent: CorrespondentRail.back(on: plan)
    case .tokenizedDeposit: TokenRail.back(on: plan)
    case .interbankClearing: ClearingRail.back(on: plan)
    case .depositToken: DepositTokenRail.back(on: plan)
    case .stablecoin: StablecoinRail.back(on: plan)
    }
  }

  /// How one that lies at the bank of its client is credited.
  ///
  /// - Parameter branch: The payee's, or on the way back the payer's.
  @inline(__always)
  func credit(at branch: BranchID, in run: borrowing Simulator) -> Next {
    switch self {
    case .correspondent: CorrespondentRail.credit(at: branch, in: run)
    case .tokenizedDeposit: TokenRail.credit(at: branch, in: run)
    case .interbankClearing: ClearingRail.credit(at: branch, in: run)
    case .depositToken: DepositTokenRail.credit(at: branch, in: run)
    case .stablecoin: StablecoinRail.credit(at: branch, in: run)
    }
  }

  /// How what a contract lets go leaves.
  var unlocked: Next {
    switch self {
    case .correspondent: CorrespondentRail.unlocked
    case .tokenizedDeposit: TokenRail.unlocked
    case .interbankClearing: ClearingRail.unlocked
    case .depositToken: DepositTokenRail.unlocked
    case .stablecoin: StablecoinRail.unlocked
    }
  }

  /// How tokens that are final on a chain become money.
  var leavesChain: Next {
    switch self {
    case .correspondent: CorrespondentRail.leavesChain
    case .tokenizedDeposit: TokenRail.leavesChain
    case .interbankClearing: ClearingRail.leavesChain
    case .depositToken: DepositTokenRail.leavesChain
    case .stablecoin: StablecoinRail.leavesChain
    }
  }

  /// How a funding ends that came too late.
  var lapsed: Next {
    switch self {
    case .correspondent: CorrespondentRail.lapsed
    case .tokenizedDeposit: TokenRail.lapsed
    case .interbankClearing: ClearingRail.lapsed
    case .depositToken: DepositTokenRail.lapsed
    case .stablecoin: StablecoinRail.lapsed
    }
  }
}

/// What a payment under way is asked of its rail.
extension Simulator {
  /// The next leg of a payment, there or back.
  ///
  /// - Complexity: O(1).
  func nextLeg(_ slot: Slot) -> Leg {
    switch payments[slot].rail {
    case .correspondent: CorrespondentRail.leg(of: slot, in: self)
    case .tokenizedDeposit: TokenRail.leg(of: slot, in: self)
    case .interbankClearing: ClearingRail.leg(of: slot, in: self)
    case .depositToken: DepositTokenRail.leg(of: slot, in: self)
    case .stablecoin: StablecoinRail.leg(of: slot, in: self)
    }
  }

  /// The account at an end of the next leg at which no pool is.
  ///
  /// - Parameter isPaying: Whether at the end that pays.
  func outerAccount(of slot: Slot, _ leg: Leg, isPaying: Bool) -> AccountID {
    switch payments[slot].rail {
    case .correspondent: CorrespondentRail.account(leg, isPaying: isPaying, of: slot, in: self)
    case .tokenizedDeposit: TokenRail.account(leg, isPaying: isPaying, of: slot, in: self)
    case .interbankClearing: ClearingRail.account(leg, isPaying: isPaying, of: slot, in: self)
    case .depositToken: DepositTokenRail.account(leg, isPaying: isPaying, of: slot, in: self)
    case .stablecoin: StablecoinRail.account(leg, isPaying: isPaying, of: slot, in: self)
    }
  }

  /// The timetable of whoever works on a payment whose leg has settled; `nil` without a break.
  ///
  /// - Precondition: A leg has settled.
  func workingDesk(of slot: Slot) -> TimetableID? {
    switch payments[slot].rail {
    case .correspondent: CorrespondentRail.workingDesk(of: slot, in: self)
    case .tokenizedDeposit: TokenRail.workingDesk(of: slot, in: self)
    case .interbankClearing: ClearingRail.workingDesk(of: slot, in: self)
    case .depositToken: DepositTokenRail.workingDesk(of: slot, in: self)
    case .stablecoin: StablecoinRail.workingDesk(of: slot, in: self)
    }
  }

  /// How many banks stand between a payment's payer's and its payee's.
  ///
  /// Asked once, when the payment ends.
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
