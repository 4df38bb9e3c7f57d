/// A message of customer credit transfers, ISO 20022 pacs.008, as it stands in its file.
struct CustomerTransfers {
  /// What is read of a message, by the way to it below `FIToFICstmrCdtTrf`.
  enum Element: String, CaseIterable {
    case created = "GrpHdr/CreDtTm"
    case count = "GrpHdr/NbOfTxs"
    case groupPriority = "GrpHdr/PmtTpInf/InstrPrty"
    case endToEnd = "CdtTrfTxInf/PmtId/EndToEndId"
    case transaction = "CdtTrfTxInf/PmtId/TxId"
    case uetr = "CdtTrfTxInf/PmtId/UETR"
    case priority = "CdtTrfTxInf/PmtTpInf/InstrPrty"
    case settlementPriority = "CdtTrfTxInf/SttlmPrty"
    case amount = "CdtTrfTxInf/IntrBkSttlmAmt"
    case accepted = "CdtTrfTxInf/AccptncDtTm"
    case charges = "CdtTrfTxInf/ChrgBr"
    case debtorAgent = "CdtTrfTxInf/DbtrAgt/FinInstnId/BICFI"
    case creditorAgent = "CdtTrfTxInf/CdtrAgt/FinInstnId/BICFI"

    /// Its place in the order of the cases.
    var place: Int { Element.allCases.firstIndex(of: self) ?? 0 }

    /// Its own name: `EndToEndId`; for agents that of the agent.
    var name: String {
      switch self {
      case .debtorAgent: "DbtrAgt"
      case .creditorAgent: "CdtrAgt"
      default: String(rawValue.split(separator: "/").last ?? "")
      }
    }
  }

  /// What stands at an element.
  struct Found {
    /// The text, blanks at its ends left out.
    var text: String
    /// The currency that it names, if any.
    var currency: String?
    /// The line on which it starts.
    var line: Int
  }

  /// The elements of one transaction, or of the header.
  struct Part {
    /// The line on which it starts.
    var line: Int
    private var elements: [Found?]

    init(line: Int) {
      self.line = line
      elements = Array(repeating: nil, count: Element.allCases.count)
    }

    subscript(element: Element) -> Found? {
      get { elements[element.place] }
      set { elements[element.place] = newValue }
    }
  }

  /// The version: `pacs.008.001.08`.
  var version = ""
  /// The group header.
  var header = Part(line: 1)
  /// The transactions in the order of the file.
  var transactions: [Part] = []

  /// The versions that are read.
  ///
  /// What is read of them has the same place in all three.
  static let versions = ["pacs.008.001.08", "pacs.008.001.09", "pacs.008.001.10"]
  /// What the namespace of a message is, before its version.
  static let namespace = "urn:iso:std:iso:20022:tech:xsd:"
  /// The element of a transaction.
  static let transactionElement = "CdtTrfTxInf"
  /// How deep elements may lie in each other; the messages need 8.
  static let deepest = 32
  /// How long the text of an element that is read may be, in bytes.
  static let longestText = 2_048
}
