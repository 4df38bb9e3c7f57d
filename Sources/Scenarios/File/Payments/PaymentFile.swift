import Vocabulary

/// The CSV files that give payments.
///
/// Of RFC 4180 (October 2005), in UTF-8, with the names of the columns in the first row. Instants
/// are in UTC, amounts in major units of the currency, parties names of branches or `outside`.
enum PaymentFile {
  /// The columns, in this order.
  static let columns = [
    "id", "instructed_utc", "from", "to", "currency", "amount", "priority", "deadline_utc",
  ]

  /// How large a file may be, in bytes: 512 MiB, of which no more than a piece is held at once.
  static let byteLimit = 512 << 20
  /// How many payments a flow may list: their numbers have 24 bits.
  static let mostPayments = 10_000_000

  /// What is wrong with the form of a file, at its line. The line stands before the sentence
  /// already, so it is taken off it.
  static func problem(_ error: CSVError, file: String) -> Problem {
    let line =
      switch error {
      case .openQuote(let line), .textAfterQuote(let line), .strayQuote(let line),
        .longRecord(let line):
        line
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
  /// Reads a flow whose payments stand in a CSV file, which is read in pieces.
  ///
  ///     file-without-a-column.csv:1:1: found the columns id,instructed_utc,from,…
  ///
  /// The digest of the scenario takes in every byte, also of rows that are refused.
  ///
  /// - Complexity: O(n) in the bytes; what is held is a piece, the payments, and the place of each
  ///   id.
  mutating func readFileFlow(_ section: Section, _ entry: YAMLValue.Entry) {
    guard let written = section["file"],
      let name = section.read("file", { YAMLValue.isPath($0) ? $0 : nil })
    else { return }
    var rows = PaymentRows(file: folder.naming(name), branchNames, problems)
    var payments: [ListedPayment] = []
    var bytes = DigestOfBytes(digest)
    do {
      try folder.read(name, limit: PaymentFile.byteLimit) { piece in
        bytes.add(piece)
        rows.records.add(piece)
        return take(&rows, &payments)
      }
    } catch {
      problems.add(written, error)
      return
    }
    digest = bytes.finished
    rows.records.end()
    guard take(&rows, &payments) else { return }
    if rows.isEmpty {
      rows.report(line: 1, "", rows.hasHeader ? "found no payment" : CSVError.empty.description)
    }
    addListed(payments, entry, isInFile: true)
  }

  /// Takes the payments of all whole records at hand.
  ///
  /// - Returns: Whether what follows can be read.
  private mutating func take(_ rows: inout PaymentRows, _ payments: inout [ListedPayment]) -> Bool {
    do {
      while try rows.next() {
        guard let payment = rows.payment() else { continue }
        guard payments.count < PaymentFile.mostPayments else {
          rows.report("", "more than \(PaymentFile.mostPayments) payments")
          return false
        }
        if take(payment, at: rows.place) { payments.append(payment) }
      }
      return rows.isReadable
    } catch {
      problems.add(PaymentFile.problem(error, file: rows.file))
      return false
    }
  }
}

extension Form {
  /// An instant in a CSV file: in UTC, as its column is called, or with the offset that brings it
  /// there. No zone may stand behind it, as in a scenario, since a table has no place for a clock.
  static let csvInstant = Form.scalar(
    Scalar(expected: "an instant like 2026-03-06T05:00:00Z", pattern: nil))
}
