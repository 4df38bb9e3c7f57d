/// Why a fingerprint, or the figures of a scenario, are not compared with committed ones.
///
/// What is not compared neither moved nor stayed the same, and counts as neither.
public enum Absence: Hashable, Sendable {
  /// None is committed.
  case nothing
  /// They are committed for these numbers of replications only, ascending, none of them what was
  /// run. The first replications are the same for any number, but not their digests and means.
  case otherReplications([Int])
  /// They were made on these platforms only; digests depend on the last bit of the logarithm.
  case otherPlatforms([String])
  /// The committed fingerprint says that it is of this seed, and yet has the digests of the run.
  case otherSeed(UInt64)

  /// None at all, or none for what was run.
  static func ofCounts(_ counts: [Int]) -> Absence {
    counts.isEmpty ? .nothing : .otherReplications(Set(counts).sorted())
  }
}
