import Calendars
import Vocabulary

/// An interbank clearing: `clearing:` of a model with that rail.
///
/// What the fields cannot say of each other is checked by `readClearingTerms`:
/// - `cycles` come with settlement `batch` or `net` and are required there; `offsetting` and `pvp`
///   come with `gross` alone;
/// - `final-after` comes with `net` alone: a gross transfer is final at once;
/// - there is one system for each currency, and every currency that flows send between branches has
///   one, which `checkCorridors` asks later, when the flows are known.
extension ScenarioReader {
  /// Times are read on the clock of `zone`, strictly ascending, and hold on every day; a cycle
  /// outside the system's window does nothing.
  static let cyclesShape = Shape(
    name: "cycles", description: "When a clearing settles what has come in.",
    fields: [
      Field(
        "times", .list(.time), .required,
        "Times of the day, ascending; a cycle while the system is closed does nothing."),
      Field("zone", .zone, .required, "The clock of the times."),
      Field(
        "final-after", .span, .means("0s"),
        "From a cycle until it is final and its credits can be spent; for net settlement."),
    ])

  /// Limits are of the net position since the system's window opened, in the currency of the
  /// amount; a list of branches gives each of them the limit, not all of them together.
  static let senderLimitShape = Shape(
    name: "sender-limit", description: "How much more a participant may send than it receives.",
    fields: [
      Field("branch", .branches, .required, "Whose outflow is limited."),
      Field(
        "limit", .money, .required, "The largest net outflow since the system's window opened."),
    ])

  /// One direction: a limit from A to B says nothing of what B may send to A.
  static let bilateralLimitShape = Shape(
    name: "bilateral-limit",
    description: "How much more a participant may send to another than it receives from it.",
    fields: [
      Field("from", .branches, .required, "Whose outflow is limited."),
      Field("to", .branches, .required, "Towards whom."),
      Field(
        "limit", .money, .required, "The largest net outflow since the system's window opened."),
    ])

  /// A clearing in its three kinds: *gross*, each payment by itself as in an RTGS, *batch*, the
  /// same at cycles only, and *net*, multilateral positions at cycles (a deferred net settlement).
  /// Defaults are assumed: gross with offsetting, at any second, everybody credits at once, no
  /// limits.
  static let clearingShape = Shape(
    name: "clearing", description: "The terms of an interbank clearing.",
    fields: [
      Field(
        "system", .either([.system, .list(.system)]), .required,
        "The system in which participants settle, one for each currency: one that never closes "
          + "clears around the clock, one with hours is a plain RTGS.",
        examples: PublishedSystems.names),
      Field(
        "cut-off", .choice(CutOff.allCases.map(\.rawValue)), .means("interbank"),
        "Which of the system's cut-offs binds a payment."),
      Field(
        "settlement", .choice(ClearingSettlement.Word.allCases.map(\.rawValue)), .means("gross"),
        "One by one as funded, one by one at cycles, or by net positions at cycles."),
      Field(
        "cycles", .object(cyclesShape), .leaves("settlement is gross"),
        "When a batch or net settlement takes place."),
      Field(
        "offsetting", .truth, .leaves("true with gross settlement"),
        "Whether standing queues are searched for sets that settle together; that they are is assumed."
      ),
      Field(
        "pvp", .truth, .means("false"),
        "Whether both legs of a foreign-exchange trade settle, or neither."),
      Field(
        "accepts", .choice(ClearingTerms.Acceptance.allCases.map(\.rawValue)), .means("at-once"),
        "When the paying side takes an instruction."),
      Field(
        "credits-at-once", .branches, .means("any"),
        "Who credits clients at once; the others do so in their posting runs and hours."),
      Field(
        "sender-limits", .list(.object(senderLimitShape)), .leaves("none"),
        "How much more participants may send than they receive."),
      Field(
        "bilateral-limits", .list(.object(bilateralLimitShape)), .leaves("none"),
        "How much more participants may send to another than they receive from it."),
    ])

  /// Reads the terms of a model's interbank clearing.
  ///
  ///     models.cycles.clearing.pvp: given with cycles, expected with settlement gross only
  ///
  /// - Returns: `nil` where the section is missing or a term is refused.
  mutating func readClearingTerms(_ model: Section) -> ClearingTerms? {
    guard let section = model.section("clearing") else { return nil }
    let systems = clearingSystems(section)
    let cutOff: CutOff? = section.choice("cut-off")
    let settlement = clearingSettlement(section)
    let pvp = section.read("pvp", ScenarioReader.truth)
    let acceptance: ClearingTerms.Acceptance? = section.choice("accepts")
    let atOnce = section.has("credits-at-once") ? branches(section, "credits-at-once") : []
    let isAny = !section.has("credits-at-once") || section["credits-at-once"]?.text == "any"
    let fees = readFees(model)
    let senders = senderLimits(section)
    let pairs = bilateralLimits(section)
    if let written = section["pvp"], pvp == true, settlement?.cycles != nil {
      problems.add(written, "given with cycles, expected with settlement gross only")
    }
    guard let systems, let cutOff, let settlement, let pvp, let acceptance, let atOnce, let fees,
      let senders, let pairs
    else { return nil }
    return ClearingTerms(
      systems: systems, cutOff: cutOff, settlement: settlement, paymentVersusPayment: pvp,
      acceptance: acceptance, creditsAtOnce: isAny ? nil : atOnce, fees: fees,
      senderLimits: senders, bilateralLimits: pairs)
  }

  /// `true` or `false`.
  static func truth(_ text: String) -> Bool? { Bool(text) }

