public import Measures
import Vocabulary

extension Scope {
  /// What a corridor's figures are of: the branches of a family by its name; all corridors of a currency
  /// taken together are `any>any`.
  ///
  /// - Parameter branches: The scenario's branches, in their order.
  public static func corridor(_ ends: Scenarios.Corridor, among branches: [Branch]) -> Scope {
    let isOverall = ends.from == .outside && ends.to == .outside
    let names = [ends.from, ends.to].map { party in
      guard let branch = party.branch.map({ branches[$0.place] }) else {
        return isOverall ? "any" : "outside"
      }
      return branch.family ?? branch.name
    }
    return .corridor(
      Corridor(
        from: names[0], to: names[1], currency: ends.currency, creditedIn: ends.creditedIn))
  }

  /// What the figures of a pool are of.
  ///
  /// - Parameter branches: The scenario's branches, in their order.
  public static func pool(_ pool: Pool, among branches: [Branch]) -> Scope {
    .pool(branches[pool.branch.place].name, pool.currency)
  }
}
