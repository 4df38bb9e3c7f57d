import Chance
import Vocabulary

extension ScenarioReader {
  static let monthEndShape = Shape(
    name: "month-end", description: "The rise of volume at the end of a month.",
    fields: [
      Field("days", .wholeNumber, .required, "How many last calendar days of the month rise."),
      Field("factor", .factor, .required, "The factor against an ordinary day."),
    ])

  static let generatedShape = Shape(
    name: "generated-flow", description: "A flow whose payments are drawn at random.",
    fields: [
      Field(
        "from", .parties, .required,
        "Who pays: a branch's clients, a list of branches, any, or outside."),
      Field("to", .parties, .required, "Who is paid: a branch, a list, any, or outside."),
      Field(
        "spread", .choice(SpreadWord.allCases.map(\.rawValue)), .means("each"),
        "Whether lists give a flow for each pair, or one flow whose payments draw their ends."),
    ] + concentrationFields + [
      Field("currency", .currency, .required, "The currency that is sent."),
      Field(
        "credited-in", .currency, .leaves("the currency sent"),
        "The currency that is credited, bought at the receiving branch."),
      againstField,
      Field(
        "arrivals", .arrivals, .required,
        "The expected number of payments, for each pair of branches or of the whole spread.",
        examples: ["60 per business-day", "20 per day", "5 per hour"]),
      Field(
        "hours", .hours, .leaves("around the clock"),
        "Local hours of the payer over which they spread evenly."),
      Field(
        "profile", .map(Form.times, .factor), .leaves("even"),
        "How they spread over the local day: weights, each from its time until the next."),
      Field(
        "weekdays", .map(Form.weekdays, .factor), .leaves("1 on every day"),
        "Factors by day of the week."),
      Field("month-end", .object(monthEndShape), .leaves("none"), "A rise at the month's end."),
      Field(
        "amount", .object(amountDistributionShape), .required,
        "How the amounts are spread, in the currency sent."),
      Field("minimum", .positiveAmount, .leaves("one minor unit"), "A smaller draw becomes this."),
      Field(
        "maximum", .positiveAmount, .leaves("2^53 minor units, sent and credited"),
        "A larger draw becomes this."),
      Field("priority", .priority, .means("5"), "0 is the most urgent, 9 the least."),
      Field("deadline", .deadline, .leaves("none"), "Until when the payee should have it."),
      Field(
        "volume-sigma", .factor, .means("0"),
        "The standard deviation of the logarithm of the day's volume."),
      contractField,
    ])

  /// What the flows of one entry have in common.
  private struct GeneratedTerms {
    let currency: Currency
    let creditedIn: Currency
    let against: Currency?
    let sigma: Double
    let arrivals: ArrivalTerms
    let amounts: AmountTerms
    let contract: Contract?

    func corridor(_ from: Party, _ to: Party) -> Corridor {
      Corridor(from: from, to: to, currency: currency, creditedIn: creditedIn)
    }

    func flow(_ corridor: Corridor, _ ends: FlowEnds? = nil) -> Flow.Origin {
      .generated(
        GeneratedFlow(
          corridor: corridor, ends: ends, against: against, arrivalsPerDay: arrivals.perDay,
          days: arrivals.days, profile: arrivals.profile, volumeFactors: arrivals.factors,
          amount: amounts.distribution, amountBounds: amounts.bounds,
          priority: arrivals.priority, deadline: arrivals.deadline))
    }
  }

  /// Reads a flow whose payments are drawn, one for each pair of its ends, or one of the whole
  /// spread.
  mutating func readGeneratedFlow(_ entry: YAMLValue.Entry) {
    guard let section = Section(entry.value, as: ScenarioReader.generatedShape, problems) else {
      return
    }
    let from = parties(section, "from", outside: true)
    let to = parties(section, "to", outside: true)
    let word: SpreadWord? = section.choice("spread")
    guard let terms = generatedTerms(section), let from, let to, let word else { return }
    switch word {
    case .each: addPairs(entry, section, terms, from, to)
    case .total: addSpread(entry, section, terms, from, to)
    }
  }

  /// Whether only one of two keys is given, that cannot go together; reports where both are.
  func checkOneOf(_ key: String, _ other: String, _ section: Section) -> Bool {
    guard section.has(key), let written = section[other] else { return true }
    problems.add(written, "given with \(key), expected one of them")
    return false
  }

