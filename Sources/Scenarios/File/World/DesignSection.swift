import Measures
import Vocabulary

/// The keys of an experiment that say how its numbers are drawn and judged.
extension ScenarioReader {
  /// `batches` need one long replication and whole days, `variates` an even number of replications,
  /// a `control` flows without contracts; batches and a control exclude each other.
  ///
  /// Each narrows intervals and moves no replication: *batches* make a sample of one long run
  /// without its warm-up once for each replication, *antithetic* pairs let a high draw of one meet
  /// a low draw of the other, a *control* corrects for what chance made of a figure whose
  /// expectation is known.
  static let designFields = [
    Field(
      "batches", .count, .leaves("intervals are over replications"),
      "Into how many batches of whole days one long run is divided, for intervals of the figures of "
        + "all payments.", examples: ["20"]),
    Field(
      "variates", .choice(Variates.allCases.map(\.rawValue)),
      .leaves("every replication draws its own numbers"),
      "Antithetic replications come in pairs, of which the second draws the mirror image of the "
        + "first."),
    Field(
      "control", .choice([Metric.instructed.name]), .leaves("means are taken as they are"),
      "A figure whose expectation is known; means are corrected for what chance made of it."),
  ]

  /// Reads the design of an experiment whose times and number of replications are known.
  ///
  ///     experiment.replications: found 7, expected an even number: antithetic replications come …
  ///     experiment.replications: found 5, expected 1: 5 batches divide one long run
  mutating func readDesign(_ section: Section) {
    if section.has("batches") {
      experiment?.batches = section.read("batches") { ScenarioReader.whole($0, in: 2...1_000) }
    }
    experiment?.variates = section.choice("variates")
    experiment?.control = section.read("control") {
      $0 == Metric.instructed.name ? Metric.instructed : nil
    }
    guard let experiment else { return }
    if let refusal = experiment.refusal {
      let written = section["replications"] ?? section["batches"] ?? section.value
      problems.add(written.place, "experiment.replications", refusal)
    }
    checkBatches(section["batches"], of: experiment)
  }

  /// Reports batches that do not divide the counted days.
  ///
  /// Days are 24 hours from the end of the warm-up, so that a change of the clock inside leaves no
  /// whole number of them.
  private mutating func checkBatches(_ written: YAMLValue?, of experiment: Experiment) {
    guard let written, let batches = experiment.batches else { return }
    guard let days = experiment.countedDays else {
      let counted = experiment.until - experiment.countedFrom
      problems.add(
        written,
        "found \(written.found), expected whole days from a full hour, UTC, between the warm-up and "
          + "'until', which are \(counted) from \(experiment.countedFrom); a change of the clock takes or adds an hour"
      )
      return
    }
    guard days % batches == 0 else {
      problems.add(
        written,
        "found \(written.found), expected a number that divides the \(days) days that are counted")
      return
    }
    if experiment.control != nil {
      problems.add(
        written,
        "found \(written.found), expected no batches beside 'control', which needs "
          + "replications")
    }
  }

  /// Refuses a control whose expectation nobody knows. The control is the number of payments
  /// instructed. Its expectation follows from the terms of the flows, but for contracts: of these a
  /// payment becomes as many parts as conditions are met in time.
  mutating func checkControl(_ root: Section) {
    let entries = root["experiment"]?.entries ?? []
    guard experiment?.control != nil,
      let written = entries.first(where: { $0.key == "control" })?.value
    else { return }
    for flow in flows where flow.entity.contract != nil {
      problems.add(
        written,
        "found \(written.found), expected no control: how many payments the contracts of "
          + "'\(flow.entity.name)' become is known only at the end")
    }
  }
}
