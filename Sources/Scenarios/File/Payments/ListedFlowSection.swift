import Vocabulary

extension ScenarioReader {
  /// A given payment. Its `id` is once in the whole scenario and addresses its chance; with
  /// `against` it is the first leg of a trade, and the second leg is made from it. The amount is
  /// positive, with no more decimal places than its currency has.
  ///
  /// It is instructed within `[from, until)` of the experiment, and its deadline lies after that. A
  /// payment keeps its chance wherever it stands in the file.
  static let paymentShape = Shape(
    name: "payment", description: "One given payment.",
    fields: [
      Field("id", .name, .required, "Its identity, once in the whole scenario."),
      Field("at", .instant, .required, "When the payer instructs it."),
      Field("from", .party, .required, "Who pays: a branch's client, or outside."),
      Field("to", .party, .required, "Who is paid: a branch's client, or outside."),
      Field("currency", .currency, .required, "The currency that is sent."),
      Field(
        "credited-in", .currency, .leaves("the currency sent"),
        "The currency that is credited, bought at the receiving branch."),
      againstField,
      Field("amount", .positiveAmount, .required, "How much, in the currency sent."),
      Field("priority", .priority, .means("5"), "0 is the most urgent, 9 the least."),
      Field("deadline", .instant, .leaves("none"), "Until when the payee should have it."),
    ])

  /// Payments of one instant keep the order of the file; a contract holds for each of them.
  static let listedShape = Shape(
    name: "listed-flow", description: "A flow whose payments are given one by one.",
    fields: [
      Field("payments", .list(.object(paymentShape)), .required, "The payments, in any order."),
      contractField,
    ])

  /// Reads a flow whose payments are listed.
  ///
  /// Entries that are refused are left out, so that all problems of a list are told at once.
  mutating func readListedFlow(_ entry: YAMLValue.Entry) {
    guard let section = Section(entry.value, as: ScenarioReader.listedShape, problems) else {
      return
    }
    let payments = section.list("payments").flatMap { readPayment($0) }
    let contract = readContract(section)
    if contract != nil, payments.contains(where: { $0.leg != nil }),
      let written = section["contract"]
    {
      problems.add(written, "given with trades, expected payments without 'against'")
    }
    addListed(payments, entry, contract)
  }

  /// Takes given payments as a flow, in the order of their instants.
  ///
  /// - Parameters:
  ///   - contract: What each of them depends on; none for those of a file.
  ///   - isInFile: Whether they stand in a file beside the scenario.
  /// - Complexity: O(n log n), O(n) where they are in order already.
  mutating func addListed(
    _ payments: [ListedPayment], _ entry: YAMLValue.Entry, _ contract: Contract? = nil,
    isInFile: Bool = false
  ) {
    let ordered = ScenarioReader.inOrder(payments)
    add(
      Flow(
        name: entry.key, names: [entry.key], origin: .listed(ordered), contract: contract,
        isInFile: isInFile),
      sigma: 0, at: entry.keyValue)
  }

  /// Payments by their instants, those of one instant as they are given. The places decide ties,
  /// since Swift's sort promises no order of equals.
  private static func inOrder(_ payments: [ListedPayment]) -> [ListedPayment] {
    let isOrdered = zip(payments, payments.dropFirst()).allSatisfy {
      $0.instructed <= $1.instructed
    }
    if isOrdered { return payments }
    let order = payments.indices.sorted { left, right in
      let (one, other) = (payments[left].instructed, payments[right].instructed)
      return one == other ? left < right : one < other
    }
    return order.map { payments[$0] }
  }

  /// The payment of an entry, or both legs of a trade; none where something is refused.
  private mutating func readPayment(_ written: YAMLValue) -> [ListedPayment] {
    guard let section = Section(written, as: ScenarioReader.paymentShape, problems) else {
      return []
    }
    let id = section.read("id") { YAMLValue.isName($0) ? $0 : nil }
    let at = instant(section["at"])
    let deadline = instant(section["deadline"])
    let priority = section.read("priority", ScenarioReader.priority)
    let corridor = corridor(section)
    let against = corridor.flatMap { counterCurrency(section, $0.currency) }
    let amount = corridor.flatMap { corridor in
      let most = largestAmount(of: corridor.currency, creditedIn: against ?? corridor.creditedIn)
      return section.read(
        "amount", hint: ScenarioReader.decimals(of: corridor.currency, upTo: most)
      ) {
        ScenarioReader.payable($0, corridor.currency, upTo: most)
      }
    }
    guard let id, let at, let priority, let corridor, let amount,
      deadline != nil || !section.has("deadline"), against != nil || !section.has("against"),
      check(corridor, section)
    else { return [] }
    let payment = ListedPayment(
      id: id, instructed: at, corridor: corridor, amount: amount, priority: priority,
      deadline: deadline)
    let place = place(of: written)
    return legs(of: payment, against: against).filter { take($0, at: place) }
  }

  /// One end to another, each a branch or outside; reports a list of several, or the same end
  /// twice.
  private func corridor(_ section: Section) -> Corridor? {
    let from = parties(section, "from", outside: true)
    let to = parties(section, "to", outside: true)
    let currency = section.read("currency") { Currency($0) }
    let creditedIn = section.read("credited-in") { Currency($0) } ?? currency
    guard let from, let to, let currency, let creditedIn else { return nil }
    for (key, parties) in [("from", from), ("to", to)] where parties.count != 1 {
      guard let written = section[key] else { continue }
      problems.add(written, "found \(written.found), expected one branch or outside")
      return nil
    }
    guard from != to else {
      problems.add(section.value, "from and to are the same, expected two ends")
      return nil
    }
    return Corridor(from: from[0], to: to[0], currency: currency, creditedIn: creditedIn)
  }
}
