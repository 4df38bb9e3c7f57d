import Chance
import Vocabulary

/// How replications draw their numbers, where not each for itself.
public enum Variates: String, CaseIterable, Hashable, Sendable {
  /// Replications 2k and 2k + 1 draw the same numbers, the second each `u` as `1 − u`, so that
  /// what is luck in one is bad luck in the other (Hammersley and Morton, 1956).
  case antithetic
}

extension Experiment {
  /// The most replications that antithetic pairs are made of; beyond lie other uses of the address.
  private static let mostPaired: UInt32 = RandomStream.mirror

  /// The replication under whose address a replication draws its numbers.
  ///
  /// Of an antithetic pair the first draws what it would draw alone.
  public func streams(of replication: UInt32) -> UInt32 {
    guard variates == .antithetic, replication < Experiment.mostPaired else { return replication }
    return replication & 1 == 0 ? replication : (replication - 1) | RandomStream.mirror
  }

  /// How many replications a run of at most `limit` does: whole pairs where they come in pairs.
  public func replications(atMost limit: Int) -> Int {
    let count = min(replications, limit)
    return variates == .antithetic && count > 1 ? count - count % 2 : count
  }

  /// Why so many replications cannot be run, if they cannot.
  public var refusal: String? {
    if variates == .antithetic, replications % 2 != 0 {
      return "found \(replications), expected an even number: antithetic replications come in pairs"
    }
    if let batches, replications != 1 {
      return "found \(replications), expected 1: \(batches) batches divide one long run"
    }
    return nil
  }

  /// The days that are counted: 24 hours each, from the end of the warm-up.
  ///
  /// - Returns: `nil` where it is no whole number of days that starts at a full hour, UTC.
  public var countedDays: Int? {
    let day = 86_400_000_000 as Int64
    let span = (until - countedFrom).microseconds
    guard span % day == 0, countedFrom.microseconds % (day / 24) == 0 else { return nil }
    return Int(span / day)
  }
}
