public import Measures
import Scenarios

/// What the design of an experiment saved of the variance of a mean: a row of `variance.csv`.
public struct VarianceRow: Hashable, Sendable {
  /// The model, or `token minus batch` for a paired difference.
  public let model: String
  /// The metric.
  public let metric: Metric
  /// What it is of.
  public let scope: Scope
  /// What it is counted in.
  public let unit: Unit
  /// `antithetic`, `control`, or `antithetic and control`.
  public let technique: String
  /// The mean with its interval.
  public let estimate: Estimate
  /// The mean without a control.
  public let plainMean: Double
  /// The variance of the mean over that of as many independent replications, both estimated: below
  /// 1 the design has helped, above 1 it has done harm.
  public let ratio: Double
}

extension VarianceRow {
  /// One row for each figure of all payments, of a pool or of a currency that varies and that the
  /// design touches.
  static func rows(
    _ model: String, _ design: StudyDesign, _ names: [Figure], _ means: [FigureMean]
  ) -> [VarianceRow] {
    zip(names, means).compactMap { name, mean in
      guard name.scope.isOfTheWhole, let technique = design.name(isCorrected: mean.isCorrected),
        let ratio = mean.varianceRatio, let plainMean = mean.plainMean
      else { return nil }
      return VarianceRow(
        model: model, metric: name.metric, scope: name.scope, unit: name.unit,
        technique: technique, estimate: mean.estimate, plainMean: plainMean, ratio: ratio)
    }
  }
}
