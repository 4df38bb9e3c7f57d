import Vocabulary

extension ScenarioReader {
  /// Reads what stands behind a stablecoin.
  ///
  ///     models.coin.issuer.reserve[2]: a second reserve of USD, the first in line 33, column 44
  ///
  /// - Returns: `nil` where a term is refused. That every payment between branches has coins of its
  ///   currency is asked by `checkChains`.
  mutating func readReserve(_ issuer: Section) -> ReserveTerms? {
    guard issuer.has("reserve") else {
      problems.add(
        issuer.value.place, "\(issuer.value.path).reserve",
        "missing, expected the cash and securities behind the stablecoin")
      return nil
    }
    let items = issuer.list("reserve")
    var reserves: [Reserve] = []
    var firsts: [Currency: Place] = [:]
    for item in items {
      guard let reserve = readReserve(of: item) else { continue }
      let currency = reserve.cash.currency
      if let first = firsts[currency] {
        problems.add(item, "a second reserve of \(currency), the first in \(first)")
      }
      firsts[currency] = firsts[currency] ?? item.place
      reserves.append(reserve)
    }
    let lag = issuer.read("securities-lag") { text in
      text.hasSuffix("bd") ? ScenarioReader.whole(String(text.dropLast(2)), in: 1...20) : nil
    }
    let offRamp: OffRamp? = issuer.choice("off-ramp")
    let depeg = readDepeg(issuer)
    let run = readRun(issuer)
    guard reserves.count == items.count, !reserves.isEmpty, let lag, let offRamp, let depeg,
      run != nil || !issuer.has("redemption-run")
    else { return nil }
    return ReserveTerms(
      reserves: reserves, securitiesLag: lag, offRamp: offRamp, depeg: depeg, run: run)
  }

  /// What lies behind the coins of a currency, which some pool must hold: nobody could be paid
  /// otherwise.
  ///
  ///     models.coin.issuer.reserve[0].currency: found GBP, expected the currency of a pool
  private func readReserve(of written: YAMLValue) -> Reserve? {
    guard let section = Section(written, as: ScenarioReader.reserveShape, problems),
      let currency = section.read("currency", { Currency($0) })
    else { return nil }
    guard pools.contains(where: { $0.entity.currency == currency }) else {
      problems.add(
        section["currency"] ?? written, "found \(currency), expected the currency of a pool")
      return nil
    }
    let cash = amount(section, "cash", currency)
    let securities = amount(section, "securities", currency)
    guard let cash, let securities else { return nil }
    return Reserve(cash: cash, securities: securities)
  }

  /// The market's spreads by the instant from which they hold, strictly ascending.
  ///
  /// - Returns: One from the beginning of time where the file gives a single spread, none where it
  ///   gives nothing, `nil` where one is refused.
  private mutating func readDepeg(_ issuer: Section) -> [Depeg]? {
    let spread = { (text: String) in
      ScenarioReader.basisPoints(text).flatMap { $0 < 10_000 ? $0 : nil }
    }
    guard let written = issuer["depeg"] else { return [] }
    if written.text != nil {
      guard let always = written.read(.basisPoints, problems, spread) else { return nil }
      return [Depeg(from: Instant(microseconds: 0), spreadBasisPoints: always)]
    }
    var spreads: [Depeg] = []
    let items = issuer.list("depeg")
    for item in items {
      guard let section = Section(item, as: ScenarioReader.depegShape, problems) else { continue }
      let from = instant(section["from"])
      guard let points = section.read("spread", spread), let from else { continue }
      if let last = spreads.last, from <= last.from {
        problems.add(item, "from \(from) is not after the one before, \(last.from)")
      }
      spreads.append(Depeg(from: from, spreadBasisPoints: points))
    }
    return spreads.count == items.count ? spreads : nil
  }

  /// The run of other holders: the first request comes at `at`, inside the simulated time, the
  /// others evenly over `over`, each for the same number of coins.
  ///
  /// - Returns: `nil` where the key is not given and where a term is refused; the caller tells them
  ///   apart.
  private mutating func readRun(_ issuer: Section) -> RedemptionRun? {
    guard let section = issuer.section("redemption-run") else { return nil }
    let at = instant(section["at"])
    let share = section.read("share", ScenarioReader.millionths)
    let over = section.read("over") { ScenarioReader.span($0) }
    let requests = section.read("requests") { ScenarioReader.whole($0, in: 1...100_000) }
    guard let at, let share, let over, let requests else { return nil }
    if let experiment, at < experiment.from || at >= experiment.horizon,
      let written = section["at"]
    {
      problems.add(
        written,
        "found \(written.found), expected an instant of the simulated time, \(experiment.from) to "
          + "\(experiment.horizon)")
      return nil
    }
    return RedemptionRun(at: at, millionths: share, over: over, requests: requests)
  }

  /// A share in millionths of the whole, exact: `33.3333%`. More than four decimals are refused,
  /// not rounded: parts of an amount must sum to it.
  static func millionths(_ text: String) -> Int64? {
    guard text.hasSuffix("%"), let numeral = DecimalNumeral(text.dropLast()), !numeral.isNegative,
      let share = numeral.scaled(by: 10_000), share <= 1_000_000
    else { return nil }
    return share
  }
}
