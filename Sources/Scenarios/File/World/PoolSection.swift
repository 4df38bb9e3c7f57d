import Calendars
import Chance
import Vocabulary

extension ScenarioReader {
  /// The limit is an amount at or above zero; `unlimited` stands for a share of 2⁵⁸ minor units, so
  /// that all pools of a currency together cannot overflow. The rate is a year's, in whole basis
  /// points, by the day count of the pool.
  ///
  /// What is used is charged for every calendar second. No rate is the rule of intraday credit of
  /// central banks: in T2 it is free against collateral (Guideline (EU) 2022/912 of the ECB of 24
  /// February 2022), at the Federal Reserve free where it is collateralised (Policy on Payment
  /// System Risk, since 24 March 2011).
  static let creditShape = Shape(
    name: "credit-line", description: "How far and at what price a pool may go below zero.",
    fields: [
      Field(
        "limit", .either([.amount, .choice(["unlimited"])]), .required,
        "How far below zero it may go, or unlimited."),
      Field(
        "rate", .basisPoints, .means("0bp"),
        "What it costs a year while it is used: nothing with much intraday credit of central banks."
      ),
    ])

  /// Liquidity of branches in a currency, one pool for each branch that the entry names; no two of
  /// a branch and currency. The floor is at most the target. Amounts are in major units of the
  /// pool's currency, up to 10¹⁵ minor ones, rates a year's in whole basis points. The haircut is
  /// below 100 %.
  ///
  /// The money that lies in a pool costs its funding rate for every calendar second, nights and
  /// weekends included, whether it is used or not. What is left out is assumed: no credit, a floor
  /// of 0 (a window tops up only what is overdrawn), the opening balance as the target, no haircut.
  static let poolShape = Shape(
    name: "pool", description: "The liquidity of one branch, or of each of several, in a currency.",
    fields: [
      Field("branch", .branches, .required, "A branch, a list of them, or any for each."),
      Field("currency", .currency, .required, "The currency of the pool and of its amounts."),
      Field(
        "system", .system, .required,
        "The system in which the branch settles with outside parties.",
        examples: PublishedSystems.names),
      Field("opening-balance", .amount, .required, "What lies in it at the start: prefunding."),
      Field(
        "spread", .choice(SpreadWord.allCases.map(\.rawValue)), .means("each"),
        "Whether each branch has the opening balance, or they share it as their weights say."),
    ] + concentrationFields + [
      Field(
        "credit-line", .object(creditShape), .leaves("the pool never goes below zero"),
        "A line of credit."),
      Field("floor", .amount, .means("0"), "Below this balance a window tops the pool up."),
      Field(
        "target", .amount, .leaves("the opening balance"), "The balance to which it is topped up."),
      Field(
        "funding-rate", .basisPoints, .required, "What the money that lies here costs a year."),
      Field(
        "day-count", .choice(DayCount.allCases.map(\.rawValue)), .required,
        "How days become a share of a year."),
      Field(
        "haircut", .basisPoints, .means("0%"), "The share of collateral that does not count."),
    ])

  /// Reads the pools, one for each branch that an entry names, in the order of the file.
  ///
  /// Unlimited lines are given their limits when all pools are known, since these share one bound.
  ///
  /// - Complexity: O(pools), at most `mostExpanded`.
  mutating func readPools(_ root: Section) {
    for written in root.list("pools") {
      guard let section = Section(written, as: ScenarioReader.poolShape, problems) else {
        claims.refusePools(of: nil, in: nil)
        continue
      }
      let owners = branches(section, "branch")
      let currency = section.read("currency") { Currency($0) }
      let system = system(section, "system", currency)
      let terms = currency.flatMap { poolTerms(section, $0) }
      guard let terms, let owners, let system else {
        claims.refusePools(of: owners, in: currency)
        continue
      }
      expanded.pools += owners.count
      guard fits(expanded.pools, "pools", at: written) else {
        claims.refusePools(of: owners, in: currency)
        continue
      }
      for (owner, opening) in zip(owners, openings(section, terms.opening, owners.count)) {
        add(terms.pool(owner, system, opening), written)
      }
    }
    shareUnlimited()
  }

