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
  /// Which of its rails a payment takes.
  public var routing: Routing
  /// How payments are screened.
  public var screening: Screening
  /// Other terms of screening for some payments; the first that covers one holds.
  public var screeningOverrides: [ScreeningOverride] = []
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

/// The terms of currency conversion.
public struct ExchangeTerms: Hashable, Sendable {
  /// What the desk keeps against mid, in basis points.
  public var spreadBasisPoints: Int64
  /// How long the desk takes, inside its hours.
  public var processing: TimeSpan
  /// Whose hours bind a conversion.
  public var hours = ExchangeHours.desk
  /// What happens outside them.
  public var outsideHours = OutsideHours.wait
  /// What a dealer keeps against mid outside the hours, in basis points.
  public var dealerSpreadBasisPoints: Int64 = 0
  /// When the receiving branch's deal is delivered.
  public var delivery: Delivery

  /// Whose hours bind a conversion.
  public enum ExchangeHours: String, CaseIterable, Hashable, Sendable {
    /// Those of the receiving branch's desk. Where a route changes the currency on the way,
    /// those of the dealing correspondent or of the sending branch's desk.
    case desk
    /// Those of the market, Sunday 17:00 to Friday 17:00 in New York.
    case market
  }

  /// What happens outside the hours.
  public enum OutsideHours: String, CaseIterable, Hashable, Sendable {
    /// The payment waits.
    case wait
    /// A dealer quotes at once, at a wider spread. The dealer takes no time of work.
    case dealer
  }

  /// The value date of a deal, over the calendars of both currencies' systems.
  public enum Delivery: String, CaseIterable, Hashable, Sendable {
    /// With the deal.
    case atOnce = "at-once"
    /// On the next common business day.
    case nextDay = "T+1"
    /// On the second common business day.
    case secondDay = "T+2"
    /// By the convention of the pair: two common business days, one between US and Canadian dollars.
    case spot

    /// How many common business days after the deal, `nil` with the deal.
    public func days(_ one: Currency, _ other: Currency) -> Int? {
      switch self {
      case .atOnce: nil
      case .nextDay: 1
      case .secondDay: 2
      case .spot: Set([one.code, other.code]) == ["USD", "CAD"] ? 1 : 2
      }
    }
  }
}
