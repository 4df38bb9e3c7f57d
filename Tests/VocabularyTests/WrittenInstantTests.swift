import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("Points of time are read in every form in which programs write them, and in no other")
struct WrittenInstantTests {
  @Test("With a zone a text is an instant", arguments: InstantTexts.accepted)
  func accepted(text: String, ofUTC: String) throws {
    #expect(try Instant(reading: text).description == ofUTC)
    #expect(Instant(text)?.description == ofUTC)
  }

  @Test("What is wrong is told", arguments: InstantTexts.refused) func refused(
    text: String, reason: String
  ) {
    let error = #expect(throws: InstantError.self) { try WrittenInstant(text) }
    #expect(error?.description == reason && error?.clause == "; \(reason)")
    #expect(Instant(text) == nil)
  }

  @Test(
    "Of another form nothing more is told",
    arguments: InstantTexts.others + [
      "", "Z", " 2026-03-06T09:30:00Z", "2026-03-06T09:30:00 Z", "2026-03-06T09:30:00,5Z",
      "2026-03-06  09:30Z", "2026-03-06T09:30:", "2026-03-06T+01:00", "2026-03-06T",
    ])
  func otherForm(text: String) {
    let error = #expect(throws: InstantError.self) { try WrittenInstant(text) }
    #expect(error == .otherForm && error?.clause == "")
  }

  @Test("A local time is read, and is no instant") func local() throws {
    let written = try WrittenInstant("2026-03-06 09:30:00.25")
    #expect(written.date == CivilDate("2026-03-06") && written.timeOfDay == 34_200_250_000)
    #expect(written.offset == nil && written.instant == nil)
    #expect(throws: InstantError.noZone) { try Instant(reading: InstantTexts.local) }
    #expect(InstantError.noZone.description == InstantTexts.noZone)
  }

  @Test("An instant that no text could give back is refused, the last that can is read")
  func ends() throws {
    #expect(throws: InstantError.outsideYears) { try WrittenInstant("0001-01-01T00:59:59+01") }
    #expect(throws: InstantError.outsideYears) { try WrittenInstant("9999-12-31T23:00:00-01") }
    #expect(Instant("0001-01-01T01:00:00+01:00")?.description == "0001-01-01T00:00:00Z")
    #expect(Instant("9999-12-31T22:59:59-01:00")?.description == "9999-12-31T23:59:59Z")
  }

  @Test(
    "The basic form has the same parts without their marks",
    arguments: [
      ("20260306T093000Z", "2026-03-06T09:30:00Z"), ("20260306 0930Z", "2026-03-06T09:30:00Z"),
      ("20260306T093000.5+0100", "2026-03-06T08:30:00.500000Z"),
      ("20260306T0930-05", "2026-03-06T14:30:00Z"),
    ])
  func basic(text: String, ofUTC: String) throws {
    #expect(try WrittenInstant(text, .basic).instant?.description == ofUTC)
  }

  @Test(
    "The basic form is as strict",
    arguments: [
      ("2026-03-06T09:30:00Z", .otherForm), ("20260306T9", .otherForm),
      ("20260306T09300Z", .otherForm), ("20260306", .noTime),
      ("20260230T093000Z", .noSuchDate("20260230")),
      ("20260306T246000Z", .noSuchTime("246000")), ("20260306T235960Z", .leapSecond),
      ("20260306T093000.1234567Z", .decimals(7)),
    ] as [(String, InstantError)])
  func basicRefused(text: String, error: InstantError) {
    #expect(throws: error) { try WrittenInstant(text, .basic) }
  }

  @Test("Every second of two days comes back from its text, whatever the offset")
  func everySecond() throws {
    let start = try #require(Instant("2026-02-28T00:00:00Z"))
    for second in stride(from: Int64(0), to: 172_800, by: 7) {
      let instant = start + .seconds(second) + TimeSpan(microseconds: second % 1_000_000)
      #expect(Instant(instant.description) == instant)
      // An hour ahead the clock shows an hour more.
      let ahead = (instant + .hours(1)).description.replacing("Z", with: "+01:00")
      #expect(Instant(ahead) == instant)
    }
  }

  @Test("JSON has them as every other file", arguments: InstantTexts.accepted)
  func json(text: String, ofUTC: String) throws {
    let found = try JSONDecoder().decode([Instant].self, from: Data("[\"\(text)\"]".utf8))
    #expect(found.map(\.description) == [ofUTC])
  }

  @Test(
    "JSON tells what is wrong",
    arguments: InstantTexts.refused.map { ($0.0, "; \($0.1)") }
      + [(InstantTexts.local, "; " + InstantTexts.noZone)] + InstantTexts.others.map { ($0, "") })
  func jsonRefused(text: String, clause: String) {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Instant].self, from: Data("[\"\(text)\"]".utf8))
    }
    guard case .dataCorrupted(let context)? = error else {
      Issue.record("another error")
      return
    }
    #expect(
      context.debugDescription == "expected an instant of ISO 8601, found '\(text)'\(clause)")
  }
}
