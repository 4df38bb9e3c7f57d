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
  private let sigmas: [Double]
  /// The flows that are correlated, ascending, and their numbers.
  private let correlated: [Int]
  private let normals: CorrelatedNormals
  /// The other flows, ascending, which move alone, and the streams of their names.
  private let alone: [Int]
  private let aloneStreams: [StreamName]

  /// The shocks of as many flows as `sigmas`, all of them correlated.
  ///
  ///     try CorrelatedVolumes(
  ///       of: names, correlation: [[1, 0.4], [0.3, 1]], sigmas: [0.2, 0.2])
  ///     // correlation[1][0]: found 0.3, expected 0.4 as at [0][1]
  ///
  /// - Parameters:
  ///   - names: The names of the flows, each another.
  ///   - correlation: A square matrix, symmetric, 1 on the diagonal, positive definite.
  ///   - sigmas: The standard deviation of the logarithm of each flow's factor, 0 or more.
  /// - Throws: The first place that cannot be meant.
  public init(of names: [StreamName], correlation: [[Double]], sigmas: [Double])
    throws(InvalidProfile)
  {
    guard !sigmas.isEmpty else {
      throw InvalidProfile(
        place: "correlation", found: correlation.count.counted("row"), expected: "at least one flow"
      )
    }
    try self.init(
      of: names, correlation: correlation, among: Array(sigmas.indices), sigmas: sigmas)
  }

  /// The shocks of as many flows as `sigmas`, of which only some are correlated.
  ///
  /// - Parameters:
  ///   - names: As above.
  ///   - correlation: As above, a row for each flow of `correlated`; none for none.
  ///   - correlated: The places of the correlated flows among `sigmas`, ascending.
  ///   - sigmas: As above.
  /// - Throws: The first place that cannot be meant.
  /// - Complexity: O(n³) in the correlated flows, O(n) in all.
  public init(
    of names: [StreamName], correlation: [[Double]], among correlated: [Int], sigmas: [Double]
  ) throws(InvalidProfile) {
    precondition(names.count == sigmas.count, "every flow has a name")
    precondition(
      zip(correlated, correlated.dropFirst()).allSatisfy(<)
        && correlated.allSatisfy(sigmas.indices.contains), "correlated flows are places in order")
    for (flow, sigma) in sigmas.enumerated() where !(sigma.isFinite && sigma >= 0) {
      throw InvalidProfile(
        place: "sigmas[\(flow)]", found: "\(sigma)", expected: "a finite number of at least 0")
    }
    try CorrelatedVolumes.check(correlation, flows: correlated.count)
    do throws(CorrelatedNormals.Contradiction) {
      normals = try CorrelatedNormals(correlated.map { names[$0] }, correlation: correlation)
    } catch {
      throw InvalidProfile(
        place: "correlation[\(error.place)]",
        found: "correlations that contradict those of flows with names before its own",
        expected: "a positive definite matrix")
    }
    let members = Set(correlated)
    alone = sigmas.indices.filter { !members.contains($0) }
    aloneStreams = alone.map { names[$0] }
    (self.sigmas, self.correlated) = (sigmas, correlated)
  }

  private static func check(_ correlation: [[Double]], flows: Int) throws(InvalidProfile) {
    guard correlation.count == flows else {
      throw InvalidProfile(
        place: "correlation", found: correlation.count.counted("row"),
        expected: "\(flows), one per flow")
    }
    for (row, values) in correlation.enumerated() {
      guard values.count == flows else {
        throw InvalidProfile(
          place: "correlation[\(row)]", found: values.count.counted("number"),
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
  public var streams: [StreamName] { normals.streams + aloneStreams }

  /// The factors on the flows' volumes on each of some days, in the order of days and flows:
  /// lognormal, mean 1.
  ///
  /// - Complexity: For each day a draw for each flow, and a product for each pair of flows that
  ///   correlations join.
  public func factors(on dates: some Sequence<CivilDate>, seed: UInt64, replication: UInt32)
    -> [[Double]]
  {
    let streams = normals.streams(seed: seed, replication: replication)
    let others = aloneStreams.map { RandomStream(seed: seed, replication: replication, $0) }
    return dates.map { date in
      let draw = UInt64(bitPattern: Int64(date.daysSinceEpoch))
      var factors = [Double](repeating: 1, count: sigmas.count)
      for (flow, z) in zip(correlated, normals.values(streams, draw: draw)) {
        factors[flow] = factor(sigmas[flow], z)
      }
      for (flow, stream) in zip(alone, others) where sigmas[flow] > 0 {
        factors[flow] = factor(
          sigmas[flow], gsl_cdf_ugaussian_Pinv(stream.uniform(draw: draw)))
      }
      return factors
    }
  }

  private func factor(_ sigma: Double, _ z: Double) -> Double {
    sigma == 0 ? 1 : exp(sigma * z - sigma * sigma / 2)
  }
}
