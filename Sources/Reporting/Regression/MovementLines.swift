import Outcomes

/// What `check` prints of a scenario beneath its expectations.
enum MovementLines {
  /// A line for each thing that moved, for what is the same, and for what is not committed.
  static func lines(_ scenario: CheckedScenario) -> [String] {
    guard let movement = scenario.movement else { return [] }
    var lines = MovementText.sentences(movement).map { "MOVED  \($0)" }
    if !movement.holds { lines.append("       \(bisect(scenario, movement))") }
    if let same = same(movement) { lines.append("same   \(same)") }
    lines += elsewhere(movement).map { "       \($0)" }
    if let missing = missing(movement) { lines.append("new    \(missing)") }
    return lines
  }

  /// How the first differing event is found.
  static func bisect(_ scenario: CheckedScenario, _ movement: OutcomeMovement) -> String {
    let model = movement.models.first { $0.state.isMoved }?.name ?? movement.models[0].name
    guard movement.isFileChanged != true else {
      return "first differing event: nostro bisect BEFORE.yaml \(scenario.file) --model \(model)"
        .printable
    }
    return
      ("first differing event: with each build, nostro trace \(scenario.file) --model \(model) "
      + "--out BUILD.csv; then nostro bisect BEFORE.csv AFTER.csv").printable
  }

  private static func same(_ movement: OutcomeMovement) -> String? {
    let prints = movement.models.count { $0.state == .same }
    let figures =
      movement.comparedFigures - movement.figures.count { $0.before != nil }
    guard prints > 0 || figures > 0 else { return nil }
    let file =
      movement.isFileChanged == true && movement.holds
      ? "; the scenario file has changed, what comes of it has not" : ""
    return MovementText.count(prints, "fingerprint") + " and "
      + MovementText.count(figures, "figure") + file
  }

  private static func elsewhere(_ movement: OutcomeMovement) -> [String] {
    var platforms: [String] = []
    for model in movement.models {
      if case .madeOn(let name) = model.state, !platforms.contains(name) { platforms.append(name) }
    }
    return platforms.map {
      "fingerprints were made on \($0.printable) and are not compared here; figures are"
    }
  }

  private static func missing(_ movement: OutcomeMovement) -> String? {
    let prints = movement.models.count { $0.state == .new }
    var missing: [String] = []
    if prints > 0 {
      missing.append(
        prints == movement.models.count
          ? "no fingerprint" : "no fingerprint of \(MovementText.count(prints, "model"))")
    }
    if movement.comparedFigures == 0, movement.figures.isEmpty { missing.append("no figure") }
    guard !missing.isEmpty else { return nil }
    let others = movement.committedCounts.filter { $0 != movement.replications }
    return missing.joined(separator: " and ") + " committed for "
      + MovementText.count(movement.replications, "replication")
      + (others.isEmpty ? "" : ", but for \(others.map(String.init).listed)")
  }
}
