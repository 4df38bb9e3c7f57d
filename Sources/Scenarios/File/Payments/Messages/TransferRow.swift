import Calendars
import Vocabulary

/// One transaction of a message, read element by element.
struct TransferRow {
  let part: CustomerTransfers.Part
  let header: CustomerTransfers.Part
  let file: String
  let list: ProblemList
  /// Whether nothing of it has been refused.
  private(set) var isSound = true

  init(
    part: CustomerTransfers.Part, header: CustomerTransfers.Part, file: String, list: ProblemList
  ) {
    (self.part, self.header, self.file, self.list) = (part, header, file, list)
  }

  /// A problem at a line of the file.
  func problem(line: Int, _ path: String, _ message: String) -> Problem {
    Problem(file: file, path: path, line: line, column: 1, message: message)
  }

  /// Notes a problem at an element, or at the transaction where the element is missing.
  ///
  /// The row is no payment from then on.
  mutating func report(_ element: CustomerTransfers.Element, _ message: String) {
    isSound = false
    let line = part[element]?.line ?? header[element]?.line ?? part.line
    list.add(problem(line: line, element.name, message))
  }

  /// What was found and what was expected.
  func refused(_ found: CustomerTransfers.Found, _ expected: String) -> String {
    let text = found.text.isEmpty ? "nothing" : "'\(YAMLValue.shown(found.text))'"
    return "found \(text), expected \(expected)"
  }

  /// The identity: the end-to-end reference or, where the payer gave none, that of the transaction.
  ///
  /// `NOTPROVIDED` is what a bank fills in where the payer gave no reference (usage guidelines of
  /// CBPR+ and SEPA); it would be the same for many payments.
  mutating func identity() -> String? {
    let given = part[.endToEnd].flatMap { $0.text == "NOTPROVIDED" ? nil : $0 }
    guard let found = given ?? part[.transaction] ?? part[.uetr] else {
      report(.endToEnd, "found none, expected an EndToEndId, a TxId or a UETR")
      return nil
    }
    guard YAMLValue.isName(found.text) else {
      report(.endToEnd, refused(found, Form.name.expected))
      return nil
    }
    return found.text
  }

  /// When it was instructed: accepted, else when the message was made. `AccptncDtTm` of the
  /// transaction, `CreDtTm` of the header.
  ///
  /// - Parameter zone: The clock of times without an offset; without one they are refused.
  mutating func instructed(_ zone: Zone?) -> Instant? {
    let element: CustomerTransfers.Element = part[.accepted] == nil ? .created : .accepted
    guard let found = part[.accepted] ?? header[.created] else {
      report(.accepted, "missing, and so is the header's CreDtTm")
      return nil
    }
    switch MessageTime.read(found.text, zone) {
    case .instant(let instant): return instant
    case .withoutOffset:
      report(
        element,
        refused(
          found, "an offset like +01:00 or Z behind it, or 'zone' beside 'file' in the scenario"))
    case .jumpedOver:
      report(element, refused(found, "a time that the clock of the scenario's 'zone' shows"))
    case .refused(let clause):
      report(element, refused(found, "a date and time like 2026-03-06T09:30:00+01:00" + clause))
    }
    return nil
  }

  /// The amount that the banks settle, exact to the minor unit.
  ///
  ///     IntrBkSttlmAmt: found '100.005', expected an amount above 0 with at most 2 decimals …
  ///
  /// `IntrBkSttlmAmt`, not what the payer instructed (`InstdAmt`): it is what moves between the
  /// banks. Suffixes and signs of scenario files are no part of a message.
  mutating func amount() -> Money? {
    guard let found = part[.amount] else {
      report(.amount, "missing, expected the amount that the banks settle")
      return nil
    }
    guard let code = found.currency, let currency = Currency(code) else {
      let code = found.currency.map { "'\(YAMLValue.shown($0))'" } ?? "none"
      report(.amount, "found the currency \(code), expected \(Form.currency.expected)")
      return nil
    }
    let isPlain = found.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isPlain, let amount = ScenarioReader.payable(found.text, currency) else {
      report(
        .amount,
        refused(
          found,
          "an amount above 0 with at most \(currency.exponent) decimals like "
            + Money(minorUnits: 125_000, currency).decimal))
      return nil
    }
    return amount
  }

  /// The more urgent of both priorities: 1 for URGT, 3 for HIGH, 5 for NORM and for none (assumed).
  ///
  /// `SttlmPrty` knows URGT, HIGH and NORM, `InstrPrty` only the last two (ISO 20022, Priority3Code
  /// and Priority2Code). The `InstrPrty` of the header holds for transactions that have none.
  mutating func priority() -> UInt8 {
    var priority: UInt8 = 5
    let instructed: CustomerTransfers.Element = part[.priority] == nil ? .groupPriority : .priority
    for element in [instructed, .settlementPriority] {
      guard let found = part[element] ?? header[element] else { continue }
      switch found.text {
      case "URGT" where element == .settlementPriority: priority = min(priority, 1)
      case "HIGH": priority = min(priority, 3)
      case "NORM": break
      default:
        let urgent = element == .settlementPriority ? "URGT, " : ""
        report(element, refused(found, urgent + "HIGH or NORM"))
      }
    }
    return priority
  }

  /// Who bears the charges: known or refused, and not used, since the route's terms say it.
  mutating func checkCharges() {
    guard let found = part[.charges], !["DEBT", "CRED", "SHAR", "SLEV"].contains(found.text) else {
      return
    }
    report(.charges, refused(found, "DEBT, CRED, SHAR or SLEV"))
  }
}

/// A date and time of ISO 20022 (ISODateTime, xs:dateTime).
enum MessageTime: Hashable {
  case instant(Instant)
  /// A good time, but of no known clock.
  case withoutOffset
  /// A time that the clock jumps over.
  case jumpedOver
  /// No time, with what to add to what was expected.
  case refused(clause: String)

  /// Reads `2026-03-06T09:30:00+01:00`, `…Z`, or without offset the clock of `zone`. A time that
  /// the clock of `zone` shows twice is the earlier one.
  static func read(_ text: String, _ zone: Zone?) -> MessageTime {
    let read: WrittenInstant
    do { read = try WrittenInstant(text) } catch { return .refused(clause: error.clause) }
    if let instant = read.instant { return .instant(instant) }
    guard let zone else { return .withoutOffset }
    switch zone.reading(read) {
    case .instant(let instant): return .instant(instant)
    case .jumpedOver: return .jumpedOver
    case .outsideYears:
      let years = "\(Zone.years.lowerBound) to \(Zone.years.upperBound)"
      return .refused(clause: "; the clock of \(zone.identifier) is known for \(years)")
    }
  }
}
