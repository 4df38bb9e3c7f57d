public import Vocabulary

/// What a figure is of.
public enum Scope: Hashable, Sendable {
  /// All payments, or all pools.
  case all
  /// The payments of a route.
  case corridor(Route)
  /// The payments, or the pools, of a currency.
  case currency(Currency)
  /// The payments instructed on a day, UTC.
  case day(CivilDate)
  /// One pool.
  case pool(BranchID, Currency)

  /// A kind of scope, by its word in files.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case all, corridor, currency, day, pool
  }

  /// Its kind.
  public var kind: Kind {
    switch self {
    case .all: .all
    case .corridor: .corridor
    case .currency: .currency
    case .day: .day
    case .pool: .pool
    }
  }

  /// The name in files: `all`, `corridor NYC>SIN USD`, with a conversion `corridor NYC>SIN
  /// USD/SGD`, `currency USD`, `day 2026-03-07`, `pool NYC USD`; the branches of a family go by its
  /// name in corridors, and all routes of a currency taken together are `corridor any>any USD`.
  ///
  /// - Parameter branches: The scenario's branches, in their order.
  public func name(among branches: [Branch]) -> String {
    switch self {
    case .all: return "all"
    case .currency(let currency): return "currency \(currency)"
    case .day(let date): return "day \(date)"
    case .pool(let branch, let currency): return "pool \(branches[branch.place].name) \(currency)"
    case .corridor(let route):
      let isOverall = route.from == .outside && route.to == .outside
      let ends = [route.from, route.to].map { party in
        guard let branch = party.branch.map({ branches[$0.place] }) else {
          return isOverall ? "any" : "outside"
        }
        return branch.family ?? branch.name
      }
      let conversion = route.creditedIn == route.currency ? "" : "/\(route.creditedIn)"
      return "corridor \(ends[0])>\(ends[1]) \(route.currency)\(conversion)"
    }
  }
}

extension Metric {
  /// The unit in which its figures of a scope are written: `s`, `h`, `share`, `count` or a code.
  ///
  /// - Parameter reporting: The currency of totals.
  public func unit(of scope: Scope, reporting: Currency) -> String {
    switch measure {
    case .seconds: "s"
    case .hours: "h"
    case .share: "share"
    case .count: "count"
    case .money: currency(of: scope, reporting: reporting).code
    }
  }

  private func currency(of scope: Scope, reporting: Currency) -> Currency {
    switch scope {
    case .all, .day: reporting
    case .currency(let currency), .pool(_, let currency): currency
    case .corridor(let route): self == .exchangeCost ? route.creditedIn : route.currency
    }
  }
}
