import Outcomes
import Vocabulary

/// A promise is judged by the interval of Clopper and Pearson of what was realised: with a hundred
/// points tried, some five lie outside of theirs by chance.
extension SizingFindings {
  /// Where what was realised departs from what was promised, and why, a sentence for each
  /// arrangement and direction; one sentence where nothing departs, none where nothing was tried.
  ///
  /// - Parameter groups: Those of one model.
  func trials(_ groups: [SizingGroup]) -> [String] {
    if let sentence = oneObservation(groups) { return [sentence] }
    guard groups.contains(where: { !$0.tried.isEmpty }) else { return [] }
    let misses = [SizingMiss.fewer, .more].flatMap { miss in
      SizingGroup.arrangements.compactMap { self.trial(groups, $0, miss) }
    }
    let kept =
      "Every promised level lies inside the 95 % interval of what the fresh replications realised, "
      + "where anything is held."
    return (misses.isEmpty ? [kept] : misses) + together(groups)
  }

  /// How often all currencies were kept at once, with what the model itself does, in a sentence.
  ///
  /// Each currency kept at 95 % is kept by itself: a bank lives through all of them at once, less
  /// often.
  private func together(_ groups: [SizingGroup]) -> [String] {
    guard let group = groups.first, groups.count > 1, let own = group.own else { return [] }
    let parts = sizing.together.compactMap { point -> String? in
      guard point.model == group.model, point.arrangement == own else { return nil }
      return point.realised.map { "\($0.text) (at \(Quantity.level(point.level)) each)" }
    }
    guard !parts.isEmpty else { return [] }
    let start = SizingFindings.named(own)
    return [
      "\(start), nothing waited in any currency in \(parts.listed) of the fresh replications."
    ]
  }

  /// What is told where all replications of the groups' model are one observation; else `nil`.
  private func oneObservation(_ groups: [SizingGroup]) -> String? {
    guard let model = groups.first?.model, sizing.oneObservation.contains(model) else { return nil }
    return "All replications are one observation, recorded and fresh ones, since the payments are "
      + "listed and nothing else is left to chance: what was needed is what these payments needed, "
      + "without an interval, and tells nothing of other days."
  }

  /// - Returns: `nil` where no promise of the arrangement is missed in that direction.
  private func trial(_ groups: [SizingGroup], _ arrangement: String, _ miss: SizingMiss)
    -> String?
  {
    // Currencies with the same levels and shares stand together, in the order of the groups.
    var parts: [(currencies: [String], text: String)] = []
    for group in groups {
      let points = group.tried.filter { $0.arrangement == arrangement && $0.miss == miss }
      guard !points.isEmpty else { continue }
      let text = SizingFindings.text(points)
      if let place = parts.firstIndex(where: { $0.text == text }) {
        parts[place].currencies.append(group.currency.code)
      } else {
        parts.append(([group.currency.code], text))
      }
    }
    guard !parts.isEmpty else { return nil }
    let side = miss == .fewer ? "above" : "below"
    let places = parts.map { "\($0.currencies.listed) \($0.text)" }
    return "\(SizingFindings.named(arrangement)) the promised level lies outside of the realised "
      + "interval, \(side) it, in \(places.joined(separator: "; in ")): "
      + "\(reason(miss, groups))."
  }

  /// The levels of points with what they realised: `at 95 and 99 % (realised 81.0 and 84.0 %)`.
  ///
  /// - Parameter points: One at least, of one currency and arrangement.
  private static func text(_ points: [Sizing.Point]) -> String {
    let levels = points.map { Quantity.bareLevel($0.level) }.listed
    var realised = points.map { String(Quantity.share($0.realised?.share ?? 0).dropLast(2)) }
    if Set(realised).count == 1 { realised = [realised[0]] }
    return "at \(levels) % (realised \(realised.listed) %)"
  }

  /// How a sentence on an arrangement begins.
  private static func named(_ arrangement: String) -> String {
    switch arrangement {
    case "none": "Without rebalancing"
    case "policy": "With the treasury's policy"
    default: "With tokens"
    }
  }

  /// Why what was realised may depart from what was promised.
  ///
  /// Of more held than was promised: the allocation of a higher level was cheaper, or the set that
  /// scaled it was harder.
  private func reason(_ miss: SizingMiss, _ groups: [SizingGroup]) -> String {
    switch miss {
    case .fewer where groups.contains { sizing.simulated.contains($0.model) }:
      "runs wait where the recorded flows do not"
    case .fewer:
      "the allocation fits the replications that sizing saw, and the fresh ones bring days that "
        + "were not among them"
    case .more: "on the safe side"
    }
  }
}

extension SizingFindings {
  /// What an allocation is worth where all replications are one observation.
  ///
  /// One observation has no interval: it was enough, or it was not.
  private func once(_ given: Sizing.Given, _ group: SizingGroup) -> String {
    "Your \(group.money(given.total)) is \(given.promised.share == 1 ? "" : "not ")enough for the "
      + "listed payments; when they were run, "
      + (given.realised.share == 1 ? "nothing waited." : "something waited.")
  }

  /// What the user's own allocation promises and realised, a sentence for each currency.
  ///
  /// - Returns: None without an allocation of the user's.
  func given(_ groups: [SizingGroup]) -> [String] {
    groups.compactMap { group in
      guard let given = group.given else { return nil }
      guard given.promised.low != nil else { return once(given, group) }
      let condition = group.own == "policy" ? ", topped up to it whenever possible," : ""
      let start =
        "Your \(group.money(given.total))\(condition) is enough in "
        + "\(Quantity.share(given.promised.share)) of the recorded replications (95 % interval "
        + "\(given.promised.intervalText)); \(run(group)) nothing waited in "
        + "\(Quantity.share(given.realised.share)) of the fresh ones (\(given.realised.intervalText))"
      guard let miss = given.miss else { return start + "." }
      let isLate = miss == .fewer && group.own == "policy"
      return start + (isLate ? ": those floors top up too late." : ".")
    }
  }

  /// How the user's own allocation was run.
  private func run(_ group: SizingGroup) -> String {
    group.own == "policy" ? "with the floors of the file in proportion" : "when it was run,"
  }
}
