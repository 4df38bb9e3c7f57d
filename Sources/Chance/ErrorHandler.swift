import CGSL

/// The error handler of GSL, which by default ends the process.
enum ErrorHandler {
  private static let off: Void = { _ = gsl_set_error_handler_off() }()

  /// Makes GSL return its codes to whoever called it, from the first call on.
  static func switchOff() { off }
}
