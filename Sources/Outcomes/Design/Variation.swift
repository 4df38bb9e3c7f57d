/// What differs between the replications of a run, told from what they gave.
public enum Variation: String, Hashable, Codable, Sendable {
  /// The payments, and with them all else.
  case payments
  /// Other chance than that of the payments, which are listed: screening, the times of
  /// correspondents. Intervals tell of that chance alone.
  case otherThanPayments = "other-than-payments"
  /// Nothing: all replications are one observation, and no interval can be given.
  case nothing
}

extension Comparison {
  /// Takes in what differs between the replications; where nothing does, every figure becomes one
  /// observation.
  mutating func take(_ variation: Variation) {
    self.variation = variation
    guard variation == .nothing else { return }
    for place in rows.indices { rows[place].estimate = rows[place].estimate.asOneObservation }
    for place in monitoring.indices {
      monitoring[place].estimate = monitoring[place].estimate.asOneObservation
    }
    quantiles = quantiles.map(\.asOneObservation)
    shares = shares.map(\.asOneObservation)
    verdicts = verdicts.map(\.asOneObservation)
    if let outcome = precision {
      precision?.estimate = outcome.estimate.asOneObservation
    }
    variances = []
  }
}
