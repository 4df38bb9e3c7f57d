import Vocabulary

extension PublishedSystem {
  /// STR of the Banco Central do Brasil.
  static let str = [
    PublishedSystem(
      "STR", "BRL", zone: "America/Sao_Paulo",
      calendar: "BR", days: .mondayToFriday,
      opening: .sameDay, opens: "06:30", customerCutOff: "17:30",
      interbankCutOff: "18:30", closes: "18:30",
      kind: "RTGS",
      source: "bcb.gov.br RelAdmBC 2012 (06:30-18:30 excl. weekends and national holidays)",
      confidence: "medium (old; customer 17:30 from memory, unverified)",
      notes: "")
  ]
}