  private mutating func generatedTerms(_ section: Section) -> GeneratedTerms? {
    let currency = section.read("currency") { Currency($0) }
    let creditedIn = section.read("credited-in") { Currency($0) } ?? currency
    let against = currency.flatMap { counterCurrency(section, $0) }
    let sigma = section.read("volume-sigma") { ScenarioReader.factor($0, atMost: 5) }
    let arrivals = arrivalTerms(section)
    let amounts = currency.flatMap { currency in
      let most = largestAmount(of: currency, creditedIn: against ?? creditedIn ?? currency)
      return amountTerms(section, currency, upTo: most)
    }
    let contract = readContract(section)
    guard let currency, let creditedIn, let sigma, let arrivals, let amounts,
      against != nil || !section.has("against"), contract != nil || !section.has("contract"),
      checkOneOf("against", "contract", section)
    else { return nil }
    return GeneratedTerms(
      currency: currency, creditedIn: creditedIn, against: against, sigma: sigma,
      arrivals: arrivals, amounts: amounts, contract: contract)
  }

  private mutating func addSpread(
    _ entry: YAMLValue.Entry, _ section: Section, _ terms: GeneratedTerms, _ from: [Party],
    _ to: [Party]
  ) {
    guard let ends = spreadEnds(section, from, to),
      let payee = to.first(where: { $0 != from[0] })
    else { return }
    let corridor = terms.corridor(from[0], payee)
    guard check(corridor, section) else { return }
    use(ends, corridor, at: place(of: entry.keyValue))
    if let against = terms.against {
      let back = FlowEnds(payers: to, payees: from, concentration: ends.concentration)
      use(back, corridor.back(in: against), at: place(of: entry.keyValue))
    }
    add(
      Flow(
        name: entry.key, names: [entry.key], origin: terms.flow(corridor, ends),
        contract: terms.contract),
      sigma: terms.sigma, at: entry.keyValue)
  }

  private mutating func addPairs(
    _ entry: YAMLValue.Entry, _ section: Section, _ terms: GeneratedTerms, _ from: [Party],
    _ to: [Party]
  ) {
    for key in ["concentration", "top-ten-share"] {
      guard let written = section[key] else { continue }
      problems.add(written, "given without 'spread: total', expected with it only")
    }
    guard fits(flows.count + pairCount(from, to), "flows", at: entry.keyValue) else { return }
    let isNamed = isSingle(section, "from") && isSingle(section, "to")
    for (sender, receiver) in pairs(from, to, at: entry.keyValue) {
      let corridor = terms.corridor(sender, receiver)
      guard check(corridor, section) else { return }
      use(corridor, at: place(of: entry.keyValue))
      if let against = terms.against {
        use(corridor.back(in: against), at: place(of: entry.keyValue))
      }
      let pair = isNamed ? [] : [word(for: sender), word(for: receiver)]
      let ending = isNamed ? "" : "/\(pair.joined(separator: "-"))"
      add(
        Flow(
          name: entry.key + ending, names: [entry.key] + pair, origin: terms.flow(corridor),
          contract: terms.contract),
        sigma: terms.sigma, at: entry.keyValue)
    }
  }

  /// The name of a party in files.
  func word(for party: Party) -> String { party.branch.map { name(of: $0) } ?? "outside" }

  /// Checks that a corridor can be meant; reports at the section's keys.
  func check(_ corridor: Corridor, _ section: Section) -> Bool {
    if corridor.creditedIn != corridor.currency, corridor.to == .outside {
      problems.add(
        section["credited-in"] ?? section.value,
        "found \(corridor.creditedIn), expected \(corridor.currency): outside parties are paid in the "
          + "currency sent")
      return false
    }
    return checkTrade(corridor, section)
  }
}

extension ScenarioReader {
  /// When the payments of a flow come and what is asked of them.
  struct ArrivalTerms {
    let perDay: Double
    let days: ArrivalDays
    let profile: IntradayProfile
    let factors: VolumeFactors
    let priority: UInt8
    let deadline: DeadlineRule?
  }

