import Vocabulary

extension ScenarioReader {
  /// The rate of alerts becomes `rate · times + plus` for screenings that start in the stretch.
  /// Without `branch`, `payee` and `currency` it meets every payment.
  ///
  /// `times` is at most a million. Alerts on top are all false: no more payments are refused than
  /// without the surge, they only wait.
  static let surgeShape = Shape(
    name: "screening-surge",
    description: "More alerts than usual; those on top are false, and are reviewed like any.",
    fields: [
      Field("times", .factor, .means("1"), "The alert rate is multiplied by this, at least 1."),
      Field("plus", .share, .means("0%"), "A further share of all payments raises an alert."),
      Field("branch", .branch, .leaves("every branch"), "The branch that screens."),
      Field("payee", .party, .leaves("everybody"), "Who is paid: a branch, or outside."),
      Field("currency", .currency, .leaves("every currency"), "The currency sent."),
    ] + stretchFields)

  /// Meets payments by the instant of their instruction, from which their time to credit still
  /// counts.
  ///
  /// So a late payer shows in the time of its payments, and its missing money in the payee's pool:
  /// the Basel Committee's second stress scenario, a counterparty that cannot pay (Monitoring tools
  /// for intraday liquidity management, BCBS 248, April 2013).
  static let withheldShape = Shape(
    name: "withheld-inflow",
    description: "Payments instructed in this time are sent at its end only.",
    fields: [
      Field("payer", .party, .required, "Who holds them back: a branch's clients, or outside."),
      Field("payee", .branch, .required, "The branch that would be paid."),
      Field("currency", .currency, .leaves("every currency"), "The currency sent."),
    ] + stretchFields)

  /// Multiplies the mid rate from an instant on, in every model alike; totals stay at the rates as
  /// given.
  ///
  /// `-5%` takes 5 % off the rate that holds then, whichever way it moves otherwise; the jump lasts
  /// to the end.
  static let shockShape = Shape(
    name: "rate-shock", description: "A mid rate jumps and stays there.",
    fields: [
      Field("pair", .scalar(Form.pair), .required, "A pair of the exchange rates."),
      Field("at", .instant, .required, "When it jumps."),
      Field(
        "by", .signedShare, .required, "By how much of itself.", examples: ["-5%"]),
    ])

  /// A surge that raises something.
  ///
  ///     disturbances[16].screening-surge: found neither times nor plus, expected more alerts …
  ///
  /// - Returns: `nil` where a term is refused, or neither `times` nor `plus` raises anything.
  mutating func surge(_ section: Section) -> Disturbance? {
    let during = stretch(section)
    let times = section.read("times") { text in
      ScenarioReader.factor(text, atMost: 1e6).flatMap { $0 >= 1 ? $0 : nil }
    }
    let plus = section.read("plus", ScenarioReader.share)
    let branch = branch(section, "branch")
    let payee = party(section, "payee")
    let currency = section.read("currency") { Currency($0) }
    guard let during, let times, let plus, branch != nil || !section.has("branch"),
      payee != nil || !section.has("payee"), currency != nil || !section.has("currency")
    else { return nil }
    guard times > 1 || plus > 0 else {
      problems.add(section.value, "found neither times nor plus, expected more alerts than usual")
      return nil
    }
    return .screeningSurge(
      ScreeningSurge(
        during: during, times: times, plus: plus, branch: branch, payee: payee, currency: currency))
  }

  /// A payer whose payments some flow has.
  ///
  /// Where the file has other problems, that no flow pays so is not told: a flow may have been
  /// refused.
  ///
  /// - Returns: `nil` where a term is refused or no payment could be held back.
  mutating func withheldInflow(_ section: Section) -> Disturbance? {
    let during = stretch(section)
    let payer = party(section, "payer")
    let payee = branch(section, "payee")
    let currency = section.read("currency") { Currency($0) }
    guard let during, let payer, let payee, currency != nil || !section.has("currency") else {
      return nil
    }
    let inflow = WithheldInflow(during: during, payer: payer, payee: payee, currency: currency)
    let isMet = isTravelled(from: payer, to: .branch(payee), in: currency)
    guard isMet || !problems.isEmpty else {
      problems.add(section.value, "no flow pays so, expected payments that can be held back")
      return nil
    }
    return .withheldInflow(inflow)
  }

  /// Whether payments go between two ends, in a currency or in any.
  ///
  /// Also where a flow draws its ends and could draw these.
  ///
  /// - Complexity: O(corridors and ends) at the first question, O(flows that draw their ends) after.
  private mutating func isTravelled(from: Party, to: Party, in currency: Currency?) -> Bool {
    if travelled.isEmpty {
      for (corridor, _) in corridors {
        travelled.insert(Ends(from: corridor.from, to: corridor.to, currency: corridor.currency))
        travelled.insert(Ends(from: corridor.from, to: corridor.to, currency: nil))
      }
    }
    if travelledBySpreads.count < spreads.count {
      travelledBySpreads = spreads.map {
        (Set($0.ends.payers), Set($0.ends.payees), $0.corridor.currency)
      }
    }
    return travelled.contains(Ends(from: from, to: to, currency: currency))
      || travelledBySpreads.contains {
        from != to && $0.payers.contains(from) && $0.payees.contains(to)
          && (currency ?? $0.currency) == $0.currency
      }
  }

  /// Two ends, in a currency or in any.
  struct Ends: Hashable {
    let from: Party
    let to: Party
    let currency: Currency?
  }

  /// A jump of a pair of the scenario inside the simulated time.
  mutating func rateShock(_ section: Section) -> Disturbance? {
    let at = instantOfRun(section, "at")
    let factor = section.read("by", ScenarioReader.jump)
    guard let written = section["pair"], let pair = pair(written), let at, let factor else {
      return nil
    }
    return .rateShock(RateShock(pair: pair, at: at, factor: factor))
  }

  /// The place of the pair that stands here among the rates; reports where there is none.
  ///
  /// The pair is named as the rates give it: EUR/USD is not USD/EUR. Nothing is reported where a
  /// rate was refused.
  func pair(_ written: YAMLValue) -> Int? {
    if let text = written.text, let place = ratePlaces[text] { return place }
    guard !claims.rates else { return nil }
    problems.add(
      written,
      "found \(written.found), expected a pair of the exchange rates"
        + Nearest.hint(written.text ?? "", among: (rates?.rates ?? []).map(\.pairName)))
    return nil
  }

  /// One end of a payment: a branch or `outside`, no list and not `any`.
  private func party(_ section: Section, _ key: String) -> Party? {
    guard let parties = parties(section, key, outside: true) else { return nil }
    guard parties.count == 1, section[key]?.text != "any" else {
      problems.add(section[key] ?? section.value, "expected one branch or outside")
      return nil
    }
    return parties[0]
  }

  /// What a rate is multiplied by: 0.95 for `-5%`.
  ///
  /// - Returns: `nil` for no change, for −100 % and below, and above 100 %.
  private static func jump(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let numeral = DecimalNumeral(text.dropLast()),
      numeral.digits != 0, numeral.approximation > -100, numeral.approximation <= 100
    else { return nil }
    return 1 + numeral.approximation / 100
  }
}

extension Form {
  /// A change by a share of the whole.
  static let signedShare = Form.scalar(
    Scalar(
      expected: "a change above -100% and up to 100% with its sign like -5%",
      pattern: #"-?[0-9]+(\.[0-9]+)?%"#))
}
