import Calendars
public import Scenarios
import Vocabulary

/// What the model leaves out, in sentences for readers; the README's limits say the same.
public enum ModelLimits {
  /// What is true of every scenario.
  public static let general = [
    "Correspondents and outside banks always have the money to pay on: only the bank's own pools "
      + "can be short.",
    "A correspondent works without a break: its own office hours show only through the hours of "
      + "the systems it settles in.",
    "Exchange rates are fixed for the run and deals are delivered at once: there is no spot lag "
      + "and no market outside the desks' hours.",
    "A branch knows nothing of the future: pools are topped up to their targets in windows, not "
      + "by forecast.",
    "Tokens drawn between branches move at once; the seconds that the ledger takes for them are "
      + "left out.",
    "Sessions that systems hold beside their regular hours (RMB CHATS on working weekends of the "
      + "mainland, the early opening of CIPS after holidays, the funding run of HVPS) are left out.",
  ]

  /// The general limits and the weak facts that a scenario rests on.
  public static func sentences(for scenario: Scenario) -> [String] {
    let weak = scenario.systems.filter {
      $0.confidence.contains("low") || $0.confidence.contains("medium")
    }
    return general
      + weak.map { "The hours of \($0.name) are of confidence '\($0.confidence)': \($0.source)." }
  }
}
