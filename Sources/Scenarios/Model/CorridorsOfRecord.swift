import Vocabulary

/// Corridors as outcomes are counted: each route, but the branches of a family together, and all
/// routes of a currency together where there are more than anybody would read.
///
/// Results so stay readable with 270 banks that each pay each other: 72,630 routes become one
/// corridor. The merging touches what is counted only; every payment still takes its own route.
public struct CorridorsOfRecord: Sendable {
  /// How many corridors outcomes are told apart by. Assumed.
  private static let most = 1_000
  /// The corridors in the order of their first route: each the route of its first members; where
  /// all routes of a currency are taken together, one from outside to outside, which no payment has.
  public private(set) var corridors: [Route] = []
  /// For each route, the place of its corridor.
  public private(set) var ofRoute: [Int32] = []

  /// The corridors of routes among branches.
  ///
  /// All or nothing: where there are too many, the routes of every currency are merged, also those
  /// of a currency that has few.
  ///
  /// - Parameter routes: Each once, in the order of the flows; the order decides that of the
  ///   corridors.
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

  /// Counts routes that `merge` makes equal in one corridor, anew.
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
