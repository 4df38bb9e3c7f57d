import Vocabulary

/// Corridors as outcomes are counted: each route, but the branches of a family together, and all
/// routes of a currency together where there are more than anybody would read.
public struct CorridorsOfRecord: Sendable {
  /// How many corridors outcomes are told apart by.
  private static let most = 1_000
  /// The corridors in the order of their first route: each the route of its first members; where
  /// all routes of a currency are taken together, one from outside to outside, which no payment has.
  public private(set) var corridors: [Route] = []
  /// For each route, the place of its corridor.
  public private(set) var ofRoute: [Int32] = []

  /// The corridors of routes among branches.
  ///
  /// - Complexity: O(branches + routes).
  public init(of routes: [Route], among branches: [Branch]) {
    var firsts: [String: BranchID] = [:]
    for (place, branch) in branches.enumerated() {
      if let family = branch.family, firsts[family] == nil { firsts[family] = BranchID(place) }
    }
    func first(_ party: Party) -> Party {
      guard let branch = party.branch, let family = branches[branch.place].family,
        let member = firsts[family]
      else { return party }
      return .branch(member)
    }
    assign(routes) { ($0.from, $0.to) = (first($0.from), first($0.to)) }
    guard corridors.count > CorridorsOfRecord.most else { return }
    assign(routes) { ($0.from, $0.to) = (.outside, .outside) }
  }

  private mutating func assign(_ routes: [Route], _ merge: (inout Route) -> Void) {
    var places: [Route: Int32] = [:]
    (corridors, ofRoute) = ([], [])
    for var route in routes {
      merge(&route)
      let place = places[route] ?? Int32(corridors.count)
      if Int(place) == corridors.count {
        places[route] = place
        corridors.append(route)
      }
      ofRoute.append(place)
    }
  }
}
