/// How sure the answer of a solver is.
public enum SolveStatus: String, Hashable, Sendable {
  /// No better answer exists.
  case optimal
  /// A good answer; its bound or its rival stands beside it.
  case heuristic
  /// The work limit came before the proof: answer and bound stand, the gap between them is open.
  case stopped
}

/// The answer of SETTLE.
public struct SettleSolution: Hashable, Sendable {
  /// `.optimal` for queues in order; `.heuristic` with bypass.
  public var status: SolveStatus
  /// How many payments settle.
  public var count: Int
  /// What they are worth, in minor units.
  public var value: Int128
  /// How many payments were taken off the end of a queue on the way.
  public var drops: Int
  /// How often all participants were looked at.
  public var sweeps: Int
}
