import CGSL
public import Vocabulary

/// Daily shocks to the volume of several flows that move together.
///
/// The factor of a flow on a day is exp(σ Z − σ²/2): lognormal with mean 1. The Z of one day have
/// the given correlations and are drawn at the day's number in streams of the flows' names. The
/// order of the flows moves no factor, nor does a further pair of branches of a flow over lists; a
/// flow that joins moves none before its own name, and of those after it only what is correlated
/// with it, be it through others (`CorrelatedNormals`).
public struct CorrelatedVolumes: Hashable, Sendable {
  private let normals: CorrelatedNormals
  private let sigmas: [Double]

  /// The shocks of as many flows as `sigmas`.
  ///
  ///     try CorrelatedVolumes(of: names, correlation: [[1, 0.4], [0.3, 1]], sigmas: [0.2, 0.2])
  ///     // correlation[1][0]: found 0.3, expected 0.4 as at [0][1]
  ///
  /// - Parameters:
  ///   - names: The name of each flow's stream of volumes.
  ///   - correlation: A square matrix, symmetric, 1 on the diagonal, positive definite.
  ///   - sigmas: The standard deviation of the logarithm of each flow's factor, 0 or more.
  /// - Throws: The first place that cannot be meant.
  public init(of names: [StreamName], correlation: [[Double]], sigmas: [Double])
    throws(InvalidProfile)
  {
    precondition(names.count == sigmas.count, "every flow has a name")
    for (flow, sigma) in sigmas.enumerated() where !(sigma.isFinite && sigma >= 0) {
      throw InvalidProfile(
        place: "sigmas[\(flow)]", found: "\(sigma)", expected: "a finite number of at least 0")
    }
    try CorrelatedVolumes.check(correlation, flows: sigmas.count)
    do throws(CorrelatedNormals.Contradiction) {
      normals = try CorrelatedNormals(names, correlation: correlation)
    } catch {
      throw InvalidProfile(
        place: "correlation[\(error.place)]",
        found: "correlations that contradict those of flows with names before its own",
        expected: "a positive definite matrix")
    }
    self.sigmas = sigmas
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
  /// The names of the streams that are drawn in.
  public var streams: [StreamName] { normals.streams }

  /// The factors on the flows' volumes on each of some days, in the order of days and flows:
  /// lognormal, mean 1.
  ///
  /// - Complexity: For each day a draw for each flow, and a product for each pair of flows that
  ///   correlations join.
  public func factors(on dates: some Sequence<CivilDate>, seed: UInt64, replication: UInt32)
    -> [[Double]]
  {
    let streams = normals.streams(seed: seed, replication: replication)
    return dates.map { date in
      let draw = UInt64(bitPattern: Int64(date.daysSinceEpoch))
      return zip(normals.values(streams, draw: draw), sigmas).map { z, sigma in
        sigma == 0 ? 1 : exp(sigma * z - sigma * sigma / 2)
      }
    }
  }
}