  private func arrivalTerms(_ section: Section) -> ArrivalTerms? {
    let arrivals = section.read("arrivals", ScenarioReader.arrivals)
    let profile = profile(section)
    let factors = volumeFactors(section)
    let priority = section.read("priority", ScenarioReader.priority)
    let deadline = section.read("deadline", ScenarioReader.deadline)
    guard let arrivals, let profile, let factors, let priority,
      deadline != nil || !section.has("deadline")
    else { return nil }
    let most = arrivals.perDay * factors.highest
    if most > ScenarioReader.mostArrivals, let written = section["arrivals"] {
      problems.add(
        written,
        "found \(written.found), expected at most 10,000,000 payments on any day")
    }
    return ArrivalTerms(
      perDay: arrivals.perDay, days: arrivals.days, profile: profile, factors: factors,
      priority: priority, deadline: deadline)
  }

  /// How many payments a flow may expect on a day: a payment's number within it has 24 bits.
  private static let mostArrivals = 1e7

  /// Reads `60 per business-day`; an hour stands for the 24th part of every day.
  private static func arrivals(_ text: String) -> (perDay: Double, days: ArrivalDays)? {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "per", let number = factor(String(words[0]), atMost: 1e7),
      number > 0
    else { return nil }
    if words[2] == "hour" { return (number * 24, .everyDay) }
    return ArrivalDays(rawValue: String(words[2])).map { (number, $0) }
  }

  private func profile(_ section: Section) -> IntradayProfile? {
    if let written = section["profile"], section.has("hours") {
      problems.add(written, "given beside hours, expected one of them")
      return nil
    }
    if let written = section["hours"] {
      guard let hours = section.read("hours", ScenarioReader.hours) else { return nil }
      return profile(at: written) { () throws(InvalidProfile) in
        try IntradayProfile.hours(from: hours.from, to: hours.to)
      }
    }
    guard let written = section["profile"] else { return .aroundTheClock }
    let entries = section.map("profile")
    let parts = entries.compactMap { entry -> (start: WallTime, share: Double)? in
      let time = entry.keyValue.read(.scalar(Form.times), problems, ScenarioReader.timeOfDay)
      let share = entry.value.read(.factor, problems) { ScenarioReader.factor($0, atMost: 1e9) }
      return if let time, let share { (time, share) } else { nil }
    }
    guard !parts.isEmpty, parts.count == written.entries?.count else { return nil }
    return profile(at: written) { () throws(InvalidProfile) in try IntradayProfile(from: parts) }
  }

  private func volumeFactors(_ section: Section) -> VolumeFactors? {
    var weekdays = Array(repeating: 1.0, count: 7)
    for entry in section.map("weekdays") {
      let day = entry.keyValue.read(.scalar(Form.weekdays), problems) { Weekday($0) }
      let factor = entry.value.read(.factor, problems) { ScenarioReader.factor($0, atMost: 1e6) }
      guard let day, let factor else { return nil }
      weekdays[day.rawValue - 1] = factor
    }
    var (days, factor) = (0, 1.0)
    if section.has("month-end") {
      guard let monthEnd = section.section("month-end"),
        let givenDays = monthEnd.read("days", { ScenarioReader.whole($0, in: 0...28) }),
        let givenFactor = monthEnd.read("factor", { ScenarioReader.factor($0, atMost: 1e6) })
      else { return nil }
      (days, factor) = (givenDays, givenFactor)
    }
    return profile(at: section.value) { () throws(InvalidProfile) in
      try VolumeFactors(weekdays: weekdays, monthEnd: factor, monthEndDays: days)
    }
  }

  /// The result of a profile's making, its error reported at a value.
  func profile<Value>(at written: YAMLValue, _ make: () throws(InvalidProfile) -> Value) -> Value? {
    do { return try make() } catch {
      problems.add(written, error.description)
      return nil
    }
  }

  static func priority(_ text: String) -> UInt8? {
    whole(text, in: 0...9).map { UInt8($0) }
  }

  /// A number in 0...`most`.
  static func factor(_ text: String, atMost most: Double) -> Double? {
    guard let numeral = DecimalNumeral(text), !numeral.isNegative, numeral.approximation <= most
    else { return nil }
    return numeral.approximation
  }

  private static func deadline(_ text: String) -> DeadlineRule? {
    if text.hasSuffix("bd") {
      return whole(String(text.dropLast(2)), in: 0...260).map { .businessDays($0) }
    }
    return span(text).flatMap { $0 > .zero ? .after($0) : nil }
  }
}
