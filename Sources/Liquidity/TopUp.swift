/// The simple policy of a batch treasury: what is below its floor is brought to its target from
/// what is above.
public enum TopUp {
  /// A pool as the treasury sees it, in minor units of one currency.
  public struct Position: Hashable, Sendable {
    /// What it can give from: its balance less what waits for it; may be negative.
    public var holding: Int64
    /// What is on its way to it.
    public var incoming: Int64
    /// Below this it is topped up.
    public var floor: Int64
    /// To this it is topped up, and down to this it gives.
    public var target: Int64
    /// Whether it takes part.
    public var isOpen: Bool

    /// A position.
    public init(holding: Int64, incoming: Int64, floor: Int64, target: Int64, isOpen: Bool) {
      (self.holding, self.incoming, self.floor) = (holding, incoming, floor)
      (self.target, self.isOpen) = (target, isOpen)
    }
  }

  /// A transfer between two places of the positions, above zero.
  public struct Move: Hashable, Sendable {
    /// Who gives.
    public var from: Int
    /// Who gets.
    public var to: Int
    /// How much, in minor units.
    public var amount: Int64
  }

  /// The transfers of one window.
  ///
  /// The neediest pool is served first and from the pool with the largest surplus; the earlier
  /// place goes first among equals. No pool gives below its target, so a shortage of all leaves
  /// the last in line short.
  ///
  /// - Parameter positions: The pools of one currency.
  /// - Returns: Transfers in the order in which they are made; at most one fewer than pools.
  /// - Complexity: O(n²) in the number of pools.
  public static func transfers(among positions: [Position]) -> [Move] {
    var surplus = positions.map(\.surplus)
    var need = positions.map(\.need)
    var moves: [Move] = []
    while let to = largest(need), let from = largest(surplus) {
      let amount = min(need[to], surplus[from])
      moves.append(Move(from: from, to: to, amount: amount))
      need[to] -= amount
      surplus[from] -= amount
    }
    return moves
  }

  /// The place of the largest value above zero, the first among equals.
  static func largest(_ values: [Int64]) -> Int? {
    var best: Int?
    for place in values.indices where values[place] > (best.map { values[$0] } ?? 0) {
      best = place
    }
    return best
  }
}

extension TopUp.Position {
  /// What it can give: what lies above its target, where it takes part.
  var surplus: Int64 { isOpen ? max(0, holding - target) : 0 }

  /// What brings it to its target, where it is below its floor and takes part.
  var need: Int64 {
    let reached = holding + incoming
    return isOpen && reached < floor ? max(0, target - reached) : 0
  }
}
