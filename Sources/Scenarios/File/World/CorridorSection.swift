import Calendars
import Vocabulary

extension ScenarioReader {
  static let hopShape = Shape(
    name: "hop", description: "A leg of a corridor: a correspondent and where it is paid.",
    fields: [
      Field("correspondent", .name, .required, "The correspondent's name."),
      Field(
        "system", .system, .required, "The system in which the leg settles.",
        examples: PublishedSystems.names),
      Field(
        "cut-off", .choice(CutOff.allCases.map(\.rawValue)), .means("interbank"),
        "Which of the system's cut-offs binds the leg."),
      Field("processing", .span, .required, "How long the correspondent works after settlement."),
      Field(
        "fee", .amount, .means("0"), "What the correspondent takes, in the corridor's currency."),
    ])

  static let corridorShape = Shape(
    name: "corridor", description: "How a currency gets from branch to branch.",
    fields: [
      Field("from", .branches, .required, "The sending branch, a list, or any."),
      Field("to", .branches, .required, "The receiving branch, a list, or any."),
      Field("currency", .currency, .required, "The currency that travels."),
      Field(
        "fees", .choice(FeeOption.allCases.map(\.rawValue)), .means("SHA"),
        "Who bears the fees of the hops: the payer, both, the beneficiary."),
      Field("hops", .list(.object(hopShape)), .required, "The legs in the order of travel."),
    ])

  /// Reads the corridors.
  mutating func readCorridors(_ root: Section) {
    for written in root.list("corridors") {
      guard let section = Section(written, as: ScenarioReader.corridorShape, problems) else {
        claims.refuseCorridors(from: nil, to: nil, in: nil)
        continue
      }
      let from = parties(section, "from", outside: false)
      let to = parties(section, "to", outside: false)
      let currency = section.read("currency") { Currency($0) }
      let option: FeeOption? = section.choice("fees")
      let hops = readHops(section, currency)
      guard let from, let to, let currency, let option, let hops else {
        claims.refuseCorridors(from: from, to: to, in: currency)
        continue
      }
      guard fits(corridors.count + pairCount(from, to), "corridors", at: written) else { continue }
      for (sender, receiver) in pairs(from, to, at: written) {
        guard let sender = sender.branch, let receiver = receiver.branch else { continue }
        add(
          Corridor(
            from: sender, to: receiver, currency: currency, hops: hops, feeOption: option),
          written)
      }
    }
  }

  private mutating func add(_ corridor: Corridor, _ written: Written) {
    let alike = corridors.first {
      $0.entity.from == corridor.from && $0.entity.to == corridor.to
        && $0.entity.currency == corridor.currency
    }
    if let alike {
      problems.add(
        written,
        "a second corridor from \(name(of: corridor.from)) to \(name(of: corridor.to)) in "
          + "\(corridor.currency), the first in line \(alike.written.place.line)")
    } else {
      corridors.append(Given(entity: corridor, written: written))
    }
  }

  /// The hops of a corridor, `nil` where one is refused.
  private mutating func readHops(_ section: Section, _ currency: Currency?) -> [Hop]? {
    let given = section.list("hops")
    if let excess = given.dropFirst(ScenarioReader.mostHops).first {
      problems.add(excess, "more than \(ScenarioReader.mostHops) hops")
    }
    let hops = given.prefix(ScenarioReader.mostHops).compactMap { readHop($0, currency) }
    return hops.isEmpty || hops.count < given.count ? nil : hops
  }

  private mutating func readHop(_ written: Written, _ currency: Currency?) -> Hop? {
    guard let section = Section(written, as: ScenarioReader.hopShape, problems) else { return nil }
    let correspondent = section.read("correspondent") { Written.isName($0) ? $0 : nil }
    let system = system(section, "system", currency)
    let cutOff: CutOff? = section.choice("cut-off")
    let processing = section.read("processing") { ScenarioReader.span($0) }
    let fee = currency.flatMap { amount(section, "fee", $0) }
    guard let correspondent, let system, let cutOff, let processing, let fee else { return nil }
    return Hop(
      correspondent: correspondent, system: system, cutOff: cutOff, processing: processing,
      fee: fee)
  }

  /// Whether so many entities may be; reports where not.
  func fits(_ count: Int, _ what: String, at written: Written) -> Bool {
    if count <= ScenarioReader.mostExpanded { return true }
    problems.add(written, "more than \(ScenarioReader.mostExpanded) \(what)")
    return false
  }

  /// How many pairs of a sender and another receiver there are.
  func pairCount(_ from: [Party], _ to: [Party]) -> Int {
    from.count * to.count - Set(from).intersection(to).count
  }

  /// Every pair of a sender and another receiver; reports where there is none.
  func pairs(_ from: [Party], _ to: [Party], at written: Written) -> [(from: Party, to: Party)] {
    let pairs = from.flatMap { sender in
      to.filter { $0 != sender }.map { (from: sender, to: $0) }
    }
    if pairs.isEmpty { problems.add(written, "from and to are the same, expected two ends") }
    return pairs
  }
}
