// GSL's kinds of curve are C globals that are never written; C cannot say so.
@preconcurrency import CGSL

/// A smooth curve through points that never overshoots them: GSL's `gsl_interp_steffen`.
enum SteffenCurve {
  /// The values at `places` of the curve through the points (`x`, `y`).
  ///
  /// Two points give a straight line; GSL's curve needs three.
  ///
  /// - Precondition: `x` rises, and every place lies within it.
  static func values(throughX x: [Double], y: [Double], at places: [Double]) -> [Double] {
    precondition(x.count == y.count && x.count >= 2, "a curve goes through two points or more")
    ErrorHandler.switchOff()
    let kind = x.count == 2 ? gsl_interp_linear : gsl_interp_steffen
    let curve = Curve(kind, count: x.count)
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in curve.values(x, y, at: places) }
    }
  }

  /// The owner of GSL's coefficients.
  private struct Curve: ~Copyable {
    private let coefficients: UnsafeMutablePointer<gsl_interp>

    init(_ kind: UnsafePointer<gsl_interp_type>?, count: Int) {
      guard let coefficients = gsl_interp_alloc(kind, count) else {
        preconditionFailure("GSL has no memory for a curve through \(count) points")
      }
      self.coefficients = coefficients
    }

    deinit { gsl_interp_free(coefficients) }

    func values(
      _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, at places: [Double]
    ) -> [Double] {
      let code = gsl_interp_init(coefficients, x.baseAddress, y.baseAddress, x.count)
      precondition(code == 0, "GSL refuses a curve through \(x.count) points, code \(code)")
      return places.map {
        gsl_interp_eval(coefficients, x.baseAddress, y.baseAddress, $0, nil)
      }
    }
  }
}
