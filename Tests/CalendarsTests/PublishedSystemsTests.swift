import Testing
import Vocabulary

@testable import Calendars

@Suite("The published systems are the rows of systems.csv") struct PublishedSystemsTests {
  @Test("The table is sound") func tableIsSound() throws {
    _ = try SystemTable.systems(of: PublishedSystems.text)
  }

  @Test("All twenty-eight are there, each under one name, capitals and all") func names() {
    #expect(PublishedSystems.names.count == 28)
    #expect(Set(PublishedSystems.names).count == 28)
    #expect(PublishedSystems.names.first == "Fedwire Funds")
    #expect(PublishedSystems.names.last == "CLS Settlement")
    #expect(PublishedSystems.named("fedwire funds") == nil)
  }

  /// Hours as the sources named in the table tell them: one system of each kind of opening, of days,
  /// of currency and of dates.
  static let known: [[String]] = [
    // Board of Governors, Fedwire Funds Service: 21:00 ET of the day before to 19:00, customers 18:45.
    [
      "Fedwire Funds", "USD", "America/New_York", "previousCalendarDay", "21:00", "18:45", "19:00",
      "19:00", "Mon-Fri", "USFED", "", "",
    ],
    // Federal Register 90 FR 51356: Sunday to Friday, holidays too.
    [
      "Fedwire Funds 22x6 (announced)", "USD", "America/New_York", "previousCalendarDay", "21:00",
      "18:45", "19:00", "19:00", "Sun-Fri", "NONE", "2028-01-01", "",
    ],
    // Eurosystem, T2: the next business day opens at 19:30, customers until 17:00, banks until 18:00.
    [
      "T2 RTGS", "EUR", "Europe/Berlin", "previousBusinessDay", "19:30", "17:00", "18:00", "18:00",
      "Mon-Fri", "TARGET", "2023-03-20", "",
    ],
    // Bank of England, RTGS timetable, until the early opening of 2027.
    [
      "CHAPS", "GBP", "Europe/London", "sameDay", "06:00", "17:40", "18:00", "18:00", "Mon-Fri",
      "GBENG", "2016-06-20", "2027-09-01",
    ],
    // HKICL: RMB CHATS runs until 05:00 of the next calendar day.
    [
      "RMB CHATS", "CNH", "Asia/Hong_Kong", "sameDay", "08:30", "29:00", "29:00", "29:00",
      "Mon-Fri", "HK", "", "",
    ],
    // Notice of May 2018: day session to 17:00, night session to 08:30, on working weekends too.
    [
      "CIPS", "CNY", "Asia/Shanghai", "sameDay", "08:30", "17:00", "17:00", "32:30",
      "Mon-Fri+working weekends", "CN", "2018-05-02", "",
    ],
    // Reserve Bank of India, December 2020: around the clock from 00:30 on 14 December.
    [
      "INR RTGS", "INR", "Asia/Kolkata", "sameDay", "00:30", "24:30", "24:30", "24:30", "Mon-Sun",
      "NONE", "2020-12-14", "",
    ],
    // Emirates NBD, December 2021: Monday to Saturday from 2 January 2022; the hours are assumed.
    [
      "UAEFTS", "AED", "Asia/Dubai", "sameDay", "08:00", "15:00", "16:00", "17:00", "Mon-Sat", "AE",
      "2022-01-02", "",
    ],
    // CLS: matched before 06:30, settled 07:00 to 09:00, paid out to 12:00, in several currencies.
    [
      "CLS Settlement", "MULTI", "Europe/Zurich", "sameDay", "07:00", "06:30", "09:00", "12:00",
      "Mon-Fri", "NONE", "", "",
    ],
  ]

  @Test("Hours are those of the sources", arguments: known) func hours(_ known: [String]) throws {
    let system = try #require(PublishedSystems.named(known[0]))
    #expect(written(system).prefix(12) == known[...])
  }

  @Test("Every field of the table is read: written anew, the systems are the table to the byte")
  func tableWrittenAnew() {
    let header = CSVFile.line(SystemColumn.allCases.map(\.rawValue))
    let rows = PublishedSystems.all.map { CSVFile.line(written($0)) }
    #expect(header + rows.joined() == PublishedSystems.text)
  }

  /// A system in the columns of the table.
  private func written(_ system: SettlementSystem) -> [String] {
    let hours = system.hours
    return [
      system.name, system.currencyCode, hours.zone.identifier, hours.opening.rawValue,
      hours.opens.description, hours.customerCutOff.description,
      hours.interbankCutOff.description, hours.closes.description, hours.days.rule.description,
      hours.days.calendar.name, hours.effectiveFrom?.description ?? "",
      hours.effectiveUntil?.description ?? "", system.kind, system.source, system.confidence,
      system.notes,
    ]
  }
}
