public import Chance
public import Vocabulary

/// A conditional payment: money that is released part by part as conditions are met.
///
/// On a rail with contracts (tokenized deposits, deposit tokens) the payer's money is locked when
/// the contract is funded; on the others the payer instructs each part when its condition is met.
/// Each part is a payment of its own, whose time counts from the instant of its condition: waiting
/// for a shipment delays no settlement.
public struct Contract: Hashable, Sendable {
  /// How long after the instruction the payer may take to fund it; then it lapses, and is returned.
  public var fundingDeadline: TimeSpan
  /// What releases money, in the order of the file; at least one, at most `mostConditions`.
  public var conditions: [Condition]
  /// How long after the funding what is not released goes back to the payer; a condition that is
  /// met then or later releases nothing.
  public var expiry: TimeSpan
  /// How often the parties fall out.
  public var dispute: Dispute?

  /// How many conditions a contract may have: a payment's key numbers its parts in eight bits.
  public static let mostConditions = 100

  /// One condition.
  public struct Condition: Hashable, Sendable {
    /// What has to happen: `shipment`.
    public var name: String
    /// When it happens.
    public var met: Met
    /// The share of the amount that it releases, in millionths.
    public var millionths: Int64
  }

  /// When a condition is met.
  public enum Met: Hashable, Sendable {
    /// So many seconds after the funding.
    case after(Distribution)
    /// On a date that is known, or with the funding where that comes later.
    case at(Instant)
  }

  /// A dispute: raised when the condition listed last is met, over all that is still locked.
  public struct Dispute: Hashable, Sendable {
    /// The share of contracts that meet one, 0...1.
    public var rate: Double
    /// How long it takes to resolve, in seconds; the expiry waits for it.
    public var resolution: Distribution
    /// The share of what is still locked that the payee then gets, in millionths.
    public var millionthsToPayee: Int64
  }
}

extension Contract {
  /// The part of an amount that a condition releases, in minor units: what all conditions up to it
  /// release together less what those before it release, each rounded down, so that no unit is
  /// lost; the part after the last condition's is the rest.
  public func amount(ofPart part: Int, of amount: Int64) -> Int64 {
    let before = conditions.prefix(part).reduce(0) { $0 + $1.millionths }
    let upTo = part < conditions.count ? before + conditions[part].millionths : 1_000_000
    return Contract.share(upTo, of: amount) - Contract.share(before, of: amount)
  }

  /// So many millionths of an amount, rounded down.
  public static func share(_ millionths: Int64, of amount: Int64) -> Int64 {
    Int64(Int128(amount) * Int128(millionths) / 1_000_000)
  }
}
