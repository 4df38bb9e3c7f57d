public import Calendars
public import Vocabulary

/// The place of a pool in `Scenario.pools`.
public typealias PoolID = EntityID<Pool>

/// The place of a system in `Scenario.systems`.
public typealias SystemID = EntityID<SettlementSystem>

/// The liquidity of one branch in one currency.
///
/// A pool never goes below −(credit line).
public struct Pool: Sendable {
  /// The credit limit that stands for an unlimited line where a currency has so many pools, in
  /// minor units: together 2⁵⁸, a quarter of what the payments of a run may move.
  public static func unlimitedCredit(among pools: Int) -> Int64 { (1 << 58) / Int64(pools) }

  /// Whose it is.
  public var branch: BranchID
  /// Its currency; every amount here is of it.
  public var currency: Currency
  /// The system in which the branch settles that currency with outside parties.
  public var system: SystemID
  /// What lies in it at the start: the prefunding.
  public var openingBalance: Money
  /// How far below zero it may go, 0 or more.
  public var creditLimit: Money
  /// What the credit line costs while it is used.
  public var creditRate: FundingRate
  /// Below this balance a rebalancing window tops it up.
  public var floor: Money
  /// The balance to which it is topped up, and above which it may give.
  public var target: Money
  /// What the money that lies here costs.
  public var fundingRate: FundingRate
  /// The share of collateral that does not count, in basis points, 0 ..< 10,000: prefunding of 98
  /// against a haircut of 200 takes collateral of 100.
  public var haircutBasisPoints: Int64
}
