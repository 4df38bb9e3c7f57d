import Vocabulary

extension ScenarioReader {
  /// How many disturbances there may be.
  ///
  /// Assumed; each cuts the compiled hours of what it names.
  static let mostDisturbances = 1_000

  /// An entry of `disturbances:` holds one key, and the terms of that disturbance below it. They
  /// name systems in use, branches, corridors and rates, which are read before.
  static let disturbanceShape = Shape(
    name: "disturbance", description: "Exactly one of the disturbances.",
    fields: [
      one("outage", outageShape, "A system, a branch or a ledger is down."),
      one("cut-off", movedCutOffShape, "A system's cut-offs and close of one day move."),
      one("holiday", surpriseShape, "A holiday that nobody had foreseen."),
      one("screening-surge", surgeShape, "The filters raise more alerts."),
      one("withheld-inflow", withheldShape, "A payer holds payments back."),
      one("failure", failureShape, "A branch fails: nothing leaves it, what comes in still does."),
      one("rate-shock", shockShape, "A mid rate jumps."),
    ], takesOne: true)

  /// The key of one disturbance.
  private static func one(_ key: String, _ shape: Shape, _ description: String) -> Field {
    Field(key, .object(shape), .leaves("another is given"), description)
  }

  /// Reads what does not go as planned. Entries are independent of each other and may meet the same
  /// hours; only two moves of one cut-off exclude each other.
  mutating func readDisturbances(_ root: Section) {
    let entries = root.list("disturbances")
    if let excess = entries.dropFirst(ScenarioReader.mostDisturbances).first {
      problems.add(excess, "more than \(ScenarioReader.mostDisturbances) disturbances")
    }
    for written in entries.prefix(ScenarioReader.mostDisturbances) {
      guard let section = Section(written, as: ScenarioReader.disturbanceShape, problems) else {
        continue
      }
      let keys = ScenarioReader.disturbanceShape.fields.map(\.key)
      let given = keys.filter { section.has($0) }
      guard let key = given.first, given.count == 1 else {
        // A key that nobody knows is reported already.
        if given.isEmpty, written.entries?.isEmpty == false { continue }
        let found = given.isEmpty ? "none" : given.joined(separator: " and ")
        problems.add(
          written, "found \(found), expected exactly one of \(keys.joined(separator: ", "))")
        continue
      }
      guard let terms = section.section(key), let disturbance = disturbance(key, terms) else {
        continue
      }
      disturbances.append(disturbance)
    }
  }

  /// The disturbance of a key; `nil` where its terms are refused.
  ///
  /// - Precondition: The key is one of `disturbanceShape`.
  private mutating func disturbance(_ key: String, _ terms: Section) -> Disturbance? {
    switch key {
    case "outage": outage(terms)
    case "cut-off": movedCutOff(terms)
    case "holiday": surpriseHoliday(terms)
    case "screening-surge": surge(terms)
    case "withheld-inflow": withheldInflow(terms)
    case "failure": failure(terms)
    case "rate-shock": rateShock(terms)
    default: preconditionFailure("no disturbance \(key)")
    }
  }
}

/// The stretch of time of a disturbance.
extension ScenarioReader {
  /// `[from, from + for)` or `[from, until)`: half-open, inside the simulated time with its
  /// run-out.
  ///
  /// Instants are given in UTC or on a clock of the writer's choice, never on that of what is
  /// disturbed.
  static let stretchFields = [
    Field("from", .instant, .required, "Its first instant, inside the simulated time."),
    Field("for", .span, .leaves("until is given"), "How long it lasts.", examples: ["33min"]),
    Field("until", .instant, .leaves("for is given"), "The first instant after it."),
  ]

  /// The stretch that `from` and `for` or `until` give, inside the simulated time.
  ///
  ///     disturbances[7].outage.for: lasts until 2026-03-12T10:00:00Z, after the simulated time, …
  ///
  /// - Parameter forGood: Whether the end may be left out; then it is that of the simulated time.
  /// - Returns: `nil` where a key is refused, both ends are given, or the end is missing; all that
  ///   is reported. Also where the experiment is refused.
  mutating func stretch(_ section: Section, forGood: Bool = false) -> Range<Instant>? {
    let from = instantOfRun(section, "from")
    guard !(section.has("for") && section.has("until")) else {
      problems.add(section.value, "found for and until, expected one of them")
      return nil
    }
    if section.has("until") {
      let until = instant(section["until"])
      guard let from, let until else { return nil }
      return checked(from, until, section["until"])
    }
    if section.has("for") {
      let span = section.read("for") { text in
        ScenarioReader.span(text).flatMap { $0 > .zero ? $0 : nil }
      }
      guard let from, let span else { return nil }
      return checked(from, from + span, section["for"])
    }
    guard forGood else {
      problems.add(section.value, "found neither for nor until, expected one of them")
      return nil
    }
    guard let from, let experiment else { return nil }
    return from..<experiment.horizon
  }

  /// The stretch between two instants; reports one that is empty or runs past the horizon.
  private func checked(_ from: Instant, _ until: Instant, _ written: YAMLValue?) -> Range<Instant>?
  {
    guard let written, let experiment else { return nil }
    guard from < until else {
      problems.add(written, "found \(written.found), expected an instant after 'from', \(from)")
      return nil
    }
    guard until <= experiment.horizon else {
      problems.add(
        written,
        "lasts until \(until), after the simulated time, which ends at \(experiment.horizon)")
      return nil
    }
    return from..<until
  }

  /// The instant at a key, which lies inside the simulated time.
  ///
  /// That is `from ..< until + run-out`: something may go wrong while the last payments are
  /// followed.
  mutating func instantOfRun(_ section: Section, _ key: String) -> Instant? {
    guard let written = section[key], let found = instant(written), let experiment else {
      return nil
    }
    guard found >= experiment.from, found < experiment.horizon else {
      problems.add(
        written,
        "found \(written.found), outside the simulated time from \(experiment.from) to "
          + "\(experiment.horizon)")
      return nil
    }
    return found
  }
}
