public import Vocabulary

/// One event of a run as people read it, and what it posted.
///
/// Entities are told by their names and not by their numbers, so that the events of two builds or
/// of two scenarios can be held against each other.
public struct TracedEvent: Hashable, Sendable {
  /// Its number in the run, from 0.
  public var number: Int
  /// When it happened.
  public var instant: Instant
  /// Its place in the business of that instant: `arrivals`.
  public var phase: String
  /// What happened: `suppliers:2026-03-06:3: screened`.
  public var what: String
  /// The payment that it is of; `nil` where it is of none or of many.
  public var payment: String?
  /// The entries that it posted, each with its sides.
  public var entries: [String]
  /// The IANA identifiers of the clocks of those concerned.
  public var zones: [String]
  /// The number of the event during which it was scheduled; `nil` where a timetable or a payer
  /// decided when it happens.
  public var cause: Int?

  /// An event of its parts.
  public init(
    number: Int, instant: Instant, phase: String, what: String, payment: String? = nil,
    entries: [String], zones: [String], cause: Int?
  ) {
    (self.number, self.instant, self.phase) = (number, instant, phase)
    (self.what, self.payment, self.entries) = (what, payment, entries)
    (self.zones, self.cause) = (zones, cause)
  }

  /// The digest of what happened and what was posted; neither its number nor its cause.
  public var digest: Digest {
    var digest = Digest()
    digest.combine(instant.microseconds)
    for text in [phase, what] + entries { digest.combine(bytes: text.utf8) }
    return digest
  }

  /// Whether another is the same event, be it that it posted something else.
  public func isSameEvent(as other: TracedEvent) -> Bool {
    instant == other.instant && phase == other.phase && what == other.what
  }
}

/// What a trace is of.
public struct TraceHeader: Hashable, Sendable {
  /// The version of the program that ran it.
  public var version: String
  /// The scenario's name, and the digest of its files.
  public var scenario, scenarioDigest: String
  /// The model's name in files.
  public var model: String
  /// The seed of every stream.
  public var seed: UInt64
  /// The replication, from 0.
  public var replication: UInt32

  /// What a trace is of.
  public init(
    version: String, scenario: String, scenarioDigest: String, model: String, seed: UInt64,
    replication: UInt32
  ) {
    (self.version, self.scenario, self.scenarioDigest) = (version, scenario, scenarioDigest)
    (self.model, self.seed, self.replication) = (model, seed, replication)
  }
}
