public import Measures
import Vocabulary

extension Scope {
  /// What a corridor's figures are of: the branches of a family by its name; all routes of a currency
  /// taken together are `any>any`.
  ///
  /// - Parameter branches: The scenario's branches, in their order.
  public static func corridor(_ route: Route, among branches: [Branch]) -> Scope {
    let isOverall = route.from == .outside && route.to == .outside
    let ends = [route.from, route.to].map { party in
      guard let branch = party.branch.map({ branches[$0.place] }) else {
        return isOverall ? "any" : "outside"
      }
      return branch.family ?? branch.name
    }
    return .corridor(
      Corridor(
        from: ends[0], to: ends[1], currency: route.currency, creditedIn: route.creditedIn))
  }

  /// What the figures of a pool are of.
  ///
  /// - Parameter branches: The scenario's branches, in their order.
  public static func pool(_ pool: Pool, among branches: [Branch]) -> Scope {
    .pool(branches[pool.branch.place].name, pool.currency)
  }
}
