public import Measures
import Scenarios

/// Watches how well a figure is known, and says when that is enough: never of one that is later than
/// the horizon in some replication.
struct PrecisionStudy: Sendable {
  private let precision: Precision
  private var values: TermValues
  private var mean: BoundedMean
  /// How many replications make a row.
  private let perRow: Int
  private var replications = 0
  private(set) var isReached = false

  /// The watch of a scenario; `nil` where it asks for none, or for a model that is not run.
  init?(_ scopes: Scopes, _ design: StudyDesign) {
    guard let precision = scopes.scenario.experiment.precision,
      Set(precision.terms.map(\.model)).isSubset(of: scopes.scenario.models.map(\.name))
    else { return nil }
    self.precision = precision
    values = TermValues(scopes)
    mean = BoundedMean(
      design, isCorrected: precision.terms.allSatisfy(\.metric.isMeanOrTotal))
    perRow = design.isPaired ? 2 : 1
  }

  /// Adds the next row, and looks at the interval where it is time to: after a pair also where it
  /// was time after its first.
  mutating func add(_ row: Row) {
    values.learnPlaces(row.figures)
    mean.add(row) { values.bounds(of: precision.terms, $0) }
    replications += perRow
    let isTime = (0..<perRow).contains { precision.isLookedAt(after: replications - $0) }
    guard isTime, let width, let limit else { return }
    isReached = isReached || width <= limit
  }

  /// Half the width of the interval; `nil` where there is none, as with a replication that is later
  /// than the horizon.
  private var width: Double? {
    mean.estimate?.interval.map { ($0.upperBound - $0.lowerBound) / 2 }
  }

  private var limit: Double? {
    switch precision.halfWidth {
    case .relative(let share): mean.estimate?.mean.map { share * abs($0) }
    case .absolute(let value): value
    }
  }

  /// What came of it so far.
  var outcome: PrecisionOutcome {
    PrecisionOutcome(
      of: precision.of, unit: precision.unit,
      estimate: mean.estimate ?? Estimate(mean: 0, interval: nil, replications: 0),
      limit: limit,
      isReached: isReached)
  }
}

/// How well a figure is known for which replications were run until it is.
public struct PrecisionOutcome: Hashable, Codable, Sendable {
  /// The figure as it is written.
  public var of: String
  /// Its unit.
  public var unit: Unit
  /// Its mean with its interval, or what is known of it.
  public var estimate: Estimate
  /// Half the width that the interval was to have, in the unit of the figure; `nil` for a share of a
  /// mean that is not known.
  public var limit: Double?
  /// Whether it has it.
  public var isReached: Bool
}
