import Chance
import Scenarios
import Vocabulary

/// Lengths of time that are drawn.
extension Simulator {
  /// The length of time that a number of (0, 1) draws.
  func drawn(_ seconds: Distribution, _ u: Double) -> TimeSpan {
    Simulator.span(ofSeconds: world.quantiles.value(of: seconds, at: u))
  }

  /// A drawn length of time; one below nothing takes none, one beyond ten years takes ten.
  static func span(ofSeconds seconds: Double) -> TimeSpan {
    let longest = TimeSpan.days(3_653).inSeconds
    return TimeSpan(microseconds: Int64(min(max(0, seconds), longest) * 1_000_000))
  }
}
