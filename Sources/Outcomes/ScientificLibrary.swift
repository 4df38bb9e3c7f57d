import CGSL

/// The GNU Scientific Library with which the program runs, which need not be the one with which it
/// was built.
public enum ScientificLibrary {
  /// Its version, as `2.7.1`.
  public static var version: String { String(cString: nostro_gsl_version()) }
}
