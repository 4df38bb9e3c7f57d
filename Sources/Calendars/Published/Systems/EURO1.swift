import Vocabulary

extension PublishedSystem {
  /// EURO1 of EBA Clearing.
  static let euro1 = [
    PublishedSystem(
      "EURO1", "EUR", zone: "Europe/Brussels",
      calendar: "TARGET", days: .mondayToFriday,
      opening: .sameDay, opens: "07:30", customerCutOff: "16:00",
      interbankCutOff: "16:30", closes: "16:30",
      kind: "net in central-bank money",
      source:
        "ebaclearing.eu central system time schedule (live-day column: first liquidity cycle "
        + "08:00, netting cut-off 16:30, final statements 17:00)",
      confidence: "medium (16:00 customer and 07:30 start: from memory, unverified)",
      notes: "")
  ]
}
