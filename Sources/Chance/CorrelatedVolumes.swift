import CGSL
public import Vocabulary

/// Daily shocks to the volume of several flows that move together.
///
/// The factor of a flow on a day is exp(σ Z − σ²/2): lognormal with mean 1. The Z of one day have
/// the given correlations, Z = L z with L the Cholesky factor; z is drawn at (purpose volume,
/// entity flow, draw day number). A flow added at the end moves no factor of the flows before it.
public struct CorrelatedVolumes: Hashable, Sendable {
  private let factor: CholeskyFactor
  private let sigmas: [Double]

  /// The shocks of as many flows as `sigmas`.
  ///
  ///     try CorrelatedVolumes(correlation: [[1, 0.4], [0.3, 1]], sigmas: [0.2, 0.2])
  ///     // correlation[1][0]: found 0.3, expected 0.4 as at [0][1]
  ///
  /// - Parameters:
  ///   - correlation: A square matrix, symmetric, 1 on the diagonal, positive definite.
  ///   - sigmas: The standard deviation of the logarithm of each flow's factor, 0 or more.
  /// - Throws: The first place that cannot be meant.
  public init(correlation: [[Double]], sigmas: [Double]) throws(InvalidProfile) {
    for (flow, sigma) in sigmas.enumerated() where !(sigma.isFinite && sigma >= 0) {
      throw InvalidProfile(
        place: "sigmas[\(flow)]", found: "\(sigma)", expected: "a finite number of at least 0")
    }
    try CorrelatedVolumes.check(correlation, flows: sigmas.count)
    guard let factor = CholeskyFactor(correlation) else {
      let row = CholeskyFactor.firstFailingRow(of: correlation) ?? correlation.count - 1
      throw InvalidProfile(
        place: "correlation[\(row)]",
        found: "correlations that contradict those of the flows before it",
        expected: "a positive definite matrix")
    }
    (self.factor, self.sigmas) = (factor, sigmas)
  }

  private static func check(_ correlation: [[Double]], flows: Int) throws(InvalidProfile) {
    guard correlation.count == flows, flows > 0 else {
      throw InvalidProfile(
        place: "correlation", found: "\(correlation.count) rows",
        expected: flows == 0 ? "at least one flow" : "\(flows), one per flow")
    }
    for (row, values) in correlation.enumerated() {
      guard values.count == flows else {
        throw InvalidProfile(
          place: "correlation[\(row)]", found: "\(values.count) numbers",
          expected: "\(flows), one per flow")
      }
    }
    for row in 0..<flows {
      for column in 0...row {
        try check(correlation[row][column], row, column, mirror: correlation[column][row])
      }
    }
  }

  private static func check(_ value: Double, _ row: Int, _ column: Int, mirror: Double)
    throws(InvalidProfile)
  {
    let expected: String? =
      if row == column {
        value == 1 ? nil : "1, a flow with itself"
      } else if !(value > -1 && value < 1) {
        "a number between -1 and 1"
      } else {
        value == mirror ? nil : "\(mirror) as at [\(column)][\(row)]"
      }
    guard let expected else { return }
    throw InvalidProfile(
      place: "correlation[\(row)][\(column)]", found: "\(value)", expected: expected)
  }
}

extension CorrelatedVolumes {
  /// The factor on a flow's volume on a day: lognormal, mean 1.
  ///
  /// - Complexity: O(flow) draws.
  public func factor(flow: Int, on date: CivilDate, seed: UInt64, replication: UInt32) -> Double {
    let draw = UInt64(bitPattern: Int64(date.daysSinceEpoch))
    var z = 0.0
    for (entity, weight) in factor.rows[flow].enumerated() {
      let stream = RandomStream(
        seed: seed, replication: replication, purpose: .volume, entity: UInt32(entity))
      z += weight * gsl_cdf_ugaussian_Pinv(stream.uniform(draw: draw))
    }
    let sigma = sigmas[flow]
    return exp(sigma * z - sigma * sigma / 2)
  }
}
