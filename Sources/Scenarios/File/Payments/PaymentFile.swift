import Vocabulary

/// The CSV files that give payments.
enum PaymentFile {
  /// The columns, in this order.
  static let columns = [
    "id", "instructed_utc", "from", "to", "currency", "amount", "priority", "deadline_utc",
  ]

  /// What is wrong with the form of a file, at its line.
  static func problem(_ error: CSVError, file: String) -> Problem {
    let line =
      switch error {
      case .openQuote(let line), .textAfterQuote(let line), .strayQuote(let line): line
      case .empty, .tooLarge: 1
      }
    let sentence = error.description
    let prefix = "line \(line): "
    return Problem(
      file: file, path: "", line: line, column: 1,
      message: sentence.hasPrefix(prefix) ? String(sentence.dropFirst(prefix.count)) : sentence)
  }
}

extension ScenarioReader {
  /// Reads a flow whose payments stand in a CSV file.
  mutating func readFileFlow(_ section: Section, _ entry: Written.Entry) {
    guard let file = text(ofFileAt: "file", in: section, limit: CSVFile.byteLimit) else { return }
    let name = folder.naming(file.name)
    let table: CSVFile
    do { table = try CSVFile(file.text) } catch {
      problems.add(PaymentFile.problem(error, file: name))
      return
    }
    guard table.columns == PaymentFile.columns else {
      problems.add(
        Problem(
          file: name, path: "", line: 1, column: 1,
          message: "found the columns \(Written.shown(table.columns.joined(separator: ","))), "
            + "expected \(PaymentFile.columns.joined(separator: ","))"))
      return
    }
    if table.records.isEmpty {
      problems.add(
        Problem(file: name, path: "", line: 1, column: 1, message: "found no payment"))
    }
    var payments: [ListedPayment] = []
    for record in table.records {
      let row = PaymentRow(fields: record.fields, file: name, line: record.line, list: problems)
      guard let payment = readPayment(row),
        take(payment, at: row.problem("", ""))
      else { continue }
      payments.append(payment)
    }
    addListed(payments, entry)
  }

  private func readPayment(_ row: PaymentRow) -> ListedPayment? {
    guard row.fields.count == PaymentFile.columns.count else {
      row.report(
        "",
        "found \(row.fields.count) fields, expected \(PaymentFile.columns.count): "
          + PaymentFile.columns.joined(separator: ","))
      return nil
    }
    let id = row.read(0, Form.name) { Written.isName($0) ? $0 : nil }
    let instructed = row.read(1, .csvInstant) { Instant($0) }
    let from = party(row, 2)
    let to = party(row, 3)
    let currency = row.read(4, .currency) { Currency($0) }
    let amount = currency.flatMap { currency in
      row.read(5, .positiveAmount) { ScenarioReader.payable($0, currency) }
    }
    let priority =
      row.fields[6].isEmpty ? 5 : row.read(6, .priority, ScenarioReader.priority)
    let deadline = row.fields[7].isEmpty ? nil : row.read(7, .csvInstant) { Instant($0) }
    guard let id, let instructed, let from, let to, let currency, let amount, let priority,
      deadline != nil || row.fields[7].isEmpty
    else { return nil }
    guard from != to else {
      row.report("to", "the same as from, expected two ends")
      return nil
    }
    return ListedPayment(
      id: id, instructed: instructed,
      route: Route(from: from, to: to, currency: currency, creditedIn: currency), amount: amount,
      priority: priority, deadline: deadline)
  }

  private func party(_ row: PaymentRow, _ column: Int) -> Party? {
    let text = row.fields[column]
    if text == "outside" { return .outside }
    if let branch = branch(named: text) { return .branch(branch) }
    row.report(
      PaymentFile.columns[column],
      "found '\(Written.shown(text))', expected the name of a branch or outside"
        + Nearest.hint(text, among: branchNames))
    return nil
  }
}

extension Form {
  /// An instant in a CSV file.
  static let csvInstant = Form.scalar(
    Scalar(expected: "an instant in UTC like 2026-03-06T05:00:00Z", pattern: nil))
}

/// One row of a file of payments.
struct PaymentRow {
  let fields: [String]
  let file: String
  let line: Int
  let list: ProblemList

  /// A problem in a column of the row.
  func problem(_ column: String, _ message: String) -> Problem {
    Problem(file: file, path: column, line: line, column: 1, message: message)
  }

  /// Notes a problem in a column of the row.
  func report(_ column: String, _ message: String) {
    list.add(problem(column, message))
  }

  /// The value of a field; what is refused is reported.
  func read<Value>(_ column: Int, _ form: Form, _ parse: (String) -> Value?) -> Value? {
    if let value = parse(fields[column]) { return value }
    let found = fields[column].isEmpty ? "nothing" : "'\(Written.shown(fields[column]))'"
    report(PaymentFile.columns[column], "found \(found), expected \(form.expected)")
    return nil
  }
}
