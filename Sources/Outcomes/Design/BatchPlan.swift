import Bookkeeping
public import Measures
import Scenarios
import Vocabulary

/// The batches of one long run: stretches of equal length, whole days from the end of the warm-up.
///
/// Batches take the place of replications where a scenario has a long memory: the warm-up is run
/// through once. How far they are independent is told by `BatchMeans.lag1`.
struct BatchPlan: Hashable, Sendable {
  /// How many batches there are.
  let count: Int
  /// The first hour that is counted, from the start of the scenario's first day, UTC.
  private let first: Int
  /// The length of a batch, in hours.
  private let hours: Int

  /// The plan of an experiment; `nil` where it has none.
  init?(_ experiment: Experiment) {
    guard let count = experiment.batches, let days = experiment.countedDays else { return nil }
    let start = CivilDate.split(experiment.from.microseconds).date.daysSinceEpoch
    self.count = count
    first = Int(experiment.countedFrom.microseconds / 3_600_000_000) - Int(start) * 24
    hours = days * 24 / count
  }

  /// The batch in which a payment was instructed. A batch starts at a full hour, so that the hour
  /// of the instruction decides.
  func place(of fact: PaymentFact) -> Int {
    (Int(fact.day) * 24 + Int(fact.hour) - first) / hours
  }

  /// The batch means of a model: one row for each figure of all payments that batches have too; none
  /// where it is later than the horizon in the whole run.
  ///
  /// - Parameters:
  ///   - values: What the run gave for each of the names.
  ///   - areDifferences: Whether they are of two models, so that they may lie anywhere.
  func rows(
    _ model: String, _ names: [Figure], _ values: [Observation], areDifferences: Bool
  ) -> [BatchRow] {
    let places = Dictionary(grouping: names.indices) { names[$0].metric }
    let scopes = (0..<count).map { Scope.batch($0 + 1) }
    return names.indices.compactMap { place in
      let name = names[place]
      guard name.scope == .all, case .value(let whole) = values[place],
        name.metric != .longestTime
      else { return nil }
      let members = places[name.metric]?.filter { names[$0].scope.isBatch } ?? []
      guard members.map({ names[$0].scope }) == scopes else { return nil }
      let means = BatchMeans(
        whole: whole, values: members.map { values[$0] }, isSum: name.metric.measure == .count,
        in: areDifferences ? -.infinity ... .infinity : name.metric.range)
      return BatchRow(
        model: model, metric: name.metric, scope: name.scope, unit: name.unit, means: means)
    }
  }
}

/// A figure of one long run with its batches: a row of `batches.csv`.
public struct BatchRow: Hashable, Sendable {
  /// The model, or `token minus batch` for a difference.
  public let model: String
  /// The metric.
  public let metric: Metric
  /// What it is of.
  public let scope: Scope
  /// What it is counted in.
  public let unit: Unit
  /// The figure with its interval and what speaks against it.
  public let means: BatchMeans
}
