import Calendars
import Vocabulary

extension ScenarioReader {
  /// A way of correspondent banking for each pair of different branches that the entry names.
  ///
  /// The first route of two ends and currencies is preferred; others stand behind it and say
  /// `alternative`. At `exchange-after` hops the currency changes: `credited-in` comes with it, and
  /// of the hops behind it none may take a fee that the payer would have to bear in a currency that
  /// it does not send. A cover lets nothing be deducted, so that `BEN` is refused with it.
  ///
  /// Fees are those of SWIFT's field 71A: `OUR` all from the payer beside the amount, `SHA` the
  /// first correspondent's from the payer and the others' off the amount, `BEN` all off the amount.
  /// `SHA` where nothing is said is assumed; for payments within the European Union it is the rule
  /// (Directive (EU) 2015/2366, Article 62(2)).
  static let corridorShape = Shape(
    name: "corridor", description: "How a currency gets from branch to branch.",
    fields: [
      Field("from", .branches, .required, "The sending branch, a list, or any."),
      Field("to", .branches, .required, "The receiving branch, a list, or any."),
      Field("currency", .currency, .required, "The currency that travels."),
      Field(
        "fees", .choice(FeeOption.allCases.map(\.rawValue)), .means("SHA"),
        "Who bears the fees of the hops: the payer, both, the beneficiary."),
      Field(
        "method", .choice(RouteMethod.allCases.map(\.rawValue)), .means("serial"),
        "Whether the customer's payment travels with the money, or straight to the payee's bank, "
          + "which credits when the cover comes or on the announcement."),
      Field(
        "credited-in", .currency, .leaves("what is sent is credited, or bought at the receiver"),
        "The currency into which the payment is changed on the way."),
      Field(
        "exchange-after", .wholeNumber, .leaves("no currency is changed on the way"),
        "After how many hops the currency is changed; 0 at the sending branch."),
      Field(
        "alternative", .truth, .means("false"),
        "Taken when a system of the corridors before it is closed; they serve the same ends."),
      Field("hops", .list(.object(hopShape)), .required, "The legs in the order of travel."),
    ])

  /// Reads the routes, one for each pair of a sender and another receiver.
  ///
  /// An entry that is refused is noted in `claims` as far as its ends and its currency can be read,
  /// so that the flows that it was for are not said to lack it.
  ///
  /// - Complexity: O(pairs + hops read), at most `mostExpanded` pairs in all.
  mutating func readCorridors(_ root: Section) {
    for written in root.list("corridors") {
      guard let section = Section(written, as: ScenarioReader.corridorShape, problems) else {
        claims.refuseRoutes(from: nil, to: nil, in: nil)
        continue
      }
      let from = parties(section, "from", outside: false)
      let to = parties(section, "to", outside: false)
      let currency = section.read("currency") { Currency($0) }
      let rest = readTerms(section, currency)
      guard let from, let to, let currency, let rest else {
        claims.refuseRoutes(from: from, to: to, in: currency)
        continue
      }
      expanded.routes += pairCount(from, to)
      guard fits(expanded.routes, "corridors", at: written) else {
        claims.refuseRoutes(from: from, to: to, in: currency)
        continue
      }
      for (sender, receiver) in pairs(from, to, at: written) {
        guard let sender = sender.branch, let receiver = receiver.branch else { continue }
        let route = CorrespondentRoute(
          from: sender, to: receiver, currency: currency, hops: rest.hops,
          feeOption: rest.feeOption, method: rest.method, conversion: rest.conversion)
        add(route, isAlternative: rest.isAlternative, written)
      }
    }
  }

  /// What a route has beside its ends.
  private typealias Terms = (
    feeOption: FeeOption, method: RouteMethod, conversion: CorrespondentRoute.Conversion?,
    hops: [Hop],
    isAlternative: Bool
  )

  /// What an entry's routes share.
  ///
  ///     corridors[2].fees: found BEN with method cover, expected OUR or SHA: nothing is …
  ///
  /// - Returns: `nil` where a term is refused or terms contradict each other.
  private mutating func readTerms(_ section: Section, _ currency: Currency?) -> Terms? {
    let option: FeeOption? = section.choice("fees")
    let method: RouteMethod? = section.choice("method")
    let isAlternative = section.read("alternative", ScenarioReader.truth)
    let creditedIn = section.read("credited-in") { Currency($0) }
    let afterHops = section.read("exchange-after") {
      ScenarioReader.whole($0, in: 0...ScenarioReader.mostHops)
    }
    let hops = readHops(
      section, currency, Conversion(creditedIn: creditedIn, afterHops: afterHops))
    let isGood = checkConversion(section, currency, hops?.count)
    guard isGood, let option, let method, let hops, let isAlternative else { return nil }
    if method != .serial, option == .beneficiary {
      problems.add(
        section["fees"] ?? section.value,
        "found BEN with method \(method.rawValue), expected OUR or SHA: nothing is deducted from "
          + "a cover")
      return nil
    }
    var conversion: CorrespondentRoute.Conversion?
    if let creditedIn, let afterHops {
      guard checkFees(option, method, hops.dropFirst(afterHops), section) else { return nil }
      conversion = CorrespondentRoute.Conversion(creditedIn: creditedIn, afterHops: afterHops)
    }
    return (option, method, conversion, hops, isAlternative)
  }

