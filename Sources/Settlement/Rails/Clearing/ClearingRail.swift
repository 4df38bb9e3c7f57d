import Calendars
import Vocabulary

/// The decisions of an interbank clearing: hours and cut-offs.
enum ClearingRail {
  /// Whether payments settle now: from the opening until before the cut-off.
  ///
  /// - Parameter window: The system's first window that closes after `now`.
  static func isOpen(at now: Instant, in window: Window, before cutOff: CutOff) -> Bool {
    now >= window.opens && now < window.cutOff(cutOff)
  }
}
