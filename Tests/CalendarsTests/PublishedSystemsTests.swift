import Testing
import Vocabulary

@testable import Calendars

@Suite("The published systems agree with reference/systems.csv")
struct PublishedSystemsTests {
  @Test("All twenty-eight are there, in the order of the table")
  func names() {
    #expect(PublishedSystems.names == Reference.systems.map { $0["system"]! })
    #expect(PublishedSystems.names.count == 28)
    #expect(PublishedSystems.named("fedwire funds") == nil)
  }

  @Test("Every field is the one of the table", arguments: Reference.systems.map { $0["system"]! })
  func fields(name: String) throws {
    let row = try #require(Reference.systems.first { $0["system"] == name })
    let system = try #require(PublishedSystems.named(name))
    let hours = system.hours
    #expect(system.currencyCode == row["currency"])
    #expect(hours.zone.identifier == row["iana_zone"])
    #expect(hours.opens == at(row["open_local"]!))
    #expect(hours.customerCutOff == at(row["customer_cutoff_local"]!))
    #expect(hours.interbankCutOff == at(row["interbank_cutoff_local"]!))
    #expect(hours.closes == at(row["close_local"]!))
    #expect(hours.days.calendar.name == row["calendar"])
    #expect(hours.effectiveFrom?.description ?? "" == row["effective_from"])
    #expect(hours.effectiveUntil?.description ?? "" == row["effective_to"])
    #expect(system.kind == row["kind"])
    #expect(system.source == row["source"])
    #expect(system.confidence == row["confidence"])
    #expect(system.notes == row["notes"])
  }

  @Test(
    "The opening and the days are those of the table",
    arguments: Reference.systems.map { $0["system"]! })
  func openingAndDays(name: String) throws {
    let row = try #require(Reference.systems.first { $0["system"] == name })
    let hours = try #require(PublishedSystems.named(name)).hours
    let openings: [String: OpeningKind] = [
      "same_day": .sameDay, "prev_calendar_day": .previousCalendarDay,
      "prev_business_day": .previousBusinessDay,
    ]
    #expect(hours.opening == openings[row["open_ref"]!])
    #expect((hours.opening != .sameDay) == (row["opens_previous_day"] == "true"))
    let written = row["days"]!.replacing("+CNworkdays", with: "+working weekends")
    #expect(hours.days.rule.description == written)
  }
}
