import Measures
public import Outcomes
import Vocabulary

/// A scenario that was checked, and what came of its expectations.
public struct CheckedScenario: Sendable {
  /// The file.
  public var file: String
  /// The scenario's name.
  public var name: String
  /// How many replications were run.
  public var replications: Int
  /// What differs between them.
  public var variation: Variation
  /// What came of its expectations, in the order of the file.
  public var verdicts: [Verdict]
  /// How it stands to what is committed; `nil` where that was not asked.
  public var movement: OutcomeMovement?
  /// How long its replications took, in seconds by the clock on the wall; `nil` where nobody
  /// looked.
  ///
  /// Wall time; never in what is compared or committed.
  public var seconds: Double?

  /// A scenario with what came of it.
  public init(
    file: String, name: String, replications: Int, variation: Variation = .payments,
    verdicts: [Verdict], movement: OutcomeMovement? = nil
  ) {
    (self.file, self.name, self.movement) = (file, name, movement)
    (self.replications, self.variation, self.verdicts) = (replications, variation, verdicts)
  }

  /// Whether every expectation holds and nothing moved.
  ///
  /// A scenario without expectations, of which nothing was committed, holds.
  public var holds: Bool { verdicts.allSatisfy(\.holds) && movement?.holds ?? true }
  /// Whether it also has all that can be committed, for this file, compared.
  ///
  /// What is not compared fails, so that a file that was never committed is noticed.
  public var holdsStrictly: Bool { holds && movement?.holdsStrictly ?? false }
}

/// What came of expectations as one JSON document, for programs: `nostro check --json`.
public enum CheckJSON {
  /// The scenarios with their expectations; `format` counts changes of the shape.
  ///
  /// - Parameter strays: What is committed of scenarios that there are not, a sentence each.
  ///
  /// - Parameter strays: What is committed of scenarios that there are not, a sentence each.
  /// - Returns: One document, ended by LF.
  public static func text(
    _ scenarios: [CheckedScenario], strays: [String] = [], identity: RunIdentity
  ) -> String {
    let document = JSONNode.object([
      ("format", .whole(3)),
      ("version", .string(identity.version)),
      ("without_scenario", .array(strays.map { .string($0) })),
      ("scenarios", .array(scenarios.map(member))),
    ])
    return document.text() + "\n"
  }

  private static func member(_ scenario: CheckedScenario) -> JSONNode {
    .object(
      [
        ("file", .string(scenario.file)),
        ("scenario", .string(scenario.name)),
        ("replications", .whole(scenario.replications)),
      ] + Manifest.member(scenario.variation) + [
        ("expectations", .array(scenario.verdicts.map(member))),
        ("committed", scenario.movement.map(MovementJSON.member) ?? .null),
      ])
  }

  /// A claim with what was found and how far that lies from where it should, both null where no
  /// replication gives the figure.
  private static func member(_ verdict: Verdict) -> JSONNode {
    .object([
      ("that", .string(verdict.that)),
      ("because", verdict.because.map { .string($0) } ?? .null),
      ("line", .whole(verdict.line)),
      ("holds", .boolean(verdict.holds)),
      ("unit", .string(verdict.unit.name)),
      ("found", member(verdict.found)),
      ("distance", member(verdict.distance)),
    ])
  }

  static func member(_ estimate: Estimate?) -> JSONNode {
    estimate.map { .object(Estimate.members($0)) } ?? .null
  }
}
