import Vocabulary

extension ScenarioReader {
  /// `rebalancing:` of a model is this section, or the word `on-demand`.
  ///
  /// `windows` and `zone` are required in windows and refused below floors, as are `policy` and
  /// `estimate`. Times hold on every day: a pool whose system is closed then takes no part.
  ///
  /// Without the key no money moves between pools but with payments. `lag` of 0 (assumed) is the
  /// mildest: money that leaves a pool is in the other at the same instant. `policy` speaks of
  /// windows only.
  static let rebalancingShape = Shape(
    name: "rebalancing", description: "When and how a batch treasury moves money.",
    fields: [
      Field(
        "when", .choice(["in-windows", "below-floor"]), .means("in-windows"),
        "At given times, or as soon as a pool falls below its floor."),
      Field("windows", .list(.time), .leaves("moved below floors"), "Times of the day, ascending."),
      Field("zone", .zone, .leaves("moved below floors"), "The clock of the times."),
      Field("lag", .span, .means("0s"), "From instruction to arrival."),
      Field(
        "policy", .choice(TransferPolicy.allCases.map(\.rawValue)), .means("optimal"),
        "How the transfers are picked: "
          + TransferPolicy.allCases.map(\.meaning).joined(separator: ", or ") + "."),
      Field(
        "estimate", .object(estimateShape), .leaves("floors and targets hold"),
        "What each pool is expected to need until its next window, in place of floor and target."),
    ])

  /// The quantile is of how far payments took a pool down in past weeks, never of the run's own.
  ///
  /// For each window and pool the samples are ordered, and the need is that of rank ⌈quantile ×
  /// samples⌉: of 100 samples and 95 %, the 95th. Samples are replications of the model's own flows
  /// without disturbances, under numbers that no run uses.
  static let estimateShape = Shape(
    name: "estimate", description: "A treasurer's estimate of needs from past flows.",
    fields: [
      Field("quantile", .shareBelowWhole, .required, "The share of the past that is covered."),
      Field(
        "samples", .count, .means("100"),
        "How many samples of the past are looked at; the number is assumed."),
    ])

  /// Reads when pools are brought back to target.
  ///
  ///     models.two.rebalancing.windows: missing, expected a list, each a time of day like 09:30
  ///     models.one.rebalancing.zone: given with when: below-floor, expected with in-windows only
  ///
  /// - Returns: `nil` where the key is not given, which means never, and where a term is refused;
  ///   the caller tells them apart.
  mutating func readRebalancing(_ model: Section) -> Rebalancing? {
    guard let written = model["rebalancing"] else { return nil }
    if written.text != nil { return readOnDemand(written, model) }
    guard let section = Section(written, as: ScenarioReader.rebalancingShape, problems) else {
      return nil
    }
    let when = section.read("when") { ["in-windows", "below-floor"].contains($0) ? $0 : nil }
    let lag = section.read("lag") { ScenarioReader.span($0) }
    guard let when else { return nil }
    guard when == "in-windows" else {
      for key in ["windows", "zone", "policy", "estimate"] where section.has(key) {
        guard let given = section[key] else { continue }
        problems.add(given, "given with when: below-floor, expected with in-windows only")
      }
      return lag.map { .belowFloor(lag: $0) }
    }
    for key in ["windows", "zone"] where !section.has(key) {
      guard let form = ScenarioReader.rebalancingShape.field(key)?.form else { continue }
      problems.add(
        written.place, "\(written.path).\(key)", "missing, expected \(form.expected)")
    }
    return readWindows(section, lag).map { .windows($0) }
  }

  /// The word `on-demand`, which needs tokens to draw: refused where no rail of the model has them.
  ///
  /// A stablecoin does not count as such tokens: it belongs to its holder, not to the bank.
  private func readOnDemand(_ written: YAMLValue, _ model: Section) -> Rebalancing? {
    guard model.read("rebalancing", { $0 == "on-demand" ? true : nil }) != nil else { return nil }
    let rails = (model["rail"]?.items ?? [model["rail"]].compactMap { $0 }).map(\.text)
    let rigid = rails.compactMap { $0 }.filter { ["correspondent", "stablecoin"].contains($0) }
    let movesTokens = rails.contains { ["tokenized-deposit", "deposit-token"].contains($0) }
    guard rigid.isEmpty || movesTokens else {
      problems.add(
        written,
        "found 'on-demand' with rail \(rigid[0]), expected windows: only tokens move at "
          + "any second")
      return nil
    }
    return .onDemand
  }

  /// The windows of a day.
  ///
  /// - Returns: `nil` where a key is missing or refused; what is missing was reported before.
  private mutating func readWindows(_ section: Section, _ lag: TimeSpan?) -> RebalancingWindows? {
    let times = section.has("windows") ? times(section.list("windows")) : nil
    let zone = zone(section, "zone")
    let policy: TransferPolicy? = section.choice("policy")
    let estimate = section.has("estimate") ? readEstimate(section) : nil
    guard let times, let zone, let lag, let policy,
      estimate != nil || !section.has("estimate")
    else { return nil }
    return RebalancingWindows(
      zone: zone, times: times, lag: lag, policy: policy, estimate: estimate)
  }

  /// The estimate: a quantile inside (0, 1), 1 to 10,000 samples.
  private func readEstimate(_ section: Section) -> NeedEstimate? {
    guard let terms = section.section("estimate") else { return nil }
    let quantile = terms.read("quantile") { text in
      ScenarioReader.share(text).flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
    }
    let samples = terms.read("samples") { ScenarioReader.whole($0, in: 1...10_000) }
    guard let quantile, let samples else { return nil }
    return NeedEstimate(quantile: quantile, samples: samples)
  }
}
