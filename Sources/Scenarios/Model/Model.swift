public import Calendars
public import Chance
public import Vocabulary

/// The place of a model in `Scenario.models`.
public typealias ModelID = EntityID<Model>

/// A named arrangement of rails, terms and pool policy, run on the scenario's payments.
public struct Model: Sendable {
  /// The name in files: `batch`.
  public var name: String
  /// The name for readers: `Correspondent banking`.
  public var title: String
  /// How a payment can get from branch to branch, at least one way, each kind at most once.
  public var rails: [Rail]
  /// How payments are screened.
  public var screening: Screening
  /// How often a beneficiary's side sends a payment back.
  public var returns: Returns
  /// How often an instruction to correspondents must be repaired.
  public var repairs: Repairs
  /// How often a payer asks for a payment back.
  public var recalls: Recalls
  /// The terms of currency conversion.
  public var exchange: ExchangeTerms
  /// When money is moved between pools; `nil` never.
  public var rebalancing: Rebalancing?
}

/// How payments are screened against sanctions lists.
public struct Screening: Hashable, Sendable {
  /// The share of payments that raise an alert, 0...1.
  public var alertRate: Double
  /// The share of alerts that a review clears, 0...1; the others are refused and returned.
  public var falsePositiveShare: Double
  /// How long the automatic check takes.
  public var check: TimeSpan
  /// How long a person works on an alert, in seconds of review time.
  public var review: Distribution
  /// When reviews are worked on.
  public var reviewHours: ReviewHours

  /// When people review.
  public enum ReviewHours: String, CaseIterable, Hashable, Sendable {
    /// In the hours of the sending branch's review desk.
    case working = "working-hours"
    /// At any second.
    case aroundTheClock = "around-the-clock"
  }
}

/// How often payments come back.
public struct Returns: Hashable, Sendable {
  /// The share of payments that the beneficiary's side cannot apply, 0...1.
  public var rate: Double
  /// How long the beneficiary's side takes to find out and send it back.
  public var after: TimeSpan
}

/// How often an instruction to correspondents is faulty and repaired by people.
public struct Repairs: Hashable, Sendable {
  /// The share of instructions, 0...1.
  public var rate: Double
  /// How long the repair takes, in seconds of the hours of the sending branch's review desk.
  public var work: Distribution
}

/// How often a payer asks for a payment back (ISO 20022 camt.056).
public struct Recalls: Hashable, Sendable {
  /// The share of payments, 0...1.
  public var rate: Double
  /// How long after the instruction, in seconds.
  public var after: Distribution
}

/// The terms of currency conversion at the receiving branch.
public struct ExchangeTerms: Hashable, Sendable {
  /// What the desk keeps against mid, in basis points.
  public var spreadBasisPoints: Int64
  /// How long the desk takes, inside its hours.
  public var processing: TimeSpan
}

/// When and how pools of one currency are brought back to target.
public enum Rebalancing: Hashable, Sendable {
  /// At given times, by transfers that arrive after a lag.
  case windows(RebalancingWindows)
  /// At any second, when a payment finds its pool short: tokens drawn from the other pools.
  case onDemand
}

/// The windows of a batch treasury.
public struct RebalancingWindows: Hashable, Sendable {
  /// The clock of the times.
  public var zone: Zone
  /// Times of the day, every day; what is closed then does not take part.
  public var times: [WallTime]
  /// From instruction to arrival.
  public var lag: TimeSpan
  /// How the transfers of a window are picked.
  public var policy: TransferPolicy
}

/// How a treasury picks the transfers of a window.
public enum TransferPolicy: String, CaseIterable, Hashable, Sendable {
  /// The cheapest transfers that bring as much as there is to where it lacks.
  case optimal
  /// The neediest pool first, from the largest surplus.
  case topUp = "top-up"
}
