public import Calendars
public import Chance
public import Vocabulary

/// The world of one scenario as it is meant: every name resolved, every unit converted.
///
/// Entities lie in arrays and know each other by their place (`EntityID`). What a file can get
/// wrong has been refused before a `Scenario` exists, so that the simulator need not ask again:
/// - every pool names a branch, a currency and a system of that currency, and no two are alike;
/// - every flow finds a pool at each branch it touches, and a route where two branches differ;
/// - every calendar covers the horizon with its run-out.
public struct Scenario: Sendable {
  /// The name, fit for a folder: letters, digits, `-`, `_`.
  public var name: String
  /// One line for the head of a report.
  public var title: String
  /// What the scenario is meant to answer.
  public var question: String
  /// What a reader should know of it.
  public var description: String
  /// How it is run.
  public var experiment: Experiment
  /// The branches, in the order of the file.
  public var branches: [Branch]
  /// The settlement systems that pools and hops use, in the order of their first use.
  public var systems: [SettlementSystem]
  /// The pools of liquidity.
  public var pools: [Pool]
  /// The correspondents with hours of their own.
  public var correspondents: [Correspondent]
  /// The ways of correspondent banking; of those with the same ends and currencies the first is
  /// preferred and the others are alternatives.
  public var routes: [CorrespondentRoute]
  /// Where payments come from.
  public var flows: [Flow]
  /// How the daily volumes of the flows move; `nil` where no flow has a `volume-sigma`.
  public var volumes: CorrelatedVolumes?
  /// What one currency is worth in another, for conversion and for totals.
  public var rates: RateTable
  /// The arrangements to compare, all on the same payments.
  public var models: [Model]
  /// What does not go as planned.
  public var disturbances: [Disturbance] = []
  /// What should hold of the outcomes.
  public var expectations: [Expectation]
  /// Which variants of it a sweep runs, if any.
  public var sweep: Sweep?
  /// What holds where the file says nothing.
  public var defaults: [DefaultTaken] = []
  /// The digest of the file and of all files that it names.
  public var digest: Digest
}

/// A key that a scenario leaves out, and what is read in its place.
public struct DefaultTaken: Hashable, Sendable {
  /// The kind of section, its key, and the text that is meant.
  public let section, key, text: String
}