  /// Takes a pool, or reports it beside the first of its branch and currency.
  private mutating func add(_ pool: Pool, _ written: YAMLValue) {
    let key = RefusedEntries.BranchCurrency(branch: pool.branch, currency: pool.currency)
    if let first = poolPlaces[key] {
      problems.add(
        written,
        "a second pool of \(name(of: pool.branch)) in \(pool.currency), the first in line "
          + "\(first.line)")
    } else {
      poolPlaces[key] = written.place
      pools.append(Given(entity: pool, written: written))
    }
  }

  /// What the pools of one entry have in common.
  private struct PoolTerms {
    let opening: Money
    let credit: (limit: Money, rate: FundingRate)
    let floor: Money
    let target: Money?
    let funding: FundingRate
    let haircut: Int64

    func pool(_ branch: BranchID, _ system: SystemID, _ opening: Money) -> Pool {
      Pool(
        branch: branch, currency: opening.currency, system: system, openingBalance: opening,
        creditLimit: credit.limit, creditRate: credit.rate, floor: floor,
        target: target ?? opening,
        fundingRate: funding, haircutBasisPoints: haircut)
    }
  }

  /// What the pools of an entry share.
  ///
  ///     pools[0].floor: found '6M', expected at most the opening balance, 5000000.00
  ///
  /// - Returns: `nil` where a term is refused, or the floor lies above the target.
  private func poolTerms(_ section: Section, _ currency: Currency) -> PoolTerms? {
    let opening = amount(section, "opening-balance", currency)
    let floor = amount(section, "floor", currency)
    let target = section.has("target") ? amount(section, "target", currency) : nil
    let rate = section.read("funding-rate", ScenarioReader.basisPoints)
    let dayCount: DayCount? = section.choice("day-count")
    let haircut = section.read("haircut") { text in
      ScenarioReader.basisPoints(text).flatMap { $0 < 10_000 ? $0 : nil }
    }
    let credit = creditLine(section, currency, dayCount)
    if let floor, let target = target ?? opening, floor.minorUnits > target.minorUnits {
      let written = section["floor"] ?? section.value
      let name = section.has("target") ? "target" : "opening balance"
      problems.add(
        written, "found \(written.found), expected at most the \(name), \(target.decimal)")
      return nil
    }
    guard let opening, let floor, target != nil || !section.has("target"), let rate, let dayCount,
      let haircut, let credit
    else {
      return nil
    }
    return PoolTerms(
      opening: opening, credit: credit, floor: floor, target: target,
      funding: FundingRate(basisPoints: rate, dayCount), haircut: haircut)
  }

  /// The limit and its rate; zero and free where there is no line.
  ///
  /// - Returns: `nil` where a term is refused. Where only the day count is refused it stands in as
  ///   ACT/360, and the pool is refused for that.
  private func creditLine(_ section: Section, _ currency: Currency, _ dayCount: DayCount?)
    -> (limit: Money, rate: FundingRate)?
  {
    let count = dayCount ?? .actual360
    guard section.has("credit-line") else {
      return (.zero(currency), FundingRate(basisPoints: 0, count))
    }
    guard let line = section.section("credit-line") else { return nil }
    let limit = creditLimit(line, currency)
    let rate = line.read("rate", ScenarioReader.basisPoints)
    guard let limit, let rate else { return nil }
    return (limit, FundingRate(basisPoints: rate, count))
  }
}

extension ScenarioReader {
  /// The limit, or `unlimited` for the mark that `shareUnlimited` replaces.
  private func creditLimit(_ line: Section, _ currency: Currency) -> Money? {
    guard line["limit"]?.text != "unlimited" else {
      return Money(minorUnits: ScenarioReader.unlimited, currency)
    }
    return amount(line, "limit", currency)
  }

  /// What stands for an unlimited line until all pools are known: more than an amount can be. It
  /// never reaches a `Scenario`.
  private static let unlimited = Int64.max

