/// The platform whose arithmetic the digests are of.
///
/// Logarithms and exponentials come from the system's library and may differ in their last bit, which a
/// digest shows: digests are compared on one platform only.
package enum Platform {
  /// Its name: `linux-x86_64`.
  package static var name: String { "\(system)-\(processor)" }

  private static var system: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "macos"
    #else
      "other"
    #endif
  }

  private static var processor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}
