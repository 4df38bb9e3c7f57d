public import Vocabulary

/// How replications are run, beside what the scenario says.
public struct RunTerms: Hashable, Sendable {
  /// How many events a replication may take before it is given up.
  public var maxEvents: UInt64
  /// The seed that orders simultaneous events of one phase; `nil` for first in, first out.
  public var shuffledTies: UInt64?

  /// The budget where nothing else is said: a thousand million events, assumed. A million payments
  /// take some five million.
  public static let usualMaxEvents: UInt64 = 1_000_000_000

  /// The usual terms, unless given.
  public init(maxEvents: UInt64 = usualMaxEvents, shuffledTies: UInt64? = nil) {
    (self.maxEvents, self.shuffledTies) = (maxEvents, shuffledTies)
  }
}

/// A replication that was given up, since it took more events than it may.
public struct TooManyEvents: Error, Hashable, Sendable {
  /// The model's name in files.
  public let model: String
  /// The replication, from 0.
  public let replication: UInt32
  /// How many events it may take.
  public let maxEvents: UInt64
  /// The simulated instant that it had reached.
  public let reached: Instant
  /// What most of its last events were: `steps of payments`.
  public let commonest: String
  /// How many of the last events were of that kind.
  public let count: Int
  /// How many of the last events were looked at.
  public let watched: Int
}

extension TooManyEvents: CustomStringConvertible {
  /// The reason as one sentence without a full stop.
  public var description: String {
    "model '\(model)', replication \(replication): \(maxEvents) events took it to \(reached) "
      + "only; \(count) of the last \(watched) were \(commonest)"
  }
}

/// Why a scenario cannot be compiled for running.
public enum WorldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Its hours reach past the years of a calendar.
  case hours(String)
  /// A treasurer's look at the past took more events than a replication may.
  case tooManyEvents(TooManyEvents)
  /// Two names that would draw the same numbers.
  case names(String)

  /// The reason as one sentence without a full stop.
  public var description: String {
    switch self {
    case .hours(let reason), .names(let reason): reason
    case .tooManyEvents(let error): error.description
    }
  }
}
