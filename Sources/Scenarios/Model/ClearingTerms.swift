public import Calendars
public import Vocabulary

/// The terms of an interbank clearing: hundreds of banks with accounts at one clearing bank.
///
/// A branch stands for a participant, its pool for the participant's account; a payment is one
/// book transfer from pool to pool. With a system that never closes it is a clearing around the
/// clock, with opening hours a plain RTGS.
public struct ClearingTerms: Hashable, Sendable {
  /// The systems in which it settles, one for each currency.
  public var systems: [ClearingSystem]
  /// Which of the systems' cut-offs binds a payment.
  public var cutOff: CutOff
  /// How payments settle.
  public var settlement: ClearingSettlement
  /// Whether both legs of a foreign-exchange trade settle, or neither.
  public var paymentVersusPayment: Bool
  /// When the paying side takes an instruction.
  public var acceptance: Acceptance
  /// The branches that credit their clients at once; `nil` for all. The others credit in their
  /// posting runs and hours.
  public var creditsAtOnce: [BranchID]?
  /// What one payment costs the payer, by currency; nothing where none is given.
  public var fees: [Money]
  /// How much more a participant may send than it receives.
  public var senderLimits: [SenderLimit]
  /// How much more a participant may send to another than it receives from it.
  public var bilateralLimits: [BilateralLimit]

  /// When the paying side takes an instruction.
  public enum Acceptance: String, CaseIterable, Hashable, Sendable {
    /// At any second.
    case atOnce = "at-once"
    /// In the branch's business hours, before its customer cut-off.
    case businessHours = "business-hours"
  }

  /// The system of a currency, where the clearing has one.
  public func system(of currency: Currency) -> SystemID? {
    systems.first { $0.currency == currency }?.system
  }
}

/// The system in which a clearing settles a currency.
public struct ClearingSystem: Hashable, Sendable {
  /// The currency.
  public var currency: Currency
  /// The system, one of that currency.
  public var system: SystemID
}

/// How the payments of a clearing settle.
public enum ClearingSettlement: Hashable, Sendable {
  /// Each on its own as soon as it is funded, by priority, then first in, first out, for each
  /// payer. With offsetting, what stands in the queues is searched for sets that settle together.
  case gross(offsetting: Bool)
  /// At the cycles, then each on its own while there is money; the rest waits for the next cycle.
  case batch(ClearingCycles)
  /// At the cycles, all at once by multilateral net positions; where somebody cannot pay its net
  /// debit, the greatest set that settles does, and the rest waits for the next cycle.
  case net(ClearingCycles)

  /// The words of files.
  enum Word: String, CaseIterable {
    case gross, batch, net
  }

  /// The cycles; `nil` where payments settle one by one.
  public var cycles: ClearingCycles? {
    switch self {
    case .gross: nil
    case .batch(let cycles), .net(let cycles): cycles
    }
  }
}

/// When a clearing settles what has come in; a cycle while the system is closed does nothing.
public struct ClearingCycles: Hashable, Sendable {
  /// The clock of the times.
  public var zone: Zone
  /// Times of the day, every day, ascending.
  public var times: [WallTime]
  /// From a cycle until it is final: net debits are paid at the cycle, net credits can be spent
  /// only then, and payees are credited then.
  public var finality: TimeSpan
}

/// The largest net outflow of a participant: what it has sent less what it has received through
/// the clearing since the present window of its system opened. At each opening it starts at zero.
public struct SenderLimit: Hashable, Sendable {
  /// Whose outflow is limited.
  public var branch: BranchID
  /// The currency.
  public var currency: Currency
  /// The limit in minor units, from zero.
  public var limit: Int64
}

/// The largest net outflow of a participant towards another since the present window of its
/// system opened, counted as for `SenderLimit`.
public struct BilateralLimit: Hashable, Sendable {
  /// Whose outflow is limited.
  public var from: BranchID
  /// Towards whom.
  public var to: BranchID
  /// The currency.
  public var currency: Currency
  /// The limit in minor units, from zero.
  public var limit: Int64
}

extension Model {
  /// The terms of the interbank clearing, where the model has it.
  public var clearingTerms: ClearingTerms? {
    for case .interbankClearing(let terms) in rails { return terms }
    return nil
  }
}
