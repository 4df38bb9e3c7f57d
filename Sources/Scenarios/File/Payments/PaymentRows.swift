import Vocabulary

/// The rows of a CSV file of payments, of which one at a time is read.
///
/// A million rows are read in the usual form of each field straight from its bytes; any other form
/// goes the way of a text, so that both say the same.
struct PaymentRows {
  let file: String
  var records = CSVRecords()
  /// Whether the first record has been read.
  private(set) var hasHeader = false
  /// Whether no row has been read.
  private(set) var isEmpty = true
  /// Whether the columns are the right ones.
  private(set) var isReadable = true
  private let branchNames: [String]
  private let list: ProblemList
  private let parties: [String: Party]
  private let currencies: [String: Currency]

  /// Rows of a file whose parties are branches by their names, or `outside`.
  init(file: String, _ branchNames: [String], _ list: ProblemList) {
    (self.file, self.branchNames, self.list) = (file, branchNames, list)
    var parties: [String: Party] = ["outside": .outside]
    for (place, name) in branchNames.enumerated() where parties[name] == nil {
      parties[name] = .branch(BranchID(place))
    }
    self.parties = parties
    currencies = Dictionary(uniqueKeysWithValues: Currency.all.map { ($0.code, $0) })
  }

  /// Moves on to the next row, past the names of the columns, which are checked.
  ///
  /// - Returns: Whether there is a whole row at hand; `false` too after a wrong header, and where
  ///   the rest of a row has not come yet.
  /// - Throws: What is no CSV; nothing can be read after it.
  mutating func next() throws(CSVError) -> Bool {
    guard isReadable else { return false }
    do {
      guard try records.next() else { return false }
    } catch {
      isReadable = false
      throw error
    }
    guard !hasHeader else {
      isEmpty = false
      return true
    }
    hasHeader = true
    let columns = (0..<records.fieldCount).map { records.text(of: $0) }
    guard columns == PaymentFile.columns else {
      isReadable = false
      report(
        "",
        "found the columns \(YAMLValue.shown(columns.joined(separator: ","))), "
          + "expected \(PaymentFile.columns.joined(separator: ","))")
      return false
    }
    return try next()
  }

  /// The place of the present row, for a problem that is found later.
  var place: Problem {
    Problem(file: file, path: "", line: records.recordLine, column: 1, message: "")
  }

  /// Notes a problem in a column of the present row.
  func report(_ column: String, _ message: @autoclosure () -> String) {
    guard !list.isFull else { return list.countOneMore() }
    report(line: records.recordLine, column, message())
  }

  /// Notes a problem at a line.
  func report(line: Int, _ column: String, _ message: String) {
    list.add(Problem(file: file, path: column, line: line, column: 1, message: message))
  }

  /// The payment of the present row; what is refused is reported. All columns are read before one
  /// of them refuses the row, so that every problem of a row is told. A row has 8 fields; an empty
  /// priority is 5, an empty deadline is none.
  func payment() -> ListedPayment? {
    guard records.fieldCount == PaymentFile.columns.count else {
      report(
        "",
        "found \(records.fieldCount.counted("field")), expected \(PaymentFile.columns.count): "
          + PaymentFile.columns.joined(separator: ","))
      return nil
    }
    let id = identity()
    let instructed = instant(1)
    let from = party(2)
    let to = party(3)
    let currency = read(4, .currency, { _ in nil }) { currencies[$0] }
    let amount = currency.flatMap { currency in
      read(5, .positiveAmount, { FieldBytes.amount($0, currency) }) {
        ScenarioReader.payable($0, currency)
      }
    }
    let priority = isBlank(6) ? 5 : read(6, .priority, FieldBytes.digit, ScenarioReader.priority)
    let deadline = isBlank(7) ? nil : instant(7)
    guard let id, let instructed, let from, let to, let currency, let amount, let priority,
      deadline != nil || isBlank(7)
    else { return nil }
    guard from != to else {
      report("to", "the same as from, expected two ends")
      return nil
    }
    return ListedPayment(
      id: id, instructed: instructed,
      corridor: Corridor(from: from, to: to, currency: currency, creditedIn: currency),
      amount: amount,
      priority: priority, deadline: deadline)
  }
}

extension PaymentRows {
  /// Whether an optional column says nothing.
  private func isBlank(_ column: Int) -> Bool { records.bytes(of: column).isEmpty }

  /// An instant in UTC, with or without fractions of a second.
  private func instant(_ column: Int) -> Instant? {
    let bytes = records.bytes(of: column)
    do { return try Instant(utf8: bytes) } catch {
      refuse(column, .csvInstant, String(decoding: bytes, as: UTF8.self), error.clause)
      return nil
    }
  }

  /// The id of the row. Bytes that are no UTF-8 are refused here, since a repaired text could meet
  /// another id.
  private func identity() -> String? {
    let bytes = records.bytes(of: 0)
    if FieldBytes.isPlainName(bytes) { return String(decoding: bytes, as: UTF8.self) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      report(PaymentFile.columns[0], "found bytes that are no UTF-8, expected a text in UTF-8")
      return nil
    }
    return read(0, .name, { _ in nil }) { YAMLValue.isName($0) ? $0 : nil }
  }

  /// A branch by its own name, or `outside`; families and `any` name several and are unknown here.
  private func party(_ column: Int) -> Party? {
    let text = records.text(of: column)
    if let party = parties[text] { return party }
    report(
      PaymentFile.columns[column],
      "found '\(YAMLValue.shown(text))', expected the name of a branch or outside"
        + Nearest.hint(text, among: branchNames))
    return nil
  }

  /// The value of a field, from its bytes in the usual form, else from its text; what is refused is
  /// reported.
  private func read<Value>(
    _ column: Int, _ form: @autoclosure () -> Form, _ usual: (ArraySlice<UInt8>) -> Value?,
    _ parse: (String) -> Value?
  ) -> Value? {
    let bytes = records.bytes(of: column)
    if let value = usual(bytes) { return value }
    let text = String(decoding: bytes, as: UTF8.self)
    if let value = parse(text) { return value }
    refuse(column, form(), text)
    return nil
  }

  /// Notes that a column of the present row is not what it should be.
  ///
  /// - Parameter clause: What to add, with its semicolon.
  private func refuse(
    _ column: Int, _ form: @autoclosure () -> Form, _ text: @autoclosure () -> String,
    _ clause: @autoclosure () -> String = ""
  ) {
    report(PaymentFile.columns[column], refusal(of: text(), form(), clause()))
  }

  private func refusal(of text: String, _ form: Form, _ clause: String) -> String {
    let found = text.isEmpty ? "nothing" : "'\(YAMLValue.shown(text))'"
    return "found \(found), expected \(form.expected)\(clause)"
  }
}
