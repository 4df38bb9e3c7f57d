public import Measures

/// How what a scenario gives now stands to what is committed of it.
public struct OutcomeMovement: Hashable, Sendable {
  /// The scenario's name.
  public var scenario: String
  /// How many replications were run.
  public var replications: Int
  /// The seed of every stream.
  public var seed: UInt64 = 0
  /// Where they were run.
  public var platform = ""
  /// How the fingerprint of each model stands, in the order of the models.
  public var models: [ModelMovement]
  /// The figures that moved, the most telling first.
  public var figures: [FigureMovement]
  /// How many committed figures were compared.
  public var comparedFigures: Int
  /// Why no figures were compared; `nil` where some were.
  public var figureAbsence: Absence?
  /// Whether the scenario's file is another than the committed one of some model; `nil` where none
  /// is committed.
  public var isFileChanged: Bool?
  /// The models of committed fingerprints that the scenario does not have.
  public var strayModels: [String] = []

  /// Whether nothing moved; what is not compared cannot move.
  public var holds: Bool { figures.isEmpty && models.allSatisfy { !$0.state.isMoved } }
  /// Whether something was not compared of what is committed or can be.
  public var isIncomplete: Bool {
    figureAbsence != nil || !strayModels.isEmpty || models.contains { $0.state.absence != nil }
  }
  /// Whether all was compared, nothing moved, and what is committed is of this very file.
  public var holdsStrictly: Bool { holds && !isIncomplete && isFileChanged != true }

  /// How one model's fingerprint stands to the committed one.
  public struct ModelMovement: Hashable, Sendable {
    /// The model's name in files, and its title.
    public var name, title: String
    /// How it stands.
    public var state: State
    /// The seed of the committed one; `nil` where there is none.
    public var committedSeed: UInt64?
  }

  /// How a fingerprint stands to the committed one.
  public enum State: Hashable, Sendable {
    /// There is none to compare it with.
    case notCompared(Absence)
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
    /// Why it is not compared; `nil` where it is.
    public var absence: Absence? {
      if case .notCompared(let absence) = self { absence } else { nil }
    }
  }
}

/// A figure that is another than the committed one.
public struct FigureMovement: Hashable, Sendable {
  /// The model's name in files, and its title.
  public var model, title: String
  /// The metric.
  public var metric: Metric
  /// What it is of.
  public var scope: Scope
  /// What it is counted in.
  public var unit: Unit
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
