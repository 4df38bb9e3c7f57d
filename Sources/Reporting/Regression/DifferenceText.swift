public import Bookkeeping
public import Outcomes
public import Vocabulary

/// The first event in which two runs differ, told on the clocks of those concerned.
///
/// Clocks are those of the zones that the events name, so that a payment from New York to Singapore
/// is told on both.
public enum DifferenceText {
  /// How many entries of an event are told; of more, their number.
  ///
  /// Assumed: a posting run may have thousands.
  private static let mostEntries = 6

  /// What is told of a side: its name and its header.
  ///
  /// Both sides are of one model and replication; which, the header says.
  public struct Side: Sendable {
    /// The file it came from.
    public var name: String
    /// What the run is of.
    public var header: TraceHeader

    /// A side.
    public init(name: String, header: TraceHeader) { (self.name, self.header) = (name, header) }
  }

  /// What is said where all events are the same.
  ///
  /// - Parameter model: Its name.
  /// - Returns: One line, ended by LF.
  public static func same(_ left: Side, _ right: Side, model: String) -> String {
    "\(left.header.scenario), \(model), replication \(left.header.replication): all events of "
      .printable
      + "\(left.name) and \(right.name) are the same, and so is what they post".printable
      + "\n"
  }

  /// The difference: how many events are the same, then each side's event with its causes.
  ///
  /// - Parameter clock: What the clock of an IANA zone shows at an instant:
  ///   `Fri 2026-03-06 17:00:00`.
  ///
  /// - Returns: Lines ended by LF, each printable: both traces may come from strangers.
  public static func text(
    _ difference: FirstDifference, _ left: Side, _ right: Side, model: String,
    clock: (Instant, String) -> String
  ) -> String {
    var lines = [headline(difference, left, right, model: model), ""]
    let zones = zones(difference)
    for (side, events, isCut, earlier) in [
      (left, difference.left, difference.isLeftCut, difference.leftEarlier),
      (right, difference.right, difference.isRightCut, difference.rightEarlier),
    ] {
      lines.append("\(side.name) (version \(side.header.version)):")
      lines += block(events, isCut: isCut, zones, clock).map { "  \($0)" }
      if !earlier.isEmpty { lines.append("  before that, of the same payment") }
      lines += earlier.map { "  " + row($0, zones, clock) } + [""]
    }
    return lines.dropLast().map(\.printable).joined(separator: "\n") + "\n"
  }

  /// How far both runs agree and in which way the next event differs: one has ended, it is another
  /// event, or the same with other entries. Says also where the files differ, since a changed file
  /// explains more than any event.
  private static func headline(
    _ difference: FirstDifference, _ left: Side, _ right: Side, model: String
  ) -> String {
    let what =
      difference.left.isEmpty || difference.right.isEmpty
      ? "one run has ended, the other goes on"
      : difference.isOfEntries
        ? "the next one is the same too, but posts other entries" : "the next one differs"
    let file =
      left.header.scenarioDigest == right.header.scenarioDigest
      ? "" : " (the scenario files differ)"
    return "\(left.header.scenario), \(model), replication \(left.header.replication)\(file): "
      + "\(difference.number.counted("event")) "
      + "\(difference.number == 1 ? "is" : "are") the same, \(what)"
  }

  /// The clocks of the two events, those of the left first.
  private static func zones(_ difference: FirstDifference) -> [String] {
    var zones = ["UTC"]
    for zone in [difference.left, difference.right].flatMap({ $0.first?.zones ?? [] })
    where !zones.contains(zone) {
      zones.append(zone)
    }
    return zones
  }

  private static func block(
    _ events: [TracedEvent], isCut: Bool, _ zones: [String], _ clock: (Instant, String) -> String
  ) -> [String] {
    guard let event = events.first else { return ["no more events"] }
    var lines = [row(zones.map(title), "what happens"), row(event, zones, clock)]
    let indent = row(zones.map { _ in "" }, "")
    lines += event.entries.prefix(mostEntries).map { indent + "posts " + $0 }
    let rest = event.entries.count - mostEntries
    if rest > 0 { lines.append(indent + "and \(rest) more") }
    if event.entries.isEmpty { lines.append(indent + "posts nothing") }
    for cause in events.dropFirst() {
      lines.append("because of")
      lines.append(row(cause, zones, clock))
    }
    lines.append(ending(events, isCut: isCut))
    return lines
  }

  private static func ending(_ events: [TracedEvent], isCut: Bool) -> String {
    if isCut { return "and so on, back in time" }
    return events.last?.payment == nil ? "by its timetable" : "by its payer's instruction"
  }

  private static func row(
    _ event: TracedEvent, _ zones: [String], _ clock: (Instant, String) -> String
  ) -> String {
    row(zones.map { clock(event.instant, $0) }, event.what)
  }

  private static func row(_ columns: [String], _ text: String) -> String {
    columns.map { $0.left(in: 26) }.joined() + text
  }

  /// The place of a zone: `New York`.
  private static func title(_ zone: String) -> String {
    let place = zone.split(separator: "/").last.map(String.init) ?? zone
    return String(place.map { $0 == "_" ? " " : $0 })
  }
}
