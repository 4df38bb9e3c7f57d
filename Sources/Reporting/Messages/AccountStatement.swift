public import Bookkeeping
import Vocabulary

/// The statement of a pool for a day in the shape of ISO 20022 camt.053.001.08, bank to customer
/// statement: opening and closing booked balance and every entry between them.
///
/// A day begins with the opening of the pool's system and ends with the next one; its date is the
/// value date of that window, on which all entries are valued. Statements of consecutive days join:
/// a closing balance is the next opening one (held by a test over whole runs).
///
/// Names that are longer than a field of the standard are shortened by `MessageText.identity`; the
/// whole name then stands in `AddtlTxInf`.
public enum AccountStatement {
  /// The message; its times are simulated, the end of the day the time of its making.
  ///
  /// - Returns: A document in UTF-8, the same bytes for the same day.
  /// - Complexity: O(entries).
  public static func xml(_ statement: PoolStatement) -> String {
    let identity = "\(statement.branch)-\(statement.currency)-\(statement.date)"
    return MessageText.document(
      "camt.053.001.08", "BkToCstmrStmt",
      [
        MessageText.header(identity, at: statement.day.upperBound),
        XMLElement("Stmt", elements(of: statement, identity)),
      ])
  }

  /// In the order that the schema demands: identity, making, period, account, balances, summary,
  /// entries.
  private static func elements(of statement: PoolStatement, _ identity: String) -> [XMLElement] {
    let period = XMLElement(
      "FrToDt",
      [
        XMLElement("FrDtTm", statement.day.lowerBound.description),
        XMLElement("ToDtTm", statement.day.upperBound.description),
      ])
    return [
      XMLElement("Id", MessageText.identity(identity)),
      XMLElement("CreDtTm", statement.day.upperBound.description), period, account(statement),
      balance("OPBD", statement.opening, statement), balance("CLBD", statement.closing, statement),
      summary(statement),
    ] + statement.entries.enumerated().map { entry($1, number: $0 + 1, statement) }
  }

  /// The account of a branch in a currency at its system. A scenario knows no account numbers, so
  /// that it has an identification of its own (`Othr`). The servicer is named where the scenario
  /// gives a BIC.
  private static func account(_ statement: PoolStatement) -> XMLElement {
    let name = MessageText.identity("\(statement.branch)-\(statement.currency)")
    var elements = [
      XMLElement("Id", [XMLElement("Othr", [XMLElement("Id", name)])]),
      XMLElement("Ccy", statement.currency.code),
      XMLElement("Ownr", [XMLElement("Nm", String(statement.title.prefix(140)))]),
    ]
    if let code = statement.code {
      elements.append(XMLElement("Svcr", [XMLElement("FinInstnId", [XMLElement("BICFI", code)])]))
    }
    return XMLElement("Acct", elements)
  }

  /// - Parameters:
  ///   - code: `OPBD` opening booked, `CLBD` closing booked (ISO 20022 external codes).
  ///   - amount: In minor units; its sign becomes the indicator of the side, the amount itself has
  ///     none.
  private static func balance(_ code: String, _ amount: Int64, _ statement: PoolStatement)
    -> XMLElement
  {
    XMLElement(
      "Bal",
      [
        XMLElement("Tp", [XMLElement("CdOrPrtry", [XMLElement("Cd", code)])]),
        MessageText.amount("Amt", amount, statement.currency), MessageText.side(amount),
        XMLElement("Dt", [XMLElement("Dt", statement.date.description)]),
      ])
  }

  /// Number and sum of credits and of debits, from the entries themselves.
  private static func summary(_ statement: PoolStatement) -> XMLElement {
    func total(_ name: String, _ entries: [PoolEntry]) -> XMLElement {
      let sum = entries.reduce(Int128(0)) { $0 + Int128($1.amount.magnitude) }
      return XMLElement(
        name,
        [
          XMLElement("NbOfNtries", "\(entries.count)"),
          XMLElement("Sum", DecimalNumeral.text(sum, exponent: statement.currency.exponent)),
        ])
    }
    return XMLElement(
      "TxsSummry",
      [
        total("TtlCdtNtries", statement.entries.filter { $0.amount >= 0 }),
        total("TtlDbtNtries", statement.entries.filter { $0.amount < 0 }),
      ])
  }

  /// An entry with its place on the day, the kind of posting as a proprietary code, and the payment
  /// it belongs to: treasury transfers have none.
  ///
  /// - Parameter number: From 1.
  private static func entry(_ entry: PoolEntry, number: Int, _ statement: PoolStatement)
    -> XMLElement
  {
    let booked = XMLElement("DtTm", entry.instant.description)
    var details = [
      XMLElement(
        "Refs", [XMLElement("EndToEndId", MessageText.identity(entry.payment ?? ""))])
    ]
    if let payment = entry.payment, payment != MessageText.identity(payment) {
      details.append(XMLElement("AddtlTxInf", payment))
    }
    return XMLElement(
      "Ntry",
      [
        XMLElement("NtryRef", "\(number)"),
        MessageText.amount("Amt", entry.amount, statement.currency),
        MessageText.side(entry.amount), XMLElement("Sts", [XMLElement("Cd", "BOOK")]),
        XMLElement("BookgDt", [booked]),
        XMLElement("ValDt", [XMLElement("Dt", statement.date.description)]),
        XMLElement("BkTxCd", [XMLElement("Prtry", [XMLElement("Cd", "\(entry.kind)")])]),
        XMLElement("NtryDtls", [XMLElement("TxDtls", details)]),
      ])
  }
}
