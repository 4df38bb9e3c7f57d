import Calendars
import Scenarios
import Vocabulary

/// The hours of a clearing.
extension Simulator {
  /// Whether the clearing's system of a currency is open before its cut-off.
  mutating func clearingIsOpen(_ currency: CurrencyID) -> Bool {
    guard let system = clearing?.systems[currency], let cutOff = clearing?.cutOff,
      let window = clock.window(of: world.hours(of: system))
    else { return false }
    return ClearingRail.isOpen(at: now, in: window, before: cutOff)
  }
}
