import Vocabulary

/// Foreign-exchange trades: flows and payments with two legs.
extension ScenarioReader {
  /// The other currency of a trade: each payment is the first leg, and the second goes the other
  /// way.
  static let againstField = Field(
    "against", .currency, .leaves("it is no trade"),
    "The currency of the other leg of a foreign-exchange trade, which the payee pays at mid.")

  /// The currency of the other leg, where a section gives one.
  ///
  /// - Returns: `nil` where the key is not given, and where it is refused: for the currency sent,
  ///   and beside `credited-in`.
  func counterCurrency(_ section: Section, _ currency: Currency) -> Currency? {
    guard let written = section["against"], let other = section.read("against", { Currency($0) })
    else { return nil }
    if section.has("credited-in") {
      problems.add(written, "given beside credited-in, expected one of them")
      return nil
    }
    guard other != currency else {
      problems.add(written, "found \(other), expected another currency than that sent")
      return nil
    }
    return other
  }

  /// Checks that a trade has a bank at each end and a rate; reports at the section's key.
  ///
  ///     flows.out.against: given with an end outside, expected a trade between two branches
  func checkTrade(_ corridor: Corridor, _ section: Section) -> Bool {
    guard let written = section["against"], let other = written.text.flatMap({ Currency($0) })
    else { return true }
    if corridor.from == .outside || corridor.to == .outside {
      problems.add(written, "given with an end outside, expected a trade between two branches")
      return false
    }
    guard claims.rates || rates?.rate(between: corridor.currency, and: other) != nil else {
      problems.add(
        written, "no rate between \(corridor.currency) and \(other), which these trades need")
      return false
    }
    return true
  }

  /// The legs of a given trade, or the payment alone: `T` becomes `T/1` and `T/2`. The second leg
  /// goes the other way, at mid as the scenario gives it, rounded half to even; instant, priority
  /// and deadline are those of the first.
  func legs(of payment: ListedPayment, against other: Currency?) -> [ListedPayment] {
    guard let other, let rate = rates?.rate(between: payment.amount.currency, and: other) else {
      return [payment]
    }
    var (first, second) = (payment, payment)
    (first.id, first.leg) = (payment.id + "/1", .first)
    (second.id, second.leg) = (payment.id + "/2", .second)
    second.corridor = payment.corridor.back(in: other)
    second.amount = rate.converted(payment.amount, .halfToEven)
    return [first, second]
  }
}
