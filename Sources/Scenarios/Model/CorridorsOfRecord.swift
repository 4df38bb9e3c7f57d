import Vocabulary

/// Corridors as outcomes are counted: each by itself, but the branches of a family together, and all
/// corridors of a currency together where there are more than anybody would read.
///
/// Results so stay readable with 270 banks that each pay each other: 72,630 corridors are counted as
/// one. The merging touches what is counted only; every payment still goes its own way.
public struct CorridorsOfRecord: Sendable {
  /// How many corridors outcomes are told apart by. Assumed.
  private static let most = 1_000
  /// The corridors that are counted, in the order in which they are met: each that of its first
  /// members; where all of a currency are taken together, one from outside to outside, which no
  /// payment has.
  public private(set) var corridors: [Corridor] = []
  /// For each corridor of payments, the place of the one in which it is counted.
  public private(set) var countedIn: [Int32] = []

  /// The corridors in which those of payments are counted.
  ///
  /// All or nothing: where there are too many, the corridors of every currency are merged, also those
  /// of a currency that has few.
  ///
  /// - Parameter all: Those of payments, each once, in the order of the flows; it decides the order of
  ///   those that are counted.
  /// - Complexity: O(branches + corridors).
  public init(of all: [Corridor], among branches: [Branch]) {
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
    assign(all) { ($0.from, $0.to) = (first($0.from), first($0.to)) }
    guard corridors.count > CorridorsOfRecord.most else { return }
    assign(all) { ($0.from, $0.to) = (.outside, .outside) }
  }

  /// Counts corridors that `merge` makes equal as one, anew.
  private mutating func assign(_ all: [Corridor], _ merge: (inout Corridor) -> Void) {
    var places: [Corridor: Int32] = [:]
    (corridors, countedIn) = ([], [])
    for var corridor in all {
      merge(&corridor)
      let place = places[corridor] ?? Int32(corridors.count)
      if Int(place) == corridors.count {
        places[corridor] = place
        corridors.append(corridor)
      }
      countedIn.append(place)
    }
  }
}
