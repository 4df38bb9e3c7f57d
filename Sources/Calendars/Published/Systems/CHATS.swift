import Vocabulary

extension PublishedSystem {
  /// The four CHATS systems of Hong Kong.
  static let chats = [
    PublishedSystem(
      "HKD CHATS", "HKD", zone: "Asia/Hong_Kong",
      calendar: "HK", days: .mondayToFriday,
      opening: .sameDay, opens: "08:30", customerCutOff: "18:00",
      interbankCutOff: "18:30", closes: "18:30",
      kind: "RTGS",
      source: "grokipedia CHATS page citing HKICL (08:30-18:30 Mon-Fri)",
      confidence: "medium (customer 18:00: from memory, unverified)",
      notes: ""),
    PublishedSystem(
      "USD CHATS", "USD", zone: "Asia/Hong_Kong",
      calendar: "HK", days: .mondayToFriday,
      opening: .sameDay, opens: "08:30", customerCutOff: "18:00",
      interbankCutOff: "18:30", closes: "18:30",
      kind: "RTGS",
      source: "as HKD CHATS",
      confidence: "medium",
      notes: "settlement institution HSBC; offshore USD RTGS in commercial-bank money"),
    PublishedSystem(
      "EUR CHATS", "EUR", zone: "Asia/Hong_Kong",
      calendar: "HK", days: .mondayToFriday,
      opening: .sameDay, opens: "08:30", customerCutOff: "18:00",
      interbankCutOff: "18:30", closes: "18:30",
      kind: "RTGS",
      source: "as HKD CHATS",
      confidence: "medium",
      notes: "settlement institution Standard Chartered (HK)"),
    PublishedSystem(
      "RMB CHATS", "CNH", zone: "Asia/Hong_Kong",
      calendar: "HK", days: .mondayToFriday,
      opening: .sameDay, opens: "08:30", customerCutOff: "29:00",
      interbankCutOff: "29:00", closes: "29:00",
      kind: "RTGS",
      source:
        "news.cnyes.com 613742 and Reuters 2015-06-23 (08:30 to 05:00 next day from "
        + "2015-07-20)",
      confidence: "high",
      notes:
        "29:00 = 05:00 next calendar day; same-day value throughout; on mainland working "
        + "weekends 08:30-18:30"),
  ]
}
