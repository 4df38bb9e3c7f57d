import Scenarios

/// The limits of what surrounds the rails, of what is said of a run, and of commands.
///
/// A limit states what the model leaves out, not what it does; each knows the scenarios that it
/// concerns, so that a report does not warn of rails that it has not.
extension ModelLimits {
  /// What routing, disturbances, rates and screening do not know.
  static let surroundings = [
    ModelLimit(
      .surroundings,
      "Routing knows hours, runs and mean times of work; not queues, alerts or chance."
    ) { $0.models.contains { $0.rails.count > 1 } },
    ModelLimit(.surroundings, "Routing knows when an outage ends, which nobody does.") { scenario in
      hasOutage(scenario) && scenario.models.contains { $0.rails.count > 1 }
    },
    ModelLimit(
      .surroundings,
      "Nobody foresees a disturbance: an outage that was announced cannot be described."
    ) { !$0.disturbances.isEmpty },
    ModelLimit(.surroundings, "Reviews around the clock go on while a branch is down.") {
      scenario in
      scenario.models.contains { $0.screening.reviewHours == .aroundTheClock }
        && scenario.disturbances.contains {
          if case .outage(of: .branch, during: _) = $0 { true } else { false }
        }
    },
    ModelLimit(
      .surroundings,
      "Exchange rates that walk are not tied together: a way by a third currency may "
        + "cost more or less than the direct one."
    ) { $0.rates.walk != nil && $0.rates.rates.count > 2 },
  ]

  static let hours = [
    ModelLimit.always(
      .hours,
      "Sessions that systems hold beside their regular hours (RMB CHATS on working weekends of the "
        + "mainland, the early opening of CIPS after holidays, the funding run of HVPS) are left out."
    ),
    .always(
      .hours, "Zone rules are those of Foundation's data, whose version stands in the manifest."),
    .besideRuns(
      .hours,
      "The hours of MEPS+, Lynx, UAEFTS and some cut-offs, and estimated holidays (Islamic feasts, "
        + "China after 2026), are weak; `nostro calendar systems` and `nostro calendar holidays` say "
        + "which, and a report lists those that it used."),
  ]

  static let statistics = [
    ModelLimit.always(
      .statistics, "Student's t covers too little where values are few and very skewed."),
    ModelLimit(
      .statistics,
      "An interval that was looked at until it was narrow covers a little less than its level."
    ) { $0.experiment.precision != nil },
    ModelLimit(
      .statistics, "Batches are whole days, and give intervals to the figures of payments alone."
    ) { $0.experiment.batches != nil },
    ModelLimit(
      .statistics,
      "The number of payments is the only control, and there is none in scenarios with contracts."
    ) { $0.experiment.control != nil },
    ModelLimit.always(
      .statistics,
      "Business days of BCBS 248 are value dates of the pool's system; its tools B(i) and B(ii) do "
        + "not apply, and A(iv) uses the deadlines by which payees should be credited."),
    ModelLimit.always(
      .statistics,
      "The page pictures the pools that move most in the first replication, and the first rows of "
        + "long tables; the CSV files hold the rest. Its pictures of pools over the replications "
        + "follow 200 of these at most."),
  ]

  static let messages = [
    ModelLimit(
      .messages,
      "Of an ISO 20022 message charge bearers are read and not used, and references other than the "
        + "identity are passed over."
    ) { $0.flows.contains { $0.isInFile } },
    .besideRuns(
      .messages,
      "What `nostro statement` writes has the shape of camt.053.001.08 and pacs.002.001.10, and is "
        + "not validated against their schemas."),
  ]

  static let commands = [
    ModelLimit.besideRuns(
      .commands, "With `--shuffle-ties` waiting lines stay first in, first out."),
    .besideRuns(
      .commands,
      "Fingerprints are compared on the platform on which they were made, figures everywhere."),
    .besideRuns(
      .commands,
      "`nostro bisect` sees events and postings; time that only changes its cause shows in figures "
        + "alone."),
    .besideRuns(.commands, "Any change of a file starts its sweep anew."),
    .besideRuns(
      .commands, "The memory of a sweep grows with the replications of one cell."),
    .besideRuns(
      .commands,
      "Runs set side by side are treated as independent; where they share payments the true "
        + "intervals are narrower."),
  ]

  @Sendable static func hasOutage(_ scenario: Scenario) -> Bool {
    scenario.disturbances.contains { if case .outage = $0 { true } else { false } }
  }
}
