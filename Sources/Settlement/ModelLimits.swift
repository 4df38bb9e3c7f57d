import Calendars
public import Scenarios
import Vocabulary

/// What the model leaves out, in sentences for readers; the README's limits say the same.
public enum ModelLimits {
  /// What is true of every scenario.
  private static let general = [
    "Correspondents, dealers and outside banks always have the money to pay on: only the bank's own "
      + "pools can be short, and only the first leg of a payment waits for their money.",
    "A correspondent works without a break unless the scenario gives it hours.",
    "A treasury knows floors, targets and past flows, never what will come.",
    "Sessions that systems hold beside their regular hours (RMB CHATS on working weekends of the "
      + "mainland, the early opening of CIPS after holidays, the funding run of HVPS) are left out.",
  ]

  /// The general limits, those of what the scenario uses, and the weak facts that it rests on.
  public static func sentences(for scenario: Scenario) -> [String] {
    let weak = scenario.systems.filter {
      $0.confidence.contains("low") || $0.confidence.contains("medium")
    }
    return general + ofRails(scenario.models) + ofTerms(scenario)
      + weak.map { "The hours of \($0.name) are of confidence '\($0.confidence)': \($0.source)." }
  }

  private static func ofRails(_ models: [Model]) -> [String] {
    var limits: [String] = []
    if models.contains(where: { $0.has(.tokenizedDeposit) || $0.has(.depositToken) }) {
      limits.append(
        "Tokens drawn between branches move at once; the seconds that the ledger takes for them are "
          + "left out.")
    }
    if models.contains(where: { $0.has(.interbankClearing) }) {
      limits.append(
        "Limits of a clearing start anew with each window of its system; trades that settle payment "
          + "versus payment pass its queues by.")
    }
    if models.contains(where: { $0.chainTerms != nil }) {
      limits.append(
        "Mint and redemption on a chain count from their block; only transfers wait for finality.")
    }
    if models.contains(where: { $0.reserveTerms != nil }) {
      limits.append(
        "An issuer always finds buyers for its securities at par, and the market for every coin at "
          + "its spread.")
    }
    if models.contains(where: { $0.rails.count > 1 }) {
      limits.append(
        "Routing knows hours, runs and mean times of work; not queues, alerts or chance.")
    }
    return limits
  }

  private static func ofTerms(_ scenario: Scenario) -> [String] {
    var limits: [String] = []
    if scenario.models.contains(where: { $0.recalls.rate > 0 }) {
      limits.append(
        "A recalled payment turns back when it is next called up: before any of its money has moved, "
          + "or at the payee's bank before it is credited.")
    }
    if scenario.flows.contains(where: { $0.contract != nil }) {
      limits.append("A dispute over a contract is raised at its last condition only.")
    }
    return limits
  }
}
