public import Calendars
public import Vocabulary

/// How a currency gets from one branch to another by correspondents.
public struct Corridor: Sendable {
  /// The sending branch.
  public var from: BranchID
  /// The receiving branch, another one.
  public var to: BranchID
  /// The currency that travels.
  public var currency: Currency
  /// The hops in the order of travel, at least one.
  public var hops: [Hop]
  /// Who pays the fees of the hops.
  public var feeOption: FeeOption
}

/// One leg of a corridor: a correspondent and the system in which it is paid.
public struct Hop: Sendable {
  /// The correspondent's name.
  public var correspondent: String
  /// The system in which the leg settles.
  public var system: SystemID
  /// Which of the system's two cut-offs binds the leg.
  public var cutOff: CutOff
  /// How long the correspondent works on it after settlement.
  public var processing: TimeSpan
  /// What the correspondent takes, 0 or more, in the corridor's currency.
  public var fee: Money
}

/// Who bears the correspondents' fees (SWIFT field 71A; ISO 20022 `ChrgBr` DEBT, SHAR, CRED).
public enum FeeOption: String, CaseIterable, Hashable, Sendable {
  /// The payer, beside the amount.
  case our = "OUR"
  /// The payer the first correspondent's, the beneficiary the others', taken from the amount.
  case shared = "SHA"
  /// The beneficiary, all taken from the amount.
  case beneficiary = "BEN"
}
