import CGSL

/// The Sobol sequence: points that fill the unit cube more evenly than random ones.
///
/// GSL's `gsl_qrng_sobol` (Bratley and Fox, ACM Algorithm 659), which leaves the origin out: in two
/// dimensions (0.5, 0.5), (0.75, 0.25), (0.25, 0.75) and so on. Every coordinate is a whole number
/// of 2⁻³⁰.
public struct Sobol: ~Copyable {
  /// How many dimensions the sequence has at most.
  public static let mostDimensions = 40

  private let generator: UnsafeMutablePointer<gsl_qrng>
  private let dimensions: Int

  /// The sequence before its first point.
  ///
  /// - Precondition: `dimensions` lies in 1...40.
  public init(dimensions: Int) {
    precondition((1...Sobol.mostDimensions).contains(dimensions), "Sobol points have 1 to 40 axes")
    ErrorHandler.switchOff()
    guard let generator = nostro_sobol_alloc(UInt32(dimensions)) else {
      preconditionFailure("GSL has no memory for a Sobol sequence")
    }
    (self.generator, self.dimensions) = (generator, dimensions)
  }

  deinit { gsl_qrng_free(generator) }

  /// The next point, each coordinate in 0..<1.
  ///
  /// - Precondition: Fewer than 2³⁰ points were taken.
  public mutating func next() -> [Double] {
    var point = [Double](repeating: 0, count: dimensions)
    let code = gsl_qrng_get(generator, &point)
    precondition(code == 0, "the Sobol sequence has 2³⁰ points")
    return point
  }
}
