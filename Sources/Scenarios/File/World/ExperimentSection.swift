import Calendars
import Vocabulary

extension ScenarioReader {
  /// Payments are instructed in `[from, until)` and followed until `until + run-out`. What is
  /// instructed in the warm-up is simulated and not counted; it ends before `until`. Every calendar
  /// in use covers the whole time.
  ///
  /// The defaults are assumed: seed 1, 100 replications, nothing followed after the end, no
  /// warm-up. Without a run-out, payments of the last hours are open at the horizon and count as
  /// later than all others.
  static let experimentShape = Shape(
    name: "experiment", description: "How the scenario is run.",
    fields: [
      Field(
        "seed", .wholeNumber, .means("1"),
        "The seed of all random numbers: the same seed gives the same payments."),
      Field("replications", .count, .means("100"), "How often the experiment is repeated."),
      Field(
        "precision", .object(precisionShape), .leaves("all replications are run"),
        "When fewer replications are enough."),
      Field(
        "from", .instant, .required, "The first instant at which payments are instructed.",
        examples: ["2026-03-06 00:00 America/New_York"]),
      Field(
        "until", .instant, .required, "The first instant at which nothing more is instructed.",
        examples: ["2026-03-14T05:00:00Z"]),
      Field(
        "run-out", .span, .means("0s"), "How long payments under way are followed after the end.",
        examples: ["4d"]),
      Field(
        "warm-up", .span, .means("0s"),
        "Payments instructed in this first stretch fill the pipes and are not counted."),
    ] + designFields)

  /// Reads how the scenario is run; the precision is read last, when figures have names.
  ///
  ///     experiment.until: found '2026-03-05T05:00:00Z', expected an instant after 'from', …
  mutating func readExperiment(_ root: Section) {
    guard let section = root.section("experiment") else { return }
    let seed = section.read("seed") { DecimalNumeral($0).flatMap(ScenarioReader.seed) }
    let replications = section.read("replications") {
      ScenarioReader.whole($0, in: 1...1_000_000)
    }
    let from = instant(section["from"])
    let until = instant(section["until"])
    let runOut = section.read("run-out") { ScenarioReader.span($0) }
    let warmUp = section.read("warm-up") { ScenarioReader.span($0) }
    precision = section["precision"]
    guard let seed, let replications, let from, let until, let runOut, let warmUp else { return }
    if let written = section["until"], from >= until {
      problems.add(written, "found \(written.found), expected an instant after 'from', \(from)")
      return
    }
    if let written = section["until"], until - from > ScenarioReader.longestExperiment {
      problems.add(
        written, "found \(written.found), expected at most ten years after 'from', \(from)")
      return
    }
    if let written = section["warm-up"], warmUp >= until - from {
      problems.add(
        written,
        "found \(written.found), expected less than the \(until - from) "
          + "between 'from' and 'until'")
      return
    }
    experiment = Experiment(
      seed: seed, replications: replications, from: from, until: until, runOut: runOut,
      warmUp: warmUp)
    readDesign(section)
  }

  /// A whole number of 64 bits without a sign. A decimal point is refused, even before zeros.
  private static func seed(_ numeral: DecimalNumeral) -> UInt64? {
    numeral.scale == 0 ? UInt64(exactly: numeral.digits) : nil
  }

  /// How long payments may be instructed, and any length of time be: ten years, so that no sum of
  /// instants can overflow.
  static let longestExperiment = TimeSpan.days(3_653)

  /// A length of time of at most ten years.
  ///
  /// - Returns: `nil` for a length without a unit, below zero, past ten years, or that is no whole
  ///   number of microseconds.
  static func span(_ text: String) -> TimeSpan? {
    TimeSpan(text).flatMap { $0 <= longestExperiment ? $0 : nil }
  }

  /// A whole number inside bounds. `1_000` is read, `1e3` and `1.0` are not.
  static func whole(_ text: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let numeral = DecimalNumeral(text), numeral.scale == 0,
      let number = Int(exactly: numeral.digits), bounds.contains(number)
    else { return nil }
    return number
  }
}

extension ScenarioReader {
  /// The clock of an identifier, compiled once.
  ///
  /// Finding the nearest of some 600 identifiers takes time: a name that is refused keeps its
  /// sentence, and none is made once the list of problems is full.
  ///
  ///     branches.LDN.zone: no time zone 'Europe/Londn': expected an IANA identifier; did you …
  mutating func zone(_ identifier: String, at written: YAMLValue) -> Zone? {
    if let zone = zones[identifier] { return zone }
    guard refusedZones[identifier] == nil, !problems.isFull || Zone.isKnown(identifier) else {
      problems.add(written, refusedZones[identifier] ?? "")
      return nil
    }
    do {
      let zone = try Zone(identifier: identifier)
      zones[identifier] = zone
      return zone
    } catch {
      refusedZones[identifier] = error.description
      problems.add(written, error.description)
      return nil
    }
  }

  /// The clock that a key names.
  mutating func zone(_ section: Section, _ key: String) -> Zone? {
    guard let written = section[key] else { return nil }
    guard let name = section.read(key, { YAMLValue.isName($0) ? $0 : nil }) else { return nil }
    return zone(name, at: written)
  }
}
