import Calendars
import Chance
import Vocabulary

extension ScenarioReader {
  /// A leg: the system in which it settles, then the correspondent who works on it. Only the last
  /// may do without a correspondent: it ends at the payee's bank. The fee is in the currency of the
  /// leg, the work in the correspondent's own hours where `correspondents:` gives it some.
  ///
  /// A leg settles where its system is open and before the cut-off that binds it: *interbank* where
  /// nothing is said, since correspondents are banks (assumed). The processing is drawn for each
  /// payment and leg.
  static let hopShape = Shape(
    name: "hop", description: "A leg of a corridor: a correspondent and where it is paid.",
    fields: [
      Field(
        "correspondent", .name, .leaves("the leg ends at the payee's bank"),
        "The correspondent's name; its hours are those under correspondents."),
      Field(
        "system", .system, .required, "The system in which the leg settles.",
        examples: PublishedSystems.names),
      Field(
        "cut-off", .choice(CutOff.allCases.map(\.rawValue)), .means("interbank"),
        "Which of the system's cut-offs binds the leg."),
      Field(
        "processing", timeForm, .required,
        "How long it is worked on after settlement, in the correspondent's hours."),
      Field(
        "fee", .amount, .means("0"), "What the correspondent takes, in the currency of the hop."),
    ])

  /// The hops of a route, `nil` where one is refused.
  ///
  /// Legs before the exchange are in the currency sent, those behind it in the one bought: so their
  /// systems and fees are.
  ///
  /// - Returns: `nil` too where the list is empty or longer than `mostHops`.
  mutating func readHops(_ section: Section, _ currency: Currency?, _ conversion: Conversion)
    -> [Hop]?
  {
    let given = section.list("hops")
    if let excess = given.dropFirst(ScenarioReader.mostHops).first {
      problems.add(excess, "more than \(ScenarioReader.mostHops) hops")
    }
    var hops: [Hop] = []
    for (place, written) in given.prefix(ScenarioReader.mostHops).enumerated() {
      let isBought = conversion.afterHops.map { place >= $0 } ?? false
      let isLast = place == given.count - 1
      if let hop = readHop(written, isBought ? conversion.creditedIn : currency, isLast) {
        hops.append(hop)
      }
    }
    return hops.isEmpty || hops.count < given.count ? nil : hops
  }

  /// The conversion of a route as far as it could be read: either key may be missing, which is
  /// reported elsewhere.
  struct Conversion {
    var creditedIn: Currency?
    var afterHops: Int?
  }

  /// A leg in a currency, which its system settles.
  ///
  /// - Returns: `nil` where a term is refused.
  private mutating func readHop(_ written: YAMLValue, _ currency: Currency?, _ isLast: Bool) -> Hop?
  {
    guard let section = Section(written, as: ScenarioReader.hopShape, problems) else { return nil }
    let correspondent = section.read("correspondent") { YAMLValue.isName($0) ? $0 : nil }
    if !isLast, !section.has("correspondent") {
      problems.add(
        written, "no correspondent, which only the last hop can do without")
      return nil
    }
    let system = system(section, "system", currency)
    let cutOff: CutOff? = section.choice("cut-off")
    let processing = time(section, "processing")
    let fee = currency.flatMap { amount(section, "fee", $0) }
    guard correspondent != nil || !section.has("correspondent"), let system, let cutOff,
      let processing, let fee
    else { return nil }
    return Hop(
      correspondent: correspondent,
      desk: correspondent.flatMap { self.correspondent(named: $0) }, system: system,
      cutOff: cutOff, processing: processing, fee: fee)
  }

  /// A length of time, given or drawn.
  static let timeForm = Form.either([.span, .object(timeDistributionShape)])

  /// A length of time at a key, given or drawn, in seconds.
  ///
  /// A single length of time is a constant. Normal and other distributions may draw below zero; the
  /// simulator takes such a draw for no time at all.
  ///
  /// - Returns: `nil` where the key is not given, and where what stands there is refused.
  func time(_ section: Section, _ key: String) -> Distribution? {
    guard let written = section[key] else { return nil }
    guard written.entries != nil else {
      return section.read(key) { ScenarioReader.span($0).map { .constant($0.inSeconds) } }
    }
    return distribution(written, ScenarioReader.timeDistributionShape) {
      ScenarioReader.span($0)?.inSeconds
    }
  }
}
