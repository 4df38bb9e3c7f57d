import Vocabulary

extension ScenarioReader {
  /// A public chain. Preconfirmation, inclusion in a block and finality are three instants of a
  /// transfer; `paid-at` says at which of them, or of the deposit after them, the payee counts as
  /// paid. A reorganisation takes back what was included and not final.
  ///
  /// Three terms have no default, since no chain is like another: how often blocks come, when they
  /// are final, what a transfer costs. No preconfirmation and no reorganisation are assumed where
  /// nothing is said. Finality counts from the block, not from the hand-over.
  static let chainShape = Shape(
    name: "chain", description: "The terms of a public chain.",
    fields: [
      Field(
        "preconfirmation", .span, .means("0s"),
        "From the hand-over of a transfer to its preconfirmation; 0s for none.",
        examples: ["200ms"]),
      Field("block-interval", .span, .required, "The time between two blocks.", examples: ["2s"]),
      Field(
        "finality", .span, .required, "The time from a block to its finality.",
        examples: ["25min"]),
      Field(
        "gas", .money, .required, "What the payer pays for a transfer.", examples: ["0.01 USD"]),
      Field(
        "paid-at", .choice(PaidAt.allCases.map(\.rawValue)), .required,
        "Which fact counts as paid."),
      Field(
        "reorganisation", .shareBelowWhole, .means("0%"),
        "The share of included transfers that a reorganisation undoes before finality."),
    ])

  /// The most that gas may cost, in minor units.
  ///
  /// Assumed: a billion dollars, so that the sums of `checkVolumes` stay far from 2⁶³.
  private static let mostGas: Int64 = 100_000_000_000

  /// Reads the terms of a model's chain.
  ///
  ///     models.one.chain.paid-at: found 'preconfirmation', expected another: the chain has no …
  ///
  /// - Returns: `nil` where the section is missing or a term is refused.
  func readChain(_ model: Section) -> ChainTerms? {
    guard let section = model.section("chain") else { return nil }
    let preconfirmation = section.read("preconfirmation") { ScenarioReader.span($0) }
    let interval = section.read("block-interval") { text in
      ScenarioReader.span(text).flatMap { $0 > .zero ? $0 : nil }
    }
    let finality = section.read("finality") { ScenarioReader.span($0) }
    let gas = section.read("gas") { text in
      ScenarioReader.money(text).flatMap { $0.minorUnits <= ScenarioReader.mostGas ? $0 : nil }
    }
    let paidAt: PaidAt? = section.choice("paid-at")
    let reorganisation = section.read("reorganisation") { text in
      ScenarioReader.share(text).flatMap { $0 < 1 ? $0 : nil }
    }
    guard let preconfirmation, let interval, let finality, let gas, let paidAt, let reorganisation
    else { return nil }
    if paidAt == .preconfirmation, preconfirmation == .zero, let written = section["paid-at"] {
      problems.add(
        written, "found 'preconfirmation', expected another: the chain has no preconfirmation")
      return nil
    }
    return ChainTerms(
      preconfirmation: preconfirmation, blockInterval: interval, finality: finality, gas: gas,
      paidAt: paidAt, reorganisation: reorganisation)
  }
}

/// What the chains of the models need of the rest of the scenario.
extension ScenarioReader {
  /// Checks that gas can be paid and coins exist in the currency of every payment between branches.
  ///
  /// Of several payments that lack the same, the first of each currency is told, once for each
  /// model. Payments to or from outside take correspondents and are not looked at.
  ///
  /// - Complexity: O(models × corridors).
  func checkChains(_ root: Section) {
    for model in models {
      guard let chain = model.chainTerms else { continue }
      let coins = model.reserveTerms?.reserves.map(\.cash.currency)
      var reported: Set<Currency> = []
      for (corridor, place) in corridors where corridor.from != .outside && corridor.to != .outside
      {
        guard reported.insert(corridor.currency).inserted else { continue }
        if let coins, !coins.contains(corridor.currency) {
          add(
            "model '\(model.name)' has no reserve of \(corridor.currency) for these payments", place
          )
        }
        let isJoined =
          chain.gas.currency == corridor.currency || claims.rates
          || rates?.rate(between: chain.gas.currency, and: corridor.currency) != nil
        if !isJoined {
          add(
            "no rate between \(chain.gas.currency), in which the gas of model '\(model.name)' is "
              + "paid, and \(corridor.currency)", place)
        }
      }
    }
  }

  /// Reports at the place where payments are written, which may be a line of a CSV file.
  private func add(_ message: String, _ place: Problem) {
    problems.add(
      Problem(
        file: place.file, path: place.path, line: place.line, column: place.column,
        message: message))
  }

  /// For each currency of a pool, the most that a transfer on a chain costs, in minor units.
  ///
  /// Not rounded, as it only enters a bound. The most is that of the rates as given: a rate that
  /// moves may pass it.
  ///
  /// - Returns: One entry for each chain and currency; 0 where no rate joins the two.
  func gasByCurrency() -> [(Currency, Double)] {
    let currencies = Set(pools.map(\.entity.currency)).sorted()
    return models.compactMap(\.chainTerms).flatMap { chain in
      currencies.map { currency in
        let table = RateTable(rates: rates?.rates ?? [], reportingCurrency: currency)
        let worth = table.reportingValue(ofMinorUnitOf: chain.gas.currency) ?? 0
        return (currency, Double(chain.gas.minorUnits) * worth)
      }
    }
  }
}
