/// What one replication gives of a figure; the rule of all that is said of a figure over
/// replications stands here, for readers in `Reports/README.md`.
///
/// A payment that never arrives is later than all others, not absent. So a replication gives
/// - a *value*;
/// - *later than the horizon* (censored): a quantile or the longest time falls among payments that
///   are open at the horizon, and only a bound below it is known. A mean over replications of which
///   one is censored is not known, nor is anything that is judged by it; the median over the
///   replications is, with the censored ones behind all others;
/// - *no observation*: nothing was there to be measured. It censors nothing, it is not counted.
///
/// A mean, an interval or a difference is thus never one of the survivors alone.
public enum Observation: Hashable, Sendable {
  /// A number.
  case value(Double)
  /// Later, or more, than this number: how much is not known. Of a difference of which nothing is
  /// known the number is −∞.
  case laterThan(Double)
  /// Nothing to measure.
  case nothing

  /// A value, or nothing to measure.
  public init(_ value: Double?) {
    self = value.map { .value($0) } ?? .nothing
  }

  /// The value, or the number below it; `nil` where nothing was measured.
  var bound: Double? {
    switch self {
    case .value(let number), .laterThan(let number): number
    case .nothing: nil
    }
  }

  /// Whether it is known only to be later than a number.
  var isCensored: Bool {
    if case .laterThan = self { true } else { false }
  }

  /// The same in a unit that is so much larger.
  func divided(by size: Double) -> Observation {
    switch self {
    case .value(let number): .value(number / size)
    case .laterThan(let number): .laterThan(number / size)
    case .nothing: .nothing
    }
  }

  /// The mean of two replications that make one value; nothing where one of them has none.
  func mean(with other: Observation) -> Observation {
    guard let bound, let others = other.bound else { return .nothing }
    let mean = (bound + others) / 2
    return isCensored || other.isCensored ? .laterThan(mean) : .value(mean)
  }

  /// What it is less another of the same replication.
  ///
  /// Where one of the two is missing the difference is not known, so that a difference is of the
  /// same replications as the figures beside it; where both are, there is none.
  func minus(_ other: Observation) -> Observation {
    switch (self, other) {
    case (.nothing, .nothing): .nothing
    case (.value(let value), .value(let others)): .value(value - others)
    case (.laterThan(let bound), .value(let others)): .laterThan(bound - others)
    default: .laterThan(-.infinity)
    }
  }
}