  /// Whether nobody but the payee pays fees in the currency that is bought; reports where not.
  ///
  /// Behind the exchange fees are in the bought currency. Off the amount they can be taken; the
  /// payer, who pays under `OUR` and is billed with a cover, has only the currency that it sends.
  private func checkFees(
    _ option: FeeOption, _ method: RouteMethod, _ hops: ArraySlice<Hop>, _ section: Section
  ) -> Bool {
    guard option == .our || method != .serial, hops.contains(where: { $0.fee.minorUnits > 0 })
    else { return true }
    problems.add(
      section["exchange-after"] ?? section.value,
      "fees of hops after the exchange, which the payer cannot pay in the currency it sends; "
        + "expected none, or fees SHA or BEN with method serial")
    return false
  }

  /// Whether a conversion on the way is given wholly or not at all; reports where not.
  ///
  /// The exchange comes after fewer hops than there are: behind the last one it would be the
  /// receiving branch that buys, which is what holds without the two keys.
  ///
  /// - Parameter hops: How many hops the entry has; `nil` where one is refused.
  private func checkConversion(_ section: Section, _ currency: Currency?, _ hops: Int?) -> Bool {
    let keys = ["credited-in", "exchange-after"]
    guard section.has(keys[0]) || section.has(keys[1]) else { return true }
    for (key, other) in [(keys[0], keys[1]), (keys[1], keys[0])] where !section.has(key) {
      problems.add(section[other] ?? section.value, "given without \(key), expected both")
      return false
    }
    if let written = section[keys[0]], written.text == currency?.code {
      problems.add(written, "the currency that is sent, expected another one")
      return false
    }
    if let written = section[keys[1]], let hops, let text = written.text, let after = Int(text),
      after >= hops
    {
      problems.add(
        written,
        "found \(written.found), expected fewer than the \(hops) hops; without the two keys the "
          + "receiving branch buys")
      return false
    }
    return true
  }

  /// Takes a route behind those of the same ends; reports a second that is no alternative, and
  /// an alternative to nothing.
  ///
  /// Two routes are of the same ends if sender, receiver, the currency sent and the currency
  /// credited are the same; the place in the file decides which is asked first.
  private mutating func add(_ route: CorrespondentRoute, isAlternative: Bool, _ written: YAMLValue)
  {
    let key = Corridor(
      from: .branch(route.from), to: .branch(route.to), currency: route.currency,
      creditedIn: route.conversion?.creditedIn ?? route.currency)
    let ends =
      "corridor from \(name(of: route.from)) to \(name(of: route.to)) in "
      + "\(route.currency)"
    switch (corridorPlaces[key], isAlternative) {
    case (let first?, false):
      problems.add(written, "a second \(ends), the first in line \(first.line)")
    case (nil, true):
      problems.add(written, "an alternative to no \(ends) before it")
    case (nil, false):
      corridorPlaces[key] = written.place
      routes.append(Given(entity: route, written: written))
    case (_?, true): routes.append(Given(entity: route, written: written))
    }
  }

  /// Whether so many entities may be; reports where not.
  ///
  /// - Parameter what: What they are, for the message: `pools`, `corridors`, `flows`, `limits`.
  func fits(_ count: Int, _ what: String, at written: YAMLValue) -> Bool {
    if count <= ScenarioReader.mostExpanded { return true }
    problems.add(written, "more than \(ScenarioReader.mostExpanded) \(what)")
    return false
  }

  /// How many pairs of a sender and another receiver there are.
  ///
  /// - Complexity: O(parties), where `pairs` takes their product: it is asked first.
  func pairCount(_ from: [Party], _ to: [Party]) -> Int {
    from.count * to.count - Set(from).intersection(to).count
  }

  /// Every pair of a sender and another receiver; reports where there is none.
  ///
  /// Senders in their order, for each of them the receivers in theirs. The order is that of the
  /// flows and routes, and so that of `outcomes.csv`.
  func pairs(_ from: [Party], _ to: [Party], at written: YAMLValue) -> [(from: Party, to: Party)] {
    let pairs = from.flatMap { sender in
      to.filter { $0 != sender }.map { (from: sender, to: $0) }
    }
    if pairs.isEmpty { problems.add(written, "from and to are the same, expected two ends") }
    return pairs
  }
}
