/// A transfer from one pool to another.
public struct RebalanceTransfer: Hashable, Sendable {
  /// The place of the pool that gives.
  public var from: Int
  /// The place of the pool that takes.
  public var to: Int
  /// The amount in base units, above zero.
  public var amount: Int64

  /// A transfer of `amount` from one pool to another.
  public init(from: Int, to: Int, amount: Int64) {
    (self.from, self.to, self.amount) = (from, to, amount)
  }
}

/// The answer of REBALANCE; its transfers stand in the solver.
public struct RebalanceSolution: Hashable, Sendable {
  /// Always `.optimal`: whatever cannot be funded stays lacking, at its cost.
  public var status: SolveStatus
  /// The cost of all transfers and of what stays lacking.
  public var cost: Int128
  /// What is moved, in base units.
  public var moved: Int64
  /// What stays lacking, in base units.
  public var unfunded: Int64
  /// How many arcs entered the tree.
  public var pivots: Int
  /// How many pools were used up, or given back, on the way.
  public var passes: Int
}
