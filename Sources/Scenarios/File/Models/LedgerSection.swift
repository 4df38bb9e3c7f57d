import Vocabulary

extension ScenarioReader {
  /// The bank's own ledger. Each step of a payment (mint, transfer, burn) waits for the next block
  /// and then `finality`; a step fails with its chance and is undone after `time-out`.
  ///
  /// Blocks fall on whole multiples of the interval since 1970, so that two models of one interval
  /// have the same blocks. Finality of 0 is that of QBFT and other protocols whose blocks are final
  /// at once. Which steps fail is drawn for each payment and step.
  static let ledgerShape = Shape(
    name: "ledger", description: "The terms of the bank's permissioned ledger.",
    fields: [
      Field(
        "block-interval", .span, .required, "The time between two blocks.", examples: ["5s"]),
      Field("finality", .span, .means("0s"), "The time from the block to its finality."),
      Field(
        "step-failure", .shareBelowWhole, .means("0%"),
        "The share of steps (mint, transfer, burn) that get no answer."),
      Field("time-out", .span, .required, "After this time without an answer a step is undone."),
    ])

  /// Reads the terms of a model's own ledger.
  func readTokenTerms(_ model: Section) -> TokenTerms? {
    model.section("ledger").flatMap { readTerms($0, model) }
  }

  /// The terms of the ledger with the fees of the model, which stand beside it.
  private func readTerms(_ section: Section, _ model: Section) -> TokenTerms? {
    let positive = { (text: String) in ScenarioReader.span(text).flatMap { $0 > .zero ? $0 : nil } }
    let interval = section.read("block-interval", positive)
    let finality = section.read("finality") { ScenarioReader.span($0) }
    let failure = section.read("step-failure") { text in
      ScenarioReader.share(text).flatMap { $0 < 1 ? $0 : nil }
    }
    let timeOut = section.read("time-out", positive)
    let fees = readFees(model)
    guard let interval, let finality, let failure, let timeOut, let fees else { return nil }
    return TokenTerms(
      blockInterval: interval, finality: finality, stepFailure: failure, timeOut: timeOut,
      fees: fees)
  }

  /// Reads what a payment costs the payer, at most once for each currency.
  ///
  /// They hold for each payment by token or clearing, in the currency sent; a currency without a
  /// fee is free.
  ///
  /// - Returns: None where the key is not given; `nil` where one is refused. A second of a currency
  ///   is reported.
  func readFees(_ model: Section) -> [Money]? {
    let items = model.list("fees")
    var fees: [Money] = []
    var firsts: [Currency: Place] = [:]
    for item in items {
      guard let fee = item.read(.money, problems, ScenarioReader.money) else { continue }
      if let first = firsts[fee.currency] {
        problems.add(item, "a second fee in \(fee.currency), the first in \(first)")
      }
      firsts[fee.currency] = firsts[fee.currency] ?? item.place
      fees.append(fee)
    }
    return fees.count == items.count ? fees : nil
  }

  /// An amount of at least 0 with its currency: `1.30 SGD`.
  ///
  /// - Returns: `nil` without a currency, with more decimals than it has, and past 2⁵³ minor units.
  static func money(_ text: String) -> Money? {
    let words = text.split(separator: " ")
    guard words.count == 2, let currency = Currency(words[1]) else { return nil }
    return Money(words[0], currency).flatMap {
      (0...largestAmount).contains($0.minorUnits) ? $0 : nil
    }
  }
}
