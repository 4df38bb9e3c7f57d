import Calendars
public import Scenarios

/// What the model leaves out, in sentences for readers.
///
/// The article `Limits` in `Sources/Nostro.docc` lists them all; a report states those that concern
/// its scenario.
public enum ModelLimits {
  /// Every limit, topic by topic.
  ///
  /// The order is that of the article.
  public static let all =
    banks + payments + tokens + clearing + surroundings + hours + statistics + messages + commands

  /// What the report of a scenario states: the limits that concern it, in the order of `all`, then
  /// the systems whose published hours are weak.
  ///
  /// - Complexity: O(flows + models + systems), and the pairs of ends that flows name.
  public static func sentences(for scenario: Scenario) -> [String] {
    let weak = scenario.systems.filter {
      $0.confidence.contains("low") || $0.confidence.contains("medium")
    }
    return all.filter { $0.concerns(scenario) }.map(\.sentence)
      + weak.map { "The hours of \($0.name) are of confidence '\($0.confidence)': \($0.source)." }
  }

  /// Of those with whom the bank works, and of its own treasury. These hold for every scenario.
  private static let banks = [
    ModelLimit.always(
      .banks,
      "Correspondents, dealers and outside banks always have the money to pay on: only the bank's own "
        + "pools can be short, and only the first leg of a payment waits for their money."),
    .always(.banks, "A correspondent works without a break unless the scenario gives it hours."),
    .always(.banks, "A treasury knows floors, targets and past flows, never what will come."),
    .always(
      .banks,
      "The queue of a pool is served in order: by priority, then first in, first out."),
  ]

  /// Of what becomes of a payment: returns, recalls, contracts, flows that draw their ends.
  private static let payments = [
    ModelLimit.always(.payments, "A returned payment is not tried again."),
    ModelLimit(
      .payments,
      "A recalled payment turns back when it is next called up: before any of its money has moved, "
        + "or at the payee's bank before it is credited."
    ) { $0.models.contains { $0.recalls.rate > 0 } },
    ModelLimit(
      .payments,
      "A recalled payment that stands in a clearing's queue settles first and then comes back."
    ) { $0.models.contains { $0.recalls.rate > 0 && $0.has(.interbankClearing) } },
    ModelLimit(.payments, "A dispute over a contract is raised at its last condition only.") {
      $0.flows.contains { $0.contract != nil }
    },
    ModelLimit(
      .payments, "A flow with `spread: total` follows the clock and the days of its first member."
    ) { $0.flows.contains { drawnEnds(of: $0) != nil } },
    ModelLimit(.payments, "Past 1,000, corridors are reported together.") { scenario in
      let pairs = scenario.flows.reduce(0) { sum, flow in
        sum + (drawnEnds(of: flow).map { $0.payers.count * $0.payees.count } ?? 1)
      }
      return pairs > 1_000
    },
  ]

  /// Of tokens on the bank's own ledger and on chains, and of their issuers.
  private static let tokens = [
    ModelLimit(
      .tokens,
      "With tokens all pools of a currency act as one, in every currency of the model.",
      when: isPooled
    ),
    ModelLimit(
      .tokens,
      "Tokens drawn between branches move at once; the seconds that the ledger takes for them are "
        + "left out.", when: isPooled),
    ModelLimit(
      .tokens,
      "Mint and redemption on a chain count from their block; only transfers wait for finality."
    ) { $0.models.contains { $0.chainTerms != nil } },
    ModelLimit(
      .tokens,
      "An issuer always finds buyers for its securities at par, and the market for every coin at "
        + "its spread."
    ) { $0.models.contains { $0.reserveTerms != nil } },
  ]

  /// Of clearings with queues, limits and cycles.
  private static let clearing = [
    ModelLimit(
      .clearing,
      "Limits of a clearing start anew with each window of its system; trades that settle payment "
        + "versus payment pass its queues by.", when: hasClearing),
    ModelLimit(
      .clearing,
      "An outage splits a window of a clearing in two, and its limits start anew after it."
    ) { hasClearing($0) && hasOutage($0) },
    ModelLimit(
      .clearing,
      "While a participant has failed, the queues of a clearing are not settled together."
    ) { scenario in
      hasClearing(scenario)
        && scenario.disturbances.contains { if case .failure = $0 { true } else { false } }
    },
  ]

  /// `nil` for a flow that is listed, and for one whose payments all have the same ends.
  private static func drawnEnds(of flow: Flow) -> FlowEnds? {
    guard case .generated(let generated) = flow.origin else { return nil }
    return generated.ends
  }

  @Sendable private static func isPooled(_ scenario: Scenario) -> Bool {
    scenario.models.contains { $0.rails.contains { $0.kind.traits.endsInDeposits } }
  }

  @Sendable private static func hasClearing(_ scenario: Scenario) -> Bool {
    scenario.models.contains { $0.has(.interbankClearing) }
  }
}
