import Bookkeeping
import TestSupport
import Testing
import Vocabulary

@testable import Reporting

@Suite("Traces are read as they were written, or refused with their line") struct TraceFileTests {
  private let header = TraceHeader(
    version: "1.2", scenario: "week", scenarioDigest: "0123456789abcdef", model: "batch",
    seed: 18_446_744_073_709_551_615, replication: 3)

  private let events = [
    TracedEvent(
      number: 0, instant: Instant(seconds: 1), phase: "arrivals",
      what: "\"P\", 1 is instructed:\n5.00 USD", payment: "\"P\", 1",
      entries: ["debit: a, USD 5.00, b -5.00", "fee: c"],
      zones: ["America/New_York", "Asia/Singapore"], cause: nil),
    TracedEvent(
      number: 1, instant: Instant(microseconds: 2_000_001), phase: "releases", what: "full hour",
      entries: [], zones: [], cause: 0),
  ]

  private var text: String {
    TraceCSV.head(header) + events.map(TraceCSV.row).joined() + TraceCSV.end(count: 2)
  }

  /// Reads a text in pieces of so many bytes.
  private func read(_ text: String, by size: Int = 1_000) throws -> (TraceReader, [TracedEvent]) {
    var reader = TraceReader()
    var found: [TracedEvent] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.add(Array(bytes[start..<min(start + size, bytes.count)]))
      while let event = try reader.next() { found.append(event) }
    }
    reader.end()
    while let event = try reader.next() { found.append(event) }
    return (reader, found)
  }

  @Test("Whatever the pieces, all comes back", arguments: [1, 2, 7, 64, 10_000])
  func roundTrip(size: Int) throws {
    let (reader, found) = try read(text, by: size)
    #expect(reader.header == header && found == events && reader.isWhole)
  }

  @Test("Its instants are read by the one reader, behind a byte order mark") func instants() throws
  {
    for (instant, ofUTC) in InstantTexts.accepted {
      let changed = "\u{FEFF}" + text.replacing("1970-01-01T00:00:01Z", with: instant)
      #expect(try read(changed).1.first?.instant.description == ofUTC)
    }
    for (instant, reason) in InstantTexts.refused {
      let error = #expect(throws: TraceReader.Problem.self) {
        try read(text.replacing("1970-01-01T00:00:01Z", with: instant))
      }
      #expect(error?.message.hasSuffix("like 2026-03-06T22:00:00Z; \(reason)") == true)
    }
  }

  @Test("A trace that was cut off is known by its missing end") func cutOff() throws {
    let (reader, found) = try read(TraceCSV.head(header) + TraceCSV.row(events[0]))
    #expect(found.count == 1 && !reader.isWhole)
  }

  @Test(
    "What is none of a trace is refused",
    arguments: [
      ("nostro-trace,1", "nostro-trace,2", "line 8: found a trace of format 2, expected 1"),
      ("version,1.2", "model,1.2", "line 2: found 'model', expected 'version' and its value"),
      ("seed,1", "seed,x1", "line 8: seed and replication: expected whole numbers"),
      ("replication,3", "replication,4294967296", "line 8: seed and replication: expected whole n"),
      ("number,at", "at,number", "line 8: expected the columns of a trace"),
      ("\n1,1970", "\n2,1970", "line 11: found event 2, expected event 1"),
      ("1970-01-01T00:00:01Z", "yesterday", "line 9: found 'yesterday', expected an instant like"),
      (",0,\nend", ",1,\nend", "line 11: found cause '1', expected an earlier event"),
      ("full hour,", "full hour,,", "line 11: found 9 fields, expected 8"),
      ("end,2", "end,3", "line 12: found the end of 3 events after 2"),
      ("end,2\n", "end,2\nend,2\n", "line 13: a row after the end"),
      ("full hour", "\"full hour", "line 11: the quote is not closed"),
    ])
  func refused(part: String, with other: String, message: String) throws {
    let changed = text.replacing(part, with: other)
    #expect(changed != text)
    let error = #expect(throws: TraceReader.Problem.self) { try read(changed) }
    let told = try #require(error).message
    #expect(told.hasPrefix(message), "\(told)")
  }
}
