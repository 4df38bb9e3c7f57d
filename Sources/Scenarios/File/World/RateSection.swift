import Vocabulary

extension ScenarioReader {
  /// Mid rates as prices of one unit of the first currency in the second. A pair stands once, in
  /// whichever direction; it moves by the file or by its volatility, not by both. Every currency
  /// that pools hold needs a rate to the reporting currency, which `checkRates` asks when the pools
  /// are known.
  ///
  /// The reporting currency need not be one of a pool. Rates are not crossed: a payment from euro
  /// to pound needs EUR/GBP or GBP/EUR, even where both have a rate to the dollar.
  static let ratesShape = Shape(
    name: "exchange-rates", description: "The mid rates of the scenario.",
    fields: [
      Field(
        "reporting-currency", .currency, .required,
        "The currency of totals across currencies.", examples: ["USD"]),
      Field(
        "rates", .map(Form.pair, .rate), .required,
        "The price of one unit of the first currency in the second, as EUR/USD: 1.16."),
      Field(
        "file", .file, .leaves("none"),
        "A CSV file of rates over time with the columns pair,from_utc,mid; each holds until the "
          + "next."),
      Field(
        "volatility", .map(Form.pair, .share), .leaves("the rates stand still"),
        "The spread of a year's logarithmic return, for pairs that move at random without drift."),
      Field(
        "correlations", .list(.object(pairCorrelationShape)), .leaves("pairs are independent"),
        "How pairs move together."),
    ])

  /// How many rates there may be: how they move together is a matrix of all of them.
  ///
  /// Factoring it takes O(n³).
  static let mostRates = 500

  /// Two currencies in either order.
  private struct Currencies: Hashable {
    let low: Currency
    let high: Currency

    init(_ one: Currency, _ other: Currency) {
      (low, high) = (min(one, other), max(one, other))
    }
  }

  /// Reads what the currencies are worth in each other.
  ///
  /// Where one rate is refused, `claims.rates` keeps all checks for missing rates silent: the
  /// missing one may be it.
  mutating func readRates(_ root: Section) {
    guard let section = root.section("exchange-rates") else {
      claims.rates = root.has("exchange-rates")
      return
    }
    let reporting = section.read("reporting-currency") { Currency($0) }
    var given: [ExchangeRate] = []
    var firsts: [Currencies: Place] = [:]
    let entries = section.map("rates")
    if let excess = entries.dropFirst(ScenarioReader.mostRates).first {
      problems.add(excess.keyValue, "more than \(ScenarioReader.mostRates) rates")
      claims.rates = true
    }
    for entry in entries.prefix(ScenarioReader.mostRates) {
      guard let rate = rate(entry) else {
        claims.rates = true
        continue
      }
      let key = Currencies(rate.base, rate.quote)
      if let first = firsts[key] {
        problems.add(
          entry.keyValue,
          "a second rate between \(rate.base) and \(rate.quote), the first in \(first)")
      }
      firsts[key] = firsts[key] ?? entry.keyValue.place
      ratePlaces[rate.pairName] = ratePlaces[rate.pairName] ?? given.count
      given.append(rate)
    }
    claims.rates = claims.rates || reporting == nil
    guard let reporting else { return }
    rates = readMoves(section, RateTable(rates: given, reportingCurrency: reporting))
  }

  /// The rate of a pair; reports a pair of one currency, or what is no positive decimal of at most
  /// 12 digits.
  private func rate(_ entry: YAMLValue.Entry) -> ExchangeRate? {
    let codes = entry.key.split(separator: "/", omittingEmptySubsequences: false)
    let currencies = codes.compactMap { Currency($0) }
    guard codes.count == 2, currencies.count == 2, currencies[0] != currencies[1] else {
      problems.add(
        entry.keyValue, "found '\(entry.key)', expected \(Form.pair.expected)")
      return nil
    }
    return entry.value.read(.rate, problems) { text in
      DecimalNumeral(text).flatMap {
        ExchangeRate(base: currencies[0], quote: currencies[1], price: $0)
      }
    }
  }

  /// Checks that totals can be drawn up: every currency in use has a rate to the reporting one.
  ///
  /// A scenario whose pools are of one currency needs no section: that currency is then the
  /// reporting one.
  mutating func checkRates(_ root: Section) {
    let used = Set(pools.map(\.entity.currency)).sorted()
    guard let first = used.first else { return }
    guard let rates else {
      if !root.has("exchange-rates"), used.count > 1 {
        let codes = used.map(\.code).joined(separator: ", ")
        problems.add(
          root.value.place, "exchange-rates",
          "missing, expected rates between the currencies of the pools: \(codes)")
      } else if !root.has("exchange-rates") {
        self.rates = RateTable(rates: [], reportingCurrency: first)
      }
      return
    }
    guard !claims.rates else { return }
    for currency in used where rates.reportingValue(ofMinorUnitOf: currency) == nil {
      guard let written = root["exchange-rates"] else { continue }
      problems.add(
        written,
        "no rate between \(currency), which pools hold, and the reporting currency "
          + "\(rates.reportingCurrency)")
    }
  }
}
