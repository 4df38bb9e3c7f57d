import Calendars
import Vocabulary

extension ScenarioReader {
  /// The rails that run on a ledger, by their words in files.
  private static let ledgers = RailKind.allCases.filter(\.hasLedger).map(\.rawValue)

  /// Exactly one of `system`, `branch` and `ledger` is down for a stretch. A system's windows and a
  /// branch's hours are cut by it; a ledger stands still in every model that has the rail.
  static let outageShape = Shape(
    name: "outage", description: "Something is down: exactly one of system, branch and ledger.",
    fields: [
      Field("system", .system, .leaves("another is given"), "A settlement system in use."),
      Field("branch", .branch, .leaves("another is given"), "A branch with all its desks."),
      Field(
        "ledger", .choice(ledgers), .leaves("another is given"),
        "The ledger of a rail, in every model that has the rail."),
      Field(
        "validators", .object(validatorsShape), .leaves("the whole ledger is down"),
        "The validators lost by a permissioned ledger."),
    ] + stretchFields)

  /// Where a third of the validators or less are lost, the ledger goes on and there is no outage.
  static let validatorsShape = Shape(
    name: "validators",
    description: "Validators lost: the ledger stalls where more than a third of them are.",
    fields: [
      Field("of", .count, .required, "How many there are."),
      Field("lost", .wholeNumber, .required, "How many are lost."),
    ])

  /// A branch fails as a participant: nothing leaves it, what comes in still does. Without `for`
  /// and `until` it fails for good.
  static let failureShape = Shape(
    name: "failure", description: "A branch fails as a participant, for a time or for good.",
    fields: [Field("branch", .branch, .required, "The branch.")] + stretchFields)

  /// An outage; `nil` also where too few validators are lost to stall a ledger, which is no
  /// problem: the scenario runs as if the entry were not there.
  ///
  ///     disturbances[4].outage: found system and branch, expected exactly one of system, …
  mutating func outage(_ section: Section) -> Disturbance? {
    let during = stretch(section)
    let stalls = stalls(section)
    guard let key = onlyKey(of: ["system", "branch", "ledger"], in: section) else { return nil }
    let subject: Outage? =
      switch key {
      case "system": systemInUse(section, key).map { .system($0) }
      case "branch": branch(section, key).map { .branch($0) }
      default: ledger(section, key).map { .ledger($0) }
      }
    guard let during, let subject, let stalls, stalls else { return nil }
    return .outage(of: subject, during: during)
  }

  /// A branch and the stretch in which it fails.
  mutating func failure(_ section: Section) -> Disturbance? {
    let branch = branch(section, "branch")
    let during = stretch(section, forGood: true)
    guard let branch, let during else { return nil }
    return .failure(of: branch, during: during)
  }

  /// A rail with a ledger that some model has.
  private func ledger(_ section: Section, _ key: String) -> RailKind? {
    let kind = section.read(key) { text in
      RailKind(rawValue: text).flatMap { $0.hasLedger ? $0 : nil }
    }
    guard let written = section[key], let kind else { return nil }
    guard models.contains(where: { $0.has(kind) }) else {
      problems.add(written, "found \(written.found), but no model has this rail")
      return nil
    }
    return kind
  }

  /// Whether the ledger stalls: QBFT needs a super-majority of at least two thirds of the
  /// validators and stalls when more than a third stop (Besu documentation, QBFT).
  ///
  ///     stalls(of: 4, lost: 1)  // false: 3 of 4 are more than two thirds
  ///     stalls(of: 3, lost: 1)  // false: exactly a third is lost
  ///     stalls(of: 4, lost: 2)  // true
  ///
  /// - Returns: `true` where no validators are given: the whole ledger is down. `nil` where they
  ///   are refused.
  private func stalls(_ section: Section) -> Bool? {
    guard let written = section["validators"] else { return true }
    guard section.has("ledger") else {
      problems.add(written, "given without ledger, expected with ledger only")
      return nil
    }
    guard let terms = section.section("validators") else { return nil }
    let all = terms.read("of") { ScenarioReader.whole($0, in: 1...10_000) }
    let lost = terms.read("lost") { ScenarioReader.whole($0, in: 0...10_000) }
    guard let all, let lost else { return nil }
    guard lost <= all else {
      problems.add(written, "\(lost) lost of \(all), expected at most all of them")
      return nil
    }
    return 3 * lost > all
  }
}

/// The names in disturbances.
extension ScenarioReader {
  /// The one of several keys that is given; reports where none or several are.
  func onlyKey(of keys: [String], in section: Section) -> String? {
    let given = keys.filter { section.has($0) }
    guard let key = given.first, given.count == 1 else {
      let found = given.isEmpty ? "none" : given.joined(separator: " and ")
      problems.add(
        section.value, "found \(found), expected exactly one of \(keys.joined(separator: ", "))")
      return nil
    }
    return key
  }

  /// The system of a name that pools or hops use.
  ///
  /// - Returns: `nil`, without a further problem, where a pool or a hop asked for the name and was
  ///   refused.
  func systemInUse(_ section: Section, _ key: String) -> SystemID? {
    guard let written = section[key],
      let name = section.read(key, { YAMLValue.isName($0) ? $0 : nil })
    else { return nil }
    if let place = systems.place(ofUsed: name) { return place }
    guard !systems.asked.contains(name) else { return nil }
    problems.add(
      written,
      "found '\(YAMLValue.shown(name))', expected a system that pools or hops use"
        + Nearest.hint(name, among: systems.used.map(\.name)))
    return nil
  }

  /// The branch at a key.
  ///
  /// A member of a family is named by its own name; the family as a whole cannot be.
  func branch(_ section: Section, _ key: String) -> BranchID? {
    guard let written = section[key],
      let name = section.read(key, { YAMLValue.isName($0) ? $0 : nil })
    else { return nil }
    if let branch = branch(named: name) { return branch }
    problems.add(
      written,
      "found '\(YAMLValue.shown(name))', expected the name of a branch"
        + Nearest.hint(name, among: branchNames))
    return nil
  }
}

extension Form {
  /// One branch.
  static let branch = Form.scalar(
    Scalar(expected: "the name of a branch", pattern: nil, readsAsNumber: true))
}
