/// Distributions made ready for many draws: a table for each shape of a gamma distribution, whose
/// quantiles are dear (1,300 ns by inversion, by its table about what a lognormal takes); the others
/// are as quick as they are.
public struct QuantileTables: Sendable {
  /// By ascending shape, each once.
  private let gammas: ContiguousArray<GammaTable>

  /// Tables for what is among `distributions`.
  ///
  /// - Complexity: 2 ms for each shape of a gamma distribution, however many have it.
  public init(_ distributions: some Sequence<Distribution>) {
    var shapes: Set<Double> = []
    for case .gamma(let shape, _) in distributions { shapes.insert(shape) }
    gammas = ContiguousArray(shapes.sorted().map { GammaTable(shape: $0) })
  }

  /// The value of a distribution that is not passed with a probability of `u`.
  ///
  /// A gamma distribution without a table is inverted, the same within a millionth.
  ///
  /// - Parameter u: A probability inside (0, 1).
  /// - Complexity: O(log shapes).
  public func value(of distribution: Distribution, at u: Double) -> Double {
    guard case .gamma(let shape, let scale) = distribution, let table = table(of: shape) else {
      return distribution.quantile(u)
    }
    return scale * table.quantile(u)
  }

  /// How many shapes have a table.
  public var count: Int { gammas.count }

  private func table(of shape: Double) -> GammaTable? {
    var (low, high) = (0, gammas.count)
    while low < high {
      let middle = (low + high) / 2
      if gammas[middle].shape < shape { low = middle + 1 } else { high = middle }
    }
    return low < gammas.count && gammas[low].shape == shape ? gammas[low] : nil
  }
}
