import Bookkeeping
import Scenarios
import Vocabulary

/// Which account stands where in the books of a run.
///
/// Assets are positive, liabilities negative. Each currency has, beside the pools:
/// clients and tokens of each branch; `transit`, money at correspondents; `owed`, what the bank
/// owes for payments under way; `fees`, charges to clients against charges of correspondents;
/// `exchange`, the position of the desks; `issued`, the liability of tokens in circulation;
/// `funding`, where the prefunding came from; `treasury`, transfers between pools on their way;
/// `locked`, money under contracts, neither side's liquidity; `released`, what they let go and is
/// on its way; of an issuer of stablecoins `onRamp` and `offRamp`, money at its bank before a mint
/// and after a redemption, `cash` and `securities`, its reserve, and `supply`, its liability.
/// Tokens that are in no branch lie under `contracts` and with `others`. What a branch's clients
/// hold as tokens stands on `wallets`.
struct ChartOfAccounts: Sendable {
  private let pools, branches, currencies: Int

  /// A chart for so many of each.
  init(pools: Int, branches: Int, currencies: Int) {
    (self.pools, self.branches, self.currencies) = (pools, branches, currencies)
  }

  /// The chart for a scenario whose pools have so many currencies.
  init(_ world: World) {
    self.init(
      pools: world.scenario.pools.count, branches: world.scenario.branches.count,
      currencies: world.currencies.count)
  }

  private enum PerCurrency: Int, CaseIterable {
    case transit, owed, fees, exchange, issued, funding, treasury
    case locked, released, onRamp, offRamp, cash, securities, supply, contracts, others
  }

  /// The account of a pool.
  func pool(_ pool: PoolID) -> AccountID { AccountID(pool.place) }
  /// What a branch owes its clients in a currency.
  func clients(_ branch: BranchID, _ currency: CurrencyID) -> AccountID {
    AccountID(pools + branch.place * currencies + currency.place)
  }
  /// The tokens that lie at a branch in a currency.
  func tokens(_ branch: BranchID, _ currency: CurrencyID) -> AccountID {
    AccountID(pools + (branches + branch.place) * currencies + currency.place)
  }
  /// Money at correspondents.
  func transit(_ currency: CurrencyID) -> AccountID { account(.transit, currency) }
  /// What the bank owes for payments under way.
  func owed(_ currency: CurrencyID) -> AccountID { account(.owed, currency) }
  /// Charges of correspondents less charges to clients.
  func fees(_ currency: CurrencyID) -> AccountID { account(.fees, currency) }
  /// The position of the exchange desks.
  func exchange(_ currency: CurrencyID) -> AccountID { account(.exchange, currency) }
  /// The liability of tokens in circulation.
  func issued(_ currency: CurrencyID) -> AccountID { account(.issued, currency) }
  /// Where the prefunding came from.
  func funding(_ currency: CurrencyID) -> AccountID { account(.funding, currency) }
  /// Transfers between pools on their way.
  func treasury(_ currency: CurrencyID) -> AccountID { account(.treasury, currency) }

  /// Money under contracts.
  func locked(_ currency: CurrencyID) -> AccountID { account(.locked, currency) }
  /// Money that contracts have let go, on its way.
  func released(_ currency: CurrencyID) -> AccountID { account(.released, currency) }
  /// Money at the issuer's bank, to be minted against.
  func onRamp(_ currency: CurrencyID) -> AccountID { account(.onRamp, currency) }
  /// Money at the issuer's bank, or a buyer's, to be paid out.
  func offRamp(_ currency: CurrencyID) -> AccountID { account(.offRamp, currency) }
  /// The cash of an issuer's reserve.
  func cash(_ currency: CurrencyID) -> AccountID { account(.cash, currency) }
  /// The securities of an issuer's reserve.
  func securities(_ currency: CurrencyID) -> AccountID { account(.securities, currency) }
  /// What an issuer owes for its coins.
  func supply(_ currency: CurrencyID) -> AccountID { account(.supply, currency) }
  /// Tokens under contracts.
  func contracts(_ currency: CurrencyID) -> AccountID { account(.contracts, currency) }
  /// Coins of other holders.
  func others(_ currency: CurrencyID) -> AccountID { account(.others, currency) }
  /// What a branch's clients hold as tokens.
  func wallets(_ branch: BranchID, _ currency: CurrencyID) -> AccountID {
    let first = pools + 2 * branches * currencies + PerCurrency.allCases.count * currencies
    return AccountID(first + branch.place * currencies + currency.place)
  }

  private func account(_ kind: PerCurrency, _ currency: CurrencyID) -> AccountID {
    AccountID(pools + 2 * branches * currencies + kind.rawValue * currencies + currency.place)
  }

  /// The accounts of a world in the order of the chart; pools have their credit lines as floors, or
  /// none.
  func accounts(of world: World, withFloors: Bool) -> [Account] {
    let scenario = world.scenario
    return accounts(
      pools: scenario.pools.map { pool in
        Account(
          name: "pool \(scenario.branches[pool.branch.place].name) \(pool.currency)",
          currency: pool.currency, kind: .pool,
          floor: withFloors ? -pool.creditLimit.minorUnits : nil)
      }, branches: scenario.branches.map(\.name), currencies: world.currencies)
  }

  /// The accounts in the order of the chart: those of the pools, and all others.
  func accounts(pools: [Account], branches: [String], currencies: [Currency]) -> [Account] {
    var accounts = pools
    for (kind, name) in [(AccountKind.clients, "clients"), (.tokens, "tokens")] {
      for branch in branches {
        for currency in currencies {
          accounts.append(
            Account(name: "\(name) \(branch) \(currency)", currency: currency, kind: kind))
        }
      }
    }
    let kinds: [PerCurrency: AccountKind] = [
      .transit: .correspondent, .fees: .fees, .exchange: .foreignExchange, .funding: .outside,
      .cash: .outside, .securities: .outside, .supply: .outside, .contracts: .tokens,
      .others: .tokens,
    ]
    for kind in PerCurrency.allCases {
      for currency in currencies {
        accounts.append(
          Account(name: "\(kind) \(currency)", currency: currency, kind: kinds[kind] ?? .suspense))
      }
    }
    for branch in branches {
      for currency in currencies {
        accounts.append(
          Account(name: "wallets \(branch) \(currency)", currency: currency, kind: .clients))
      }
    }
    return accounts
  }
}
