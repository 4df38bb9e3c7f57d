public import Chance
public import Vocabulary

/// A source of payments.
public struct Flow: Sendable {
  /// The name; where the file gives lists of branches, with the pair: `suppliers/NYC-SIN`.
  public var name: String
  /// The names that it is made of: its key in the file and, where that gives lists of branches,
  /// payer and payee. They address its chance.
  public var names: [String]
  /// Where its payments come from.
  public var origin: Origin
  /// What its payments depend on; `nil` where they are due at once.
  public var contract: Contract?
  /// Whether its payments stand in a file beside the scenario.
  public var isInFile = false

  /// The name of the streams of its chance.
  public var stream: StreamName { StreamName("flow", names) }

  /// Drawn at random, or given one by one.
  public enum Origin: Sendable {
    /// Drawn from distributions.
    case generated(GeneratedFlow)
    /// Given, in the scenario or in a CSV file, in ascending order of the instant.
    case listed([ListedPayment])
  }
}

/// Who is at an end of a payment.
public enum Party: Hashable, Sendable {
  /// A client of a branch.
  case branch(BranchID)
  /// Somebody at another bank, paid or paying through the branch's system.
  case outside

  /// The branch, where it is one.
  public var branch: BranchID? {
    if case .branch(let id) = self { id } else { nil }
  }
}

/// From whom to whom in which currency; at least one end is a branch, and the ends differ.
public struct Corridor: Hashable, Sendable {
  /// Who pays.
  public var from: Party
  /// Who is paid.
  public var to: Party
  /// The currency that is sent.
  public var currency: Currency
  /// The currency that is credited; another one is bought at the receiving branch.
  public var creditedIn: Currency
}

/// A flow whose payments are drawn.
public struct GeneratedFlow: Sendable {
  /// The corridor of all its payments; where they draw their ends, that of the first payer and of
  /// the first payee that is another: its clock and its days are the flow's.
  public var corridor: Corridor
  /// Whom each payment draws its ends from; `nil` where the corridor is that of all.
  public var ends: FlowEnds?
  /// The other currency of a foreign-exchange trade: each payment is its first leg, and the second
  /// goes the other way in this currency; `nil` where it is no trade.
  public var against: Currency?
  /// The expected number of payments on an ordinary day.
  public var arrivalsPerDay: Double
  /// On which days they come, on the payer's calendar.
  public var days: ArrivalDays
  /// How they spread over the local day of the payer (of the payee if the payer is outside).
  public var profile: IntradayProfile
  /// Factors by weekday and towards the end of the month.
  public var volumeFactors: VolumeFactors
  /// The amount in major units of the currency sent.
  public var amount: Distribution
  /// Bounds of the amount in minor units; a draw beyond takes the bound.
  public var amountBounds: ClosedRange<Int64>
  /// 0 is the most urgent, 9 the least.
  public var priority: UInt8
  /// Until when the payee should have it, if that is asked.
  public var deadline: DeadlineRule?
}

/// The ends of a flow whose payments each draw their payer and another payee.
///
/// The line in which they stand is that of the list, a family's members by their numbers, those of
/// `any` in the order of the file; it decides who is the largest, not what is drawn.
public struct FlowEnds: Hashable, Sendable {
  /// Who may pay, the largest first.
  public var payers: [Party]
  /// Who may be paid, the largest first.
  public var payees: [Party]
  /// How unequal they are: the n-th weighs 1 / n to this power; 0 for equal ones.
  public var concentration: Double
}

/// On which days a flow has payments.
public enum ArrivalDays: String, CaseIterable, Hashable, Sendable {
  /// On business days of the branch whose clock the flow follows.
  case businessDays = "business-day"
  /// On every day of the year.
  case everyDay = "day"
}

/// Until when a payment should be credited.
public enum DeadlineRule: Hashable, Sendable {
  /// So long after the instruction.
  case after(TimeSpan)
  /// By the close of the n-th business day after the instruction's day, at the receiving branch;
  /// with 0 that day itself or, where it is none, the next business day.
  case businessDays(Int)
}

/// One given payment.
public struct ListedPayment: Hashable, Sendable {
  /// Its identity in files.
  public var id: String
  /// When the payer instructs it.
  public var instructed: Instant
  /// From whom to whom.
  public var corridor: Corridor
  /// How much, in the currency sent.
  public var amount: Money
  /// 0 is the most urgent, 9 the least.
  public var priority: UInt8
  /// Until when the payee should have it, if that is asked.
  public var deadline: Instant?
  /// Which leg of a foreign-exchange trade it is; the second follows the first, and its amount is
  /// what the first comes to at mid when the trade is made.
  public var leg: TradeLeg?
}

/// A leg of a foreign-exchange trade: two payments, one each way, each in its currency.
public enum TradeLeg: Int, Hashable, Sendable {
  /// From the seller of the first currency.
  case first = 1
  /// From its buyer, in the other currency.
  case second = 2
}

extension Corridor {
  /// The other way round in another currency.
  public func back(in currency: Currency) -> Corridor {
    Corridor(from: to, to: from, currency: currency, creditedIn: currency)
  }
}
