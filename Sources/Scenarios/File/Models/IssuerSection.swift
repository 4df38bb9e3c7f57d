import Vocabulary

extension ScenarioReader {
  /// `issuer:` of a model whose rail is a token on a public chain.
  ///
  /// A bank issues deposit tokens; the keys from `reserve` to `redemption-run` are a stablecoin's
  /// and refused elsewhere. `branch` is required in business hours and with a reserve, whose
  /// securities become cash after business days of that branch. Fees are in basis points of the
  /// amount, rounded up to the minor unit.
  static let issuerShape = Shape(
    name: "issuer", description: "The terms on which tokens are minted and redeemed.",
    fields: [
      Field(
        "hours", .choice(["24/7", "business-hours"]), .required,
        "When it mints and redeems: at any second, or in the business hours of its branch."),
      Field(
        "branch", .party, .leaves("it is always open"),
        "The branch whose business hours and days it keeps."),
      Field(
        "mint-fee", .basisPoints, .means("0bp"),
        "What the payer pays for a mint, of the amount, rounded up."),
      Field(
        "redemption-fee", .basisPoints, .means("0bp"),
        "What the payee pays for a redemption, of the amount, rounded up."),
      Field(
        "redeems", .choice(Redeems.allCases.map(\.rawValue)), .means("at-once"),
        "What payees do with their tokens."),
      Field(
        "reserve", .list(.object(reserveShape)), .leaves("it is a bank"),
        "What stands behind a stablecoin, by currency."),
      Field(
        "securities-lag", .businessDays, .means("1bd"),
        "After how many business days of its branch securities that are sold are cash; one is assumed."
      ),
      Field(
        "off-ramp", .choice(OffRamp.allCases.map(\.rawValue)), .means("issuer"),
        "Where payees turn coins into money."),
      Field(
        "depeg", .either([.basisPoints, .list(.object(depegShape))]), .leaves("none"),
        "What a coin lacks against par in the market: always, or by the instant from which."),
      Field(
        "redemption-run", .object(runShape), .leaves("none"),
        "Other holders who want their money back."),
    ])

  /// What is worth the coins: as many exist at the start as cash and securities are worth together,
  /// all in other hands than those of the scenario's clients.
  static let reserveShape = Shape(
    name: "reserve", description: "The reserve behind the coins of a currency.",
    fields: [
      Field("currency", .currency, .required, "The currency."),
      Field("cash", .amount, .required, "What redemptions are paid from."),
      Field("securities", .amount, .means("0"), "What becomes cash after the lag."),
    ])

  /// Basis points below par, from an instant until the next entry's. USDC, a stablecoin of dollars,
  /// fell below 0.90 dollars on 11 March 2023: by more than 1,000 basis points.
  static let depegShape = Shape(
    name: "depeg", description: "A spread of the market.",
    fields: [
      Field("from", .instant, .required, "Since when it holds."),
      Field("spread", .basisPoints, .required, "What a coin lacks against par."),
    ])

  /// Requests are equal parts of a share of the coins that others hold at the start, which is exact
  /// to a millionth.
  static let runShape = Shape(
    name: "redemption-run", description: "Other holders who want their money back.",
    fields: [
      Field("at", .instant, .required, "When the first request comes."),
      Field(
        "share", .millionths, .required, "The share of the coins that others hold at the start."),
      Field("over", .span, .required, "Over which time the requests come, evenly."),
      Field(
        "requests", .count, .means("100"),
        "How many requests there are, equal ones; the number is assumed."),
    ])

  /// The keys of an issuer that only a stablecoin has.
  private static let coinKeys = [
    "reserve", "securities-lag", "off-ramp", "depeg", "redemption-run",
  ]

  /// Reads the rail of a model whose tokens lie on a public chain; `nil` where it has none or the
  /// terms are refused.
  ///
  ///     models.two.issuer.redeems: found 'never' where paid-at is deposit, expected at-once: …
  ///
  /// - Parameter kinds: The rails that the model names. At most one of them may be on a chain,
  ///   since a model has one chain and one issuer.
  mutating func readCoins(of kinds: [RailKind], _ model: Section) -> Rail? {
    let coins = kinds.filter { $0 == .depositToken || $0 == .stablecoin }
    if coins.count > 1, let written = model["rail"] {
      problems.add(written, "found deposit-token and stablecoin, expected one of them in a model")
    }
    guard let kind = coins.first else { return nil }
    let chain = readChain(model)
    guard let section = model.section("issuer") else { return nil }
    let issuer = readIssuer(section)
    if kind == .depositToken { refuseCoinKeys(section) }
    let reserve = kind == .stablecoin ? readReserve(section) : nil
    guard let chain, let issuer else { return nil }
    if issuer.redeems == .never, chain.paidAt == .deposit, let written = section["redeems"] {
      problems.add(
        written, "found 'never' where paid-at is deposit, expected at-once: nobody would be paid")
      return nil
    }
    if kind == .depositToken { return .depositToken(chain, issuer) }
    return reserve.map { .stablecoin(chain, issuer, $0) }
  }

  /// Reports the keys of a stablecoin in the terms of a bank.
  private func refuseCoinKeys(_ section: Section) {
    for key in ScenarioReader.coinKeys {
      guard let written = section[key] else { continue }
      problems.add(written, "given with rail deposit-token, expected with stablecoin only")
    }
  }

  /// The terms that both kinds of token have.
  ///
  /// Fees are below the whole amount: 0 to 9,999 basis points.
  ///
  /// - Returns: `nil` where one is refused, or where a branch is needed and missing.
  private func readIssuer(_ section: Section) -> IssuerTerms? {
    let hours = section.read("hours") { ["24/7", "business-hours"].contains($0) ? $0 : nil }
    var branch: BranchID?
    if section.has("branch") {
      guard let parties = parties(section, "branch", outside: false), parties.count == 1 else {
        return nil
      }
      branch = parties[0].branch
    }
    let fee = { (text: String) in
      ScenarioReader.basisPoints(text).flatMap { $0 < 10_000 ? $0 : nil }
    }
    let mintFee = section.read("mint-fee", fee)
    let redemptionFee = section.read("redemption-fee", fee)
    let redeems: Redeems? = section.choice("redeems")
    guard let hours, let mintFee, let redemptionFee, let redeems else { return nil }
    if branch == nil, hours != "24/7" || section.has("reserve") {
      problems.add(
        section.value.place, "\(section.value.path).branch",
        "missing, expected the name of the branch whose business days the issuer keeps")
      return nil
    }
    return IssuerTerms(
      branch: branch, isAlwaysOpen: hours == "24/7", mintFeeBasisPoints: mintFee,
      redemptionFeeBasisPoints: redemptionFee, redeems: redeems)
  }
}