  /// Gives unlimited lines their limits: 2⁵⁸ minor units over the pools of the currency, those with
  /// a limit of their own counted too.
  private mutating func shareUnlimited() {
    var counts: [Currency: Int] = [:]
    for pool in pools { counts[pool.entity.currency, default: 0] += 1 }
    for place in pools.indices
    where pools[place].entity.creditLimit.minorUnits == ScenarioReader.unlimited {
      var pool = pools[place].entity
      let limit = Pool.unlimitedCredit(among: counts[pool.currency] ?? 1)
      pool.creditLimit = Money(minorUnits: limit, pool.currency)
      pools[place] = Given(entity: pool, written: pools[place].written)
    }
  }

  /// What each of so many owners has at the start.
  ///
  /// With `spread: total` the amount is apportioned by Zipf's weights (`ZipfWeights`), the first of
  /// the list the largest, to the last minor unit: the parts sum to the amount. Weights are rounded
  /// to 10⁻⁹ of the first.
  ///
  /// - Returns: As many amounts as owners, in their order. Where the concentration is refused, the
  ///   amount for each; the scenario is refused then.
  private func openings(_ section: Section, _ opening: Money, _ owners: Int) -> [Money] {
    let word: SpreadWord? = section.choice("spread")
    guard word == .total else {
      for key in ["concentration", "top-ten-share"] {
        guard let written = section[key] else { continue }
        problems.add(written, "given without 'spread: total', expected with it only")
      }
      return Array(repeating: opening, count: owners)
    }
    guard let exponent = concentration(section, members: owners) else {
      return Array(repeating: opening, count: owners)
    }
    let weights = ZipfWeights(count: owners, exponent: exponent).weights
    return opening.apportioned(by: weights.map { Int64(($0 * 1e9).rounded()) })
  }
}

/// The largest balance, line or fee, in minor units: ten trillion dollars, so that the pools of a
/// scenario sum to less than 2⁶³.
private let largestBalance: Int64 = 1_000_000_000_000_000

extension ScenarioReader {
  /// An amount of at least 0 in a currency.
  ///
  ///     pools[0].opening-balance: found '0.005', expected an amount of at least 0 like 250, …
  func amount(_ section: Section, _ key: String, _ currency: Currency) -> Money? {
    section.read(key, hint: ScenarioReader.decimals(of: currency)) { text in
      Money(text, currency).flatMap {
        (0...largestBalance).contains($0.minorUnits) ? $0 : nil
      }
    }
  }

  /// What is to be said of an amount with a point that a currency cannot hold, or past the most.
  static func decimals(of currency: Currency, upTo most: Int64 = largestBalance)
    -> (String) -> String
  {
    { text in
      let places = currency.exponent == 0 ? "no" : "at most \(currency.exponent)"
      guard let money = Money(text, currency) else {
        return text.contains(".") ? ", with \(places) decimal places in \(currency)" : ""
      }
      return money.minorUnits > most ? ", and not that large" : ""
    }
  }

  /// A rate of at least 0 in whole basis points: `10bp` or `0.1%`.
  ///
  /// - Returns: `nil` without a unit, below zero, for a part of a basis point, and above 1,000,000
  ///   (10,000 %).
  static func basisPoints(_ text: String) -> Int64? {
    for (unit, factor) in [("bp", Int64(1)), ("%", 100)] where text.hasSuffix(unit) {
      guard let numeral = DecimalNumeral(text.dropLast(unit.count)), !numeral.isNegative,
        let points = numeral.scaled(by: factor), points <= 1_000_000
      else { return nil }
      return points
    }
    return nil
  }

  /// A share in 0...1, written with its per cent sign. It is the nearest `Double`; where parts must
  /// sum exactly, `millionths` counts them.
  static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let numeral = DecimalNumeral(text.dropLast()), !numeral.isNegative
    else { return nil }
    let share = numeral.approximation / 100
    return share <= 1 ? share : nil
  }
}
