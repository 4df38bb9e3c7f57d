/// How what a scenario gives now stands to what is committed of it.
public struct OutcomeMovement: Hashable, Sendable {
  /// The scenario's name.
  public var scenario: String
  /// How many replications were run.
  public var replications: Int
  /// How the fingerprint of each model stands, in the order of the models.
  public var models: [ModelMovement]
  /// The figures that moved, the most telling first.
  public var figures: [FigureMovement]
  /// How many committed figures were compared; 0 where none are committed for so many replications.
  public var comparedFigures: Int
  /// Whether the scenario's file is another than the committed one; `nil` where none is committed.
  public var isFileChanged: Bool?
  /// For which numbers of replications something is committed, in ascending order.
  public var committedCounts: [Int] = []

  /// Whether nothing moved; what is not committed cannot move.
  public var holds: Bool { figures.isEmpty && models.allSatisfy { !$0.state.isMoved } }
  /// Whether something is missing of what can be committed.
  public var isIncomplete: Bool {
    comparedFigures == 0 && figures.isEmpty || models.contains { $0.state == .new }
  }

  /// How one model's fingerprint stands to the committed one.
  public struct ModelMovement: Hashable, Sendable {
    /// The model's name in files, and its title.
    public var name, title: String
    /// How it stands.
    public var state: State
  }

  /// How a fingerprint stands to the committed one.
  public enum State: Hashable, Sendable {
    /// None is committed for so many replications.
    case new
    /// It was made elsewhere, so that digests cannot be compared.
    case madeOn(String)
    /// The same happened.
    case same
    /// Other events or another order of them, but the same books and outcomes.
    case order
    /// Other postings, though every payment ended alike.
    case books
    /// Payments ended otherwise.
    case outcomes

    /// Whether it is another than the committed one.
    public var isMoved: Bool { [.order, .books, .outcomes].contains(self) }
  }
}

/// A figure that is another than the committed one.
public struct FigureMovement: Hashable, Sendable {
  /// The model's name in files, and its title.
  public var model, title: String
  /// The metric, what it is of, and its unit.
  public var metric, scope, unit: String
  /// What is committed and what came now; `nil` where there is no such figure.
  public var before, after: Estimate?

  /// The difference of the means, where there are two.
  public var difference: Double? {
    guard let before = before?.mean, let after = after?.mean else { return nil }
    return after - before
  }

  /// How telling it is: the difference in widths of the committed interval, or in hundredths of
  /// the committed mean where that is wider; a figure that came or went, or moved across the
  /// horizon, tells most.
  var weight: Double {
    guard let before, let mean = before.mean, let difference else { return .infinity }
    let width = before.interval.map { $0.upperBound - $0.lowerBound } ?? 0
    let yardstick = max(width, mean.magnitude / 100)
    return yardstick > 0 ? difference.magnitude / yardstick : .greatestFiniteMagnitude
  }
}
