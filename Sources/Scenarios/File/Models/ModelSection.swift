import Chance
import Vocabulary

extension ScenarioReader {
  /// A model and the sections of its rails. Which of these are needed depends on `rail`:
  /// `readRails` asks for `ledger`, `clearing`, `chain` and `issuer` where a rail has them and
  /// refuses them elsewhere.
  ///
  /// What is left out of `screening`, `returns`, `repairs` and `recalls` never happens; `exchange`
  /// left out converts at mid and without work.
  static let modelShape = Shape(
    name: "model", description: "An arrangement of rails, terms and pool policy.",
    fields: [
      Field("title", .text, .leaves("the name"), "Its name for readers."),
      Field("rail", railForm, .required, "How a payment gets from branch to branch."),
      Field(
        "routing", .choice(Routing.allCases.map(\.rawValue)), .leaves("there is one rail"),
        "Which of several rails a payment takes."),
      Field(
        "ledger", .object(ledgerShape), .leaves("the rail is correspondent"),
        "The terms of the bank's own ledger."),
      Field(
        "clearing", .object(clearingShape), .leaves("the rail is another"),
        "The terms of the interbank clearing."),
      Field(
        "fees", .list(.money), .leaves("none"),
        "What a payment by token or clearing costs the payer, by currency.", examples: ["1 USD"]),
      Field(
        "chain", .object(chainShape), .leaves("no rail has one"), "The terms of the public chain."),
      Field(
        "issuer", .object(issuerShape), .leaves("no rail has one"),
        "The terms on which tokens of the chain are minted and redeemed."),
      Field("screening", .object(screeningShape), .leaves("none"), "How payments are screened."),
      Field("returns", .object(returnsShape), .leaves("none"), "How often payments come back."),
      Field(
        "repairs", .object(repairsShape), .leaves("none"),
        "How often instructions to correspondents are repaired by people."),
      Field(
        "recalls", .object(recallsShape), .leaves("none"),
        "How often payers ask for payments back."),
      Field(
        "exchange", .object(exchangeShape), .leaves("at mid and at once"),
        "The terms of currency conversion at the receiving branch."),
      Field(
        "rebalancing", .either([.onDemand, .object(rebalancingShape)]),
        .leaves("never"),
        "When pools are brought back to target: in windows, or on-demand with tokens."),
    ])

  /// Reads the models.
  ///
  /// Past the limit none is read. A refused model is left out of the list, so that other sections
  /// see only models that are sound; expectations know the names of all.
  mutating func readModels(_ root: Section) {
    let entries = root.map("models")
    if entries.count > ScenarioReader.mostModels, let written = root["models"] {
      problems.add(
        written, "found \(entries.count) models, expected at most \(ScenarioReader.mostModels)")
      return
    }
    for entry in entries {
      if let model = readModel(entry) { models.append(model) }
    }
  }

  /// Which of several rails a payment takes; asked for where there are several. With one rail it
  /// does not matter, and `fallback` stands for it.
  private func readRouting(_ model: Section) -> Routing? {
    let hasSeveral = (model["rail"]?.items?.count ?? 1) > 1
    if let written = model["routing"], !hasSeveral {
      problems.add(written, "given with one rail, expected with a list of rails")
      return nil
    }
    guard hasSeveral else { return .fallback }
    guard model.has("routing") else {
      problems.add(
        model.value.place, "\(model.value.path).routing",
        "missing, expected \(Form.choice(Routing.allCases.map(\.rawValue)).expected)")
      return nil
    }
    return model.choice("routing")
  }

  /// A model, all of whose sections are read before the first refusal ends it, so that every
  /// problem of it is told at once.
  private mutating func readModel(_ entry: YAMLValue.Entry) -> Model? {
    guard let section = Section(entry.value, as: ScenarioReader.modelShape, problems) else {
      return nil
    }
    let title = section.read("title") { ScenarioReader.text($0) }
    let rails = readRails(section)
    let routing = readRouting(section)
    let screening = readScreening(section)
    let overrides = readScreeningOverrides(section, screening, rails)
    let returns = readReturns(section)
    let repairs = readRepairs(section)
    let recalls = readRecalls(section)
    let exchange = readExchange(section)
    let rebalancing = readRebalancing(section)
    guard let rails, let routing, let screening, let overrides, let returns, let repairs,
      let recalls, let exchange, rebalancing != nil || !section.has("rebalancing")
    else { return nil }
    return Model(
      name: entry.key, title: title ?? entry.key, rails: rails, routing: routing,
      screening: screening, screeningOverrides: overrides,
      returns: returns, repairs: repairs, recalls: recalls, exchange: exchange,
      rebalancing: rebalancing)
  }
}