  /// The systems, one for each currency, in the order of the file.
  ///
  /// - Returns: `nil` where one is refused or unknown; a second of a currency is reported beside
  ///   the first.
  private mutating func clearingSystems(_ section: Section) -> [ClearingSystem]? {
    guard let written = section["system"] else { return nil }
    let names = written.items ?? [written]
    var systems: [ClearingSystem] = []
    var firsts: [Currency: Place] = [:]
    for name in names {
      guard let system = clearingSystem(name) else { continue }
      if let first = firsts[system.currency] {
        problems.add(
          name,
          "a second system of \(system.currency), the first in \(first), expected one for each "
            + "currency")
      }
      firsts[system.currency] = firsts[system.currency] ?? name.place
      systems.append(system)
    }
    return systems.isEmpty || systems.count < names.count ? nil : systems
  }

  /// A system by its name, published or the scenario's own; its currency comes with it.
  private mutating func clearingSystem(_ written: YAMLValue) -> ClearingSystem? {
    guard let name = written.read(.system, problems, { YAMLValue.isName($0) ? $0 : nil }) else {
      return nil
    }
    let currency = currency(ofSystem: name)
    guard let system = system(named: name, at: written, currency), let currency else {
      return nil
    }
    return ClearingSystem(currency: currency, system: system)
  }

  /// The settlement with its cycles, which batch and net need and gross has not.
  ///
  ///     models.net.clearing.cycles: missing, expected a map of times, zone, final-after
  private mutating func clearingSettlement(_ section: Section) -> ClearingSettlement? {
    let word: ClearingSettlement.Word? = section.choice("settlement")
    let offsetting =
      section.has("offsetting") ? section.read("offsetting", ScenarioReader.truth) : true
    let cycles = section.has("cycles") ? clearingCycles(section) : nil
    guard let word, let offsetting else { return nil }
    if let written = section["offsetting"], word != .gross {
      problems.add(written, "given with settlement \(word.rawValue), expected with gross only")
    }
    if word == .gross {
      if let written = section["cycles"] {
        problems.add(written, "given with settlement gross, expected with batch or net only")
      }
      return .gross(offsetting: offsetting)
    }
    guard section.has("cycles") else {
      problems.add(
        section.value.place, "\(section.value.path).cycles",
        "missing, expected \(Form.object(ScenarioReader.cyclesShape).expected)")
      return nil
    }
    return cycles.map { word == .batch ? .batch($0) : .net($0) }
  }

  /// The cycles of a day.
  ///
  /// - Returns: `nil` where a time, the zone or the finality is refused.
  private mutating func clearingCycles(_ section: Section) -> ClearingCycles? {
    guard let cycles = section.section("cycles") else { return nil }
    let times = times(cycles.list("times"))
    let zone = zone(cycles, "zone")
    let finality = cycles.read("final-after") { ScenarioReader.span($0) }
    if let written = cycles["final-after"], section["settlement"]?.text != "net" {
      problems.add(written, "given without settlement net: a gross transfer is final at once")
    }
    guard let times, let zone, let finality else { return nil }
    return ClearingCycles(zone: zone, times: times, finality: finality)
  }
}

extension ScenarioReader {
  /// One limit for each branch that an entry names, in minor units.
  ///
  /// - Returns: `nil` where one is refused; a second of a branch and currency is reported beside
  ///   the first.
  /// - Complexity: O(branches named), 2,000 at most.
  private mutating func senderLimits(_ section: Section) -> [SenderLimit]? {
    var limits: [SenderLimit] = []
    var firsts: [RefusedEntries.BranchCurrency: Place] = [:]
    for written in section.list("sender-limits") {
      guard let item = Section(written, as: ScenarioReader.senderLimitShape, problems) else {
        return nil
      }
      let owners = branches(item, "branch")
      let limit = item.read("limit", ScenarioReader.money)
      guard let owners, let limit else { return nil }
      guard fits(limits.count + owners.count, "limits", at: written) else { return nil }
      for owner in owners {
        let key = RefusedEntries.BranchCurrency(branch: owner, currency: limit.currency)
        if let first = firsts[key] {
          problems.add(
            written,
            "a second limit of \(name(of: owner)) in \(limit.currency), the first in \(first)")
        }
        firsts[key] = firsts[key] ?? written.place
        limits.append(
          SenderLimit(branch: owner, currency: limit.currency, limit: limit.minorUnits))
      }
    }
    return limits
  }

  /// One limit for each pair of a sender and another receiver that an entry names, in minor units.
  ///
  /// - Returns: `nil` where one is refused; a second of a pair and currency is reported beside the
  ///   first.
  /// - Complexity: O(pairs named), 2,000 at most.
  private mutating func bilateralLimits(_ section: Section) -> [BilateralLimit]? {
    var limits: [BilateralLimit] = []
    var firsts: [BilateralLimit: Place] = [:]
    for written in section.list("bilateral-limits") {
      guard let item = Section(written, as: ScenarioReader.bilateralLimitShape, problems) else {
        return nil
      }
      let from = parties(item, "from", outside: false)
      let to = parties(item, "to", outside: false)
      let limit = item.read("limit", ScenarioReader.money)
      guard let from, let to, let limit else { return nil }
      guard fits(limits.count + pairCount(from, to), "limits", at: written) else { return nil }
      for (sender, receiver) in pairs(from, to, at: written) {
        guard let sender = sender.branch, let receiver = receiver.branch else { continue }
        var pair = BilateralLimit(from: sender, to: receiver, currency: limit.currency, limit: 0)
        if let first = firsts[pair] {
          problems.add(
            written,
            "a second limit of \(name(of: sender)) towards \(name(of: receiver)) in "
              + "\(limit.currency), the first in \(first)")
        }
        firsts[pair] = firsts[pair] ?? written.place
        pair.limit = limit.minorUnits
        limits.append(pair)
      }
    }
    return limits
  }
}
