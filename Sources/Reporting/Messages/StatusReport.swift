public import Bookkeeping
public import Vocabulary

/// How payments stand, in the shape of ISO 20022 pacs.002.001.10, payment status report.
///
/// ACSC: the payee has been credited. RJCT: the payer has it back. PDNG: the branch has not taken
/// it yet, or it is being screened. ACSP: accepted and on its way.
public enum StatusReport {
  /// The message.
  ///
  /// - Parameters:
  ///   - identity: What the report is of.
  ///   - instant: The simulated time at which the payments stand so.
  ///
  /// - Returns: A document in UTF-8, the same bytes for the same standings.
  public static func xml(_ standings: [PaymentStanding], identity: String, at instant: Instant)
    -> String
  {
    MessageText.document(
      "pacs.002.001.10", "FIToFIPmtStsRpt",
      [MessageText.header(identity, at: instant)] + standings.map(transaction))
  }

  /// One `TxInfAndSts`; the elements stand in the order that the schema demands.
  private static func transaction(_ standing: PaymentStanding) -> XMLElement {
    var elements = [
      XMLElement("OrgnlEndToEndId", MessageText.identity(standing.payment)),
      XMLElement("TxSts", code(standing.status)),
    ]
    if let reason = reason(standing) {
      elements.append(
        XMLElement("StsRsnInf", [XMLElement("Rsn", [XMLElement("Prtry", reason)])]))
    }
    elements.append(XMLElement("AccptncDtTm", standing.instructed.description))
    elements.append(
      XMLElement(
        "OrgnlTxRef",
        [
          MessageText.amount(
            "IntrBkSttlmAmt", standing.amount.minorUnits, standing.amount.currency)
        ]))
    return XMLElement("TxInfAndSts", elements)
  }

  /// A returned payment says so; one on its way says what it waits for.
  private static func reason(_ standing: PaymentStanding) -> String? {
    standing.status == .returned ? "returned" : standing.cause.map(\.name)
  }

  /// ISO 20022 external codes: ACSC accepted, settlement completed on the creditor's account; ACSP
  /// accepted, settlement in process; PDNG pending; RJCT rejected.
  private static func code(_ status: PaymentStanding.Status) -> String {
    switch status {
    case .credited: "ACSC"
    case .returned: "RJCT"
    case .pending: "PDNG"
    case .onItsWay: "ACSP"
    }
  }
}
