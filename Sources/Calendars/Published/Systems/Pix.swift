import Vocabulary

extension PublishedSystem {
  /// Pix, instant payments of the Banco Central do Brasil.
  static let pix = [
    PublishedSystem(
      "Pix SPI", "BRL", zone: "America/Sao_Paulo",
      calendar: "NONE", days: .everyDay,
      opening: .sameDay, opens: "00:00", customerCutOff: "24:00",
      interbankCutOff: "24:00", closes: "24:00",
      kind: "instant",
      source: "BCB via revistapegn.globo.com 2020-06 (24 h every day)",
      confidence: "high",
      notes: "")
  ]
}
