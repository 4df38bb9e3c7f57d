import Calendars
import Vocabulary

extension ScenarioReader {
  /// Reads a flow whose payments stand in an ISO 20022 message, pacs.008.
  ///
  /// The debtor's and the creditor's agent are the ends of a payment; who the customers are and
  /// which banks lie between is not read, since routes say it. Amounts are credited in the
  /// currency sent, and a message gives no deadline.
  ///
  /// Version 08 is that of T2 and of cross-border payments by SWIFT (CBPR+) since 20 March 2023.
  mutating func readMessageFlow(_ section: Section, _ entry: YAMLValue.Entry) {
    let zone = zone(section, "zone")
    guard let file = text(ofFileAt: "file", in: section, limit: CSVFile.byteLimit) else { return }
    let name = folder.naming(file.name)
    let message: CustomerTransfers
    do { message = try CustomerTransfersParser.read(file.text) } catch {
      problems.add(
        Problem(file: name, path: "", line: error.line, column: 1, message: error.message))
      return
    }
    checkCount(of: message, file: name)
    var payments: [ListedPayment] = []
    for part in message.transactions {
      var row = TransferRow(part: part, header: message.header, file: name, list: problems)
      guard let payment = payment(&row, zone),
        take(payment, at: row.problem(line: part.line, "", ""))
      else { continue }
      payments.append(payment)
    }
    addListed(payments, entry, isInFile: true)
  }

  /// Checks that the message holds as many transactions as it says: one that was cut short is
  /// refused.
  private func checkCount(of message: CustomerTransfers, file: String) {
    let count = message.transactions.count
    guard let told = message.header[.count], Int(told.text) != count || count == 0 else {
      guard count == 0 else { return }
      return problems.add(
        Problem(file: file, path: "", line: 1, column: 1, message: "found no payment"))
    }
    problems.add(
      Problem(
        file: file, path: "NbOfTxs", line: told.line, column: 1,
        message: "found '\(YAMLValue.shown(told.text))', but the message holds "
          + count.counted("transaction")
      ))
  }

  /// The payment of a transaction; `nil` where something of it is refused.
  ///
  /// All of its elements are read before, so that every problem is told.
  private func payment(_ row: inout TransferRow, _ zone: Zone?) -> ListedPayment? {
    let id = row.identity()
    let instructed = row.instructed(zone)
    let amount = row.amount()
    let from = party(&row, .debtorAgent)
    let to = party(&row, .creditorAgent)
    let priority = row.priority()
    row.checkCharges()
    guard row.isSound, let id, let instructed, let amount, let from, let to else { return nil }
    guard from != to else {
      let ends = from == .outside ? "neither agent is a branch" : "both agents are one branch"
      row.report(.creditorAgent, "\(ends), expected a branch at one end at least, and two ends")
      return nil
    }
    let currency = amount.currency
    return ListedPayment(
      id: id, instructed: instructed,
      corridor: Corridor(from: from, to: to, currency: currency, creditedIn: currency),
      amount: amount,
      priority: priority, deadline: nil)
  }

  /// The branch of an agent's code; an agent that is none of the scenario is outside. Eight
  /// characters and the same with three X behind them are one code.
  private func party(_ row: inout TransferRow, _ element: CustomerTransfers.Element) -> Party? {
    guard let found = row.part[element] else {
      row.report(element, "found no BICFI, expected \(Form.bic.expected)")
      return nil
    }
    guard let code = ScenarioReader.bic(found.text) else {
      row.report(element, row.refused(found, Form.bic.expected))
      return nil
    }
    return branchOfCode[ScenarioReader.headOffice(code)].map { .branch($0) } ?? .outside
  }
}

extension ScenarioReader {
  /// A business identifier code of ISO 9362, as ISO 20022 writes it (BICFIDec2014Identifier). Four
  /// letters or digits, two letters for the country, two letters or digits, and three more for an
  /// office of the bank. Small letters are refused; whether the country exists is not asked.
  static func bic(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 || bytes.count == 11 else { return nil }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    for (place, byte) in bytes.enumerated() {
      let isCountry = place == 4 || place == 5
      guard letters.contains(byte) || !isCountry && digits.contains(byte) else { return nil }
    }
    return text
  }

  /// The code with its eleven characters: eight mean the head office, which three X stand for.
  static func headOffice(_ code: String) -> String {
    code.utf8.count == 8 ? code + String(repeating: "X", count: 3) : code
  }

  /// Reads the code of a branch, by which messages name it; each once.
  ///
  ///     branches.LDN.bic: found 'NOSTUS33XXX', the code of NYC already in line 5, expected another
  ///
  /// - Returns: The code as it is written, of 8 or 11 characters.
  mutating func readCode(_ section: Section, of branch: BranchID) -> String? {
    guard let code = section.read("bic", ScenarioReader.bic), let written = section["bic"] else {
      return nil
    }
    let whole = ScenarioReader.headOffice(code)
    if let other = branchOfCode[whole] {
      problems.add(
        written,
        "found \(written.found), the code of \(name(of: other)) already in line "
          + "\(placeOfCode[whole]?.line ?? 1), expected another")
    } else {
      branchOfCode[whole] = branch
      placeOfCode[whole] = written.place
    }
    return code
  }
}

extension Form {
  /// The code of a bank.
  static let bic = Form.scalar(
    Scalar(
      expected: "an ISO 9362 code of 8 or 11 characters like ABCDUS33 or ABCDUS33XXX",
      pattern: "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?"))
}
