/// The digests of one model's replications, as they are committed beside the scenario.
///
/// Equal digests of events mean that the same happened in the same order; of books, that the same
/// was posted; of outcomes, that every payment ended alike.
public struct Fingerprint: Hashable, Sendable {
  /// The scenario: the name of its file without `.yaml`.
  public var scenario: String
  /// The model's name.
  public var model: String
  /// How many replications the digests are of.
  public var replications: Int
  /// The seed of every stream.
  public var seed: UInt64
  /// The digest of the scenario's files.
  public var scenarioDigest: String
  /// Where it was made: digests depend on the last bit of the logarithm.
  public var platform: String
  /// Digests of events, of books and of outcomes, 16 hexadecimal digits each.
  public var events, books, outcomes: String
  /// Why it is as it is, in the words of who accepted it.
  public var because: String

  /// A fingerprint of its parts.
  public init(
    scenario: String, model: String, replications: Int, seed: UInt64, scenarioDigest: String,
    platform: String, events: String, books: String, outcomes: String, because: String
  ) {
    (self.scenario, self.model, self.replications) = (scenario, model, replications)
    (self.seed, self.scenarioDigest, self.platform) = (seed, scenarioDigest, platform)
    (self.events, self.books, self.outcomes) = (events, books, outcomes)
    self.because = because
  }

  /// The fingerprints of what was run, one a model, in the order of the models.
  public static func all(
    of comparison: Comparison, scenario: String, platform: String, because: String
  ) -> [Fingerprint] {
    comparison.models.map { model in
      Fingerprint(
        scenario: scenario, model: model.name, replications: comparison.header.replications,
        seed: comparison.header.seed, scenarioDigest: "\(comparison.header.scenarioDigest)",
        platform: platform, events: "\(model.events)", books: "\(model.books)",
        outcomes: "\(model.outcomes)", because: because)
    }
  }

  /// Whether another says the same, whoever says why.
  public func agrees(with other: Fingerprint) -> Bool {
    var copy = other
    copy.because = because
    return self == copy
  }
}