extension ScenarioReader {
  /// A payment that the payee's side cannot apply: closed account, wrong name. It is found out
  /// `after` its arrival and goes its own way back, through the hours and queues of the same rail.
  static let returnsShape = Shape(
    name: "returns", description: "How often payments come back.",
    fields: [
      Field("rate", .share, .required, "The share that the beneficiary's side cannot apply."),
      Field("after", .span, .required, "How long it takes to find out and send them back."),
    ])

  /// Spreads are in whole basis points against mid, below 10,000; the dealer's is at least the
  /// desk's.
  ///
  /// The defaults are assumed: at mid, no work, delivered with the deal, in the hours of the
  /// receiving branch's desk. The market's week from Sunday 17:00 to Friday 17:00 in New York, and
  /// spot of two business days but one between US and Canadian dollars, are conventions of the
  /// market. A dealer quotes without the time of the desk's work.
  static let exchangeShape = Shape(
    name: "exchange", description: "The terms of currency conversion.",
    fields: [
      Field("spread", .basisPoints, .means("0bp"), "What the desk keeps against mid."),
      Field("processing", .span, .means("0s"), "How long the desk takes, inside its hours."),
      Field(
        "delivery", .choice(ExchangeTerms.Delivery.allCases.map(\.rawValue)), .means("at-once"),
        "When the receiving branch's deal is delivered, by the calendars of both currencies."),
      Field(
        "hours", .choice(ExchangeTerms.ExchangeHours.allCases.map(\.rawValue)), .means("desk"),
        "Whose hours: the receiving branch's desk's, or the market's, Sunday 17:00 to Friday 17:00 "
          + "in New York."),
      Field(
        "outside-hours", .choice(ExchangeTerms.OutsideHours.allCases.map(\.rawValue)),
        .means("wait"), "Outside the hours a payment waits, or a dealer quotes at once."),
      Field(
        "dealer-spread", .basisPoints, .leaves("outside-hours is wait"),
        "What the dealer keeps against mid, at least the spread.", examples: ["40bp"]),
    ])

  /// How often payments come back; never where there is no section.
  private func readReturns(_ model: Section) -> Returns? {
    guard model.has("returns") else { return Returns(rate: 0, after: .zero) }
    guard let section = model.section("returns") else { return nil }
    let rate = section.read("rate", ScenarioReader.share)
    let after = section.read("after") { ScenarioReader.span($0) }
    guard let rate, let after else { return nil }
    return Returns(rate: rate, after: after)
  }

  /// No section converts at mid, takes no work and is delivered with the deal, in the hours of the
  /// desk.
  ///
  /// - Returns: `nil` where a term is refused, a dealer without a spread among them.
  private func readExchange(_ model: Section) -> ExchangeTerms? {
    guard model.has("exchange") else {
      return ExchangeTerms(spreadBasisPoints: 0, processing: .zero, delivery: .atOnce)
    }
    guard let section = model.section("exchange") else { return nil }
    let spread = section.read("spread") { text in
      ScenarioReader.basisPoints(text).flatMap { $0 < 10_000 ? $0 : nil }
    }
    let processing = section.read("processing") { ScenarioReader.span($0) }
    let hours: ExchangeTerms.ExchangeHours? = section.choice("hours")
    let outside: ExchangeTerms.OutsideHours? = section.choice("outside-hours")
    let delivery: ExchangeTerms.Delivery? = section.choice("delivery")
    guard let spread, let processing, let delivery, let hours, let outside,
      let dealer = dealerSpread(section, outside, atLeast: spread)
    else { return nil }
    return ExchangeTerms(
      spreadBasisPoints: spread, processing: processing, hours: hours, outsideHours: outside,
      dealerSpreadBasisPoints: dealer, delivery: delivery)
  }

  /// What a dealer keeps; 0 where none quotes.
  ///
  ///     models.cheap.exchange: no dealer-spread, expected what the dealer keeps against mid
  ///
  /// - Returns: `nil` where it is missing or below the spread of the desk.
  private func dealerSpread(
    _ section: Section, _ outside: ExchangeTerms.OutsideHours, atLeast spread: Int64
  ) -> Int64? {
    guard outside == .dealer else {
      if let written = section["dealer-spread"] {
        problems.add(written, "given without a dealer, expected with outside-hours dealer only")
      }
      return 0
    }
    guard section.has("dealer-spread") else {
      problems.add(section.value, "no dealer-spread, expected what the dealer keeps against mid")
      return nil
    }
    return section.read("dealer-spread", hint: { _ in ", at least the spread" }) { text in
      ScenarioReader.basisPoints(text).flatMap { (spread..<10_000).contains($0) ? $0 : nil }
    }
  }
}
