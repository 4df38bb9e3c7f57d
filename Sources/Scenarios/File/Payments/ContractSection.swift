import Chance
import Vocabulary

extension ScenarioReader {
  /// The key of every kind of flow that may have a contract; trades may not.
  static let contractField = Field(
    "contract", .object(contractShape), .leaves("the payments are due at once"),
    "What the payments depend on.")

  /// Conditions are those of one payment: each releases its share of the amount to the payee when
  /// it is met. Shares are exact to a millionth, sum to 100 % at most, and what is left at the
  /// expiry goes back. There are 100 conditions at most.
  ///
  /// The clock of a contract starts with its instruction (`funding-deadline`), then with its
  /// funding (`after`, `expiry`). A condition that is met at the expiry or later releases nothing.
  static let contractShape = Shape(
    name: "contract", description: "What a conditional payment depends on.",
    fields: [
      Field(
        "funding-deadline", .span, .required,
        "How long after the instruction the payer may take to fund it; then it lapses."),
      Field(
        "conditions", .list(.object(conditionShape)), .required,
        "What releases money to the payee."),
      Field(
        "expiry", .span, .required,
        "How long after the funding what is not released goes back to the payer."),
      Field("dispute", .object(disputeShape), .leaves("never"), "How often the parties fall out."),
    ])

  /// Exactly one of `after`, which is drawn and counted from the funding, and `at`, an instant.
  static let conditionShape = Shape(
    name: "condition", description: "A condition and what it releases.",
    fields: [
      Field("name", .name, .required, "What has to happen.", examples: ["shipment"]),
      Field("after", timeForm, .leaves("at is given"), "How long after the funding it happens."),
      Field(
        "at", .instant, .leaves("after is given"),
        "When it happens; with the funding where that comes later."),
      Field("releases", .millionths, .required, "The share of the amount that it releases."),
    ])

  /// A dispute is raised at the last condition alone, over what is locked then.
  ///
  /// The rest of what is locked goes back to the payer. The expiry waits for the resolution.
  static let disputeShape = Shape(
    name: "dispute", description: "A dispute over what is locked when the last condition is met.",
    fields: [
      Field("rate", .share, .required, "The share of contracts that meet one."),
      Field("resolution", timeForm, .required, "How long it takes to resolve."),
      Field(
        "to-payee", .millionths, .required, "The share of what is locked that the payee then gets."),
    ])

  /// Reads what the payments of a flow depend on.
  ///
  /// - Returns: `nil` where the key is not given and where a term is refused; the caller tells them
  ///   apart.
  mutating func readContract(_ flow: Section) -> Contract? {
    guard let section = flow.section("contract") else { return nil }
    let deadline = section.read("funding-deadline") { ScenarioReader.span($0) }
    let items = section.list("conditions")
    var conditions: [Contract.Condition] = []
    for item in items {
      if let condition = readCondition(item) { conditions.append(condition) }
    }
    let expiry = section.read("expiry") { ScenarioReader.span($0) }
    let dispute = readDispute(section)
    guard let deadline, let expiry, conditions.count == items.count, !conditions.isEmpty,
      dispute != nil || !section.has("dispute")
    else { return nil }
    guard let written = section["conditions"], check(conditions, at: written) else { return nil }
    return Contract(
      fundingDeadline: deadline, conditions: conditions, expiry: expiry, dispute: dispute)
  }

  /// Whether the conditions are few enough and release no more than all; reports where not.
  ///
  ///     flows.suppliers.contract.conditions: release 120.5% together, expected at most 100%
  private func check(_ conditions: [Contract.Condition], at written: YAMLValue) -> Bool {
    if conditions.count > Contract.mostConditions {
      problems.add(
        written,
        "found \(conditions.count) conditions, expected at most \(Contract.mostConditions)")
      return false
    }
    let sum = conditions.reduce(0) { $0 + $1.millionths }
    if sum > 1_000_000 {
      let text = DecimalNumeral.text(Int128(sum), exponent: 4, trimmed: true)
      problems.add(written, "release \(text)% together, expected at most 100%")
      return false
    }
    return true
  }

  /// A condition with its name, which addresses its chance: renaming it draws anew.
  private mutating func readCondition(_ written: YAMLValue) -> Contract.Condition? {
    guard let section = Section(written, as: ScenarioReader.conditionShape, problems) else {
      return nil
    }
    let name = section.read("name") { YAMLValue.isName($0) ? $0 : nil }
    let met = readMet(section)
    let share = section.read("releases", ScenarioReader.millionths)
    guard let name, let met, let share else { return nil }
    return Contract.Condition(name: name, met: met, millionths: share)
  }

  /// When a condition is met; reports where both keys are given, or none.
  private mutating func readMet(_ condition: Section) -> Contract.Met? {
    guard condition.has("after") != condition.has("at") else {
      let found = condition.has("at") ? "after and at" : "neither after nor at"
      problems.add(condition.value, "found \(found), expected one of them")
      return nil
    }
    if condition.has("at") { return instant(condition["at"]).map { .at($0) } }
    return time(condition, "after").map { .after($0) }
  }

  /// The terms of a dispute; `nil` also where the section is left out, which the caller tells
  /// apart.
  private func readDispute(_ contract: Section) -> Contract.Dispute? {
    guard let section = contract.section("dispute") else { return nil }
    let rate = section.read("rate", ScenarioReader.share)
    let resolution = time(section, "resolution")
    let share = section.read("to-payee", ScenarioReader.millionths)
    guard let rate, let resolution, let share else { return nil }
    return Contract.Dispute(rate: rate, resolution: resolution, millionthsToPayee: share)
  }
}
