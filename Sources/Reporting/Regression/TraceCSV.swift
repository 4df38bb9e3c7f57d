public import Bookkeeping
import Vocabulary

/// A trace in a file: what it is of, a row for each event, and at the end how many there are.
///
/// Rows of the head have two fields each, then come the columns, the events in the order in which
/// they happened, and `end` with their number, by which a file that was cut is known.
///
/// Times are ISO 8601 in UTC to the microsecond: two traces of one run are the same bytes on every
/// platform.
public enum TraceCSV {
  /// The columns of the events.
  ///
  /// `cause` is the number of the event during which this one was scheduled, empty for one that was
  /// there from the start; `zones` are the clocks of those concerned.
  public static let columns = [
    "number", "at", "phase", "what", "payment", "zones", "cause", "entries",
  ]
  /// The first field of a trace.
  public static let mark = "nostro-trace"
  /// What changes when the shape does.
  static let format = "1"
  /// What joins the entries of an event; no name holds it.
  static let joint = "; "

  /// The head of a trace, a row for each fact of its header.
  ///
  /// - Parameter header: Facts of at most 200 bytes each, as names of scenarios and models are.
  public static func head(_ header: TraceHeader) -> String {
    let facts = [
      [mark, format], ["version", header.version], ["scenario", header.scenario],
      ["scenario_digest", header.scenarioDigest], ["model", header.model],
      ["seed", "\(header.seed)"], ["replication", "\(header.replication)"],
    ]
    return facts.map(CSVFile.line).joined() + CSVFile.line(columns)
  }

  /// The row of an event.
  ///
  /// - Returns: One line, ended by LF. Entries are joined to one field.
  public static func row(_ event: TracedEvent) -> String {
    CSVFile.line([
      "\(event.number)", "\(event.instant)", event.phase, event.what, event.payment ?? "",
      event.zones.joined(separator: " "), event.cause.map { "\($0)" } ?? "",
      event.entries.joined(separator: joint),
    ])
  }

  /// The last row.
  ///
  /// - Parameter count: Of the events, from 0.
  public static func end(count: Int) -> String { CSVFile.line(["end", "\(count)"]) }
}

/// Reads a trace while its bytes come in pieces.
///
/// Memory holds a piece and a row, never the trace: a year's trace is gigabytes. Every bound of a
/// row is checked, since a trace may come from anybody.
public struct TraceReader {
  /// What is wrong with a trace: a sentence with its line, without a full stop.
  ///
  /// The first ends the reading: what follows a broken row means nothing.
  public struct Problem: Error, Hashable, Sendable {
    /// The sentence.
    public var message: String
  }

  private var records = CSVRecords()
  private var facts: [String] = []
  private var count = 0
  private var isAtEnd = false

  /// No bytes yet.
  public init() {}

  /// Takes further bytes.
  public mutating func add(_ piece: [UInt8]) { records.add(piece) }

  /// Says that no more bytes will come.
  public mutating func end() { records.end() }

  /// What the trace is of, once its head has been read.
  public private(set) var header: TraceHeader?

  /// Whether the last row has been read, without which a trace is cut off.
  public var isWhole: Bool { isAtEnd }

  /// The next event; `nil` where more bytes are needed or all have been read.
  ///
  /// - Throws: `Problem` where a row is none of a trace.
  ///
  /// - Complexity: O(bytes of the row).
  public mutating func next() throws(Problem) -> TracedEvent? {
    while try advance() {
      let fields = (0..<records.fieldCount).map { records.text(of: $0) }
      guard header != nil else {
        try takeFact(fields)
        continue
      }
      guard !isAtEnd else { throw problem("a row after the end") }
      if fields.first == "end" {
        guard fields.count == 2, fields[1] == "\(count)" else {
          throw problem("found the end of \(fields.last ?? "") events after \(count)")
        }
        isAtEnd = true
        continue
      }
      return try event(fields)
    }
    return nil
  }

  /// Whether another row has been read; what the reader of CSV says becomes a problem of the trace.
  private mutating func advance() throws(Problem) -> Bool {
    do { return try records.next() } catch { throw Problem(message: "\(error)") }
  }

  /// - Parameter text: Is cut and made printable here, since it may quote the file.
  private func problem(_ text: String) -> Problem {
    Problem(message: "line \(records.recordLine): \(text.cut(to: 200).printable)")
  }

  /// The names of the facts before the events.
  private static let facts = [
    TraceCSV.mark, "version", "scenario", "scenario_digest", "model", "seed", "replication",
  ]

  /// The facts come in one order, each once; after them the columns.
  private mutating func takeFact(_ fields: [String]) throws(Problem) {
    if facts.count == TraceReader.facts.count {
      guard fields == TraceCSV.columns else { throw problem("expected the columns of a trace") }
      return try takeHeader()
    }
    let name = TraceReader.facts[facts.count]
    guard fields.count == 2, fields[0] == name, fields[1].utf8.count <= 200 else {
      throw problem("found '\(fields.first ?? "")', expected '\(name)' and its value")
    }
    facts.append(fields[1])
  }

  /// Checks the format before anything else: of another format nothing else can be said.
  private mutating func takeHeader() throws(Problem) {
    guard facts[0] == TraceCSV.format else {
      throw problem("found a trace of format \(facts[0]), expected \(TraceCSV.format)")
    }
    guard let seed = CommittedTable.whole(facts[5]),
      let replication = CommittedTable.whole(facts[6]).flatMap({ UInt32(exactly: $0) })
    else { throw problem("seed and replication: expected whole numbers") }
    header = TraceHeader(
      version: facts[1], scenario: facts[2], scenarioDigest: facts[3], model: facts[4],
      seed: seed, replication: replication)
  }

  /// Events are numbered from 0 without a gap, and a cause is an earlier event.
  private mutating func event(_ fields: [String]) throws(Problem) -> TracedEvent {
    guard fields.count == TraceCSV.columns.count else {
      throw problem("found \(fields.count.counted("field")), expected \(TraceCSV.columns.count)")
    }
    guard fields[0] == "\(count)" else {
      throw problem("found event \(fields[0]), expected event \(count)")
    }
    let instant: Instant
    do { instant = try Instant(reading: fields[1]) } catch {
      throw problem(
        "found '\(fields[1])', expected an instant like 2026-03-06T22:00:00Z\(error.clause)")
    }
    let cause = CommittedTable.whole(fields[6]).flatMap { Int(exactly: $0) }
    guard fields[6].isEmpty || cause.map({ $0 < count }) == true else {
      throw problem("found cause '\(fields[6])', expected an earlier event")
    }
    guard count < Int(Int32.max) else { throw problem("more events than a trace can have") }
    count += 1
    return TracedEvent(
      number: count - 1, instant: instant, phase: fields[2], what: fields[3],
      payment: fields[4].isEmpty ? nil : fields[4],
      entries: fields[7].isEmpty ? [] : fields[7].split(by: TraceCSV.joint),
      zones: fields[5].split(separator: " ").map(String.init), cause: cause)
  }
}

extension String {
  /// The parts between the places where a text of two bytes stands.
  fileprivate func split(by joint: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: joint) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
