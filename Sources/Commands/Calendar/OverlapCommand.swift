import ArgumentParser
import Calendars
import Experiments
import Vocabulary

/// `nostro calendar overlap`: for how long two systems are open at once.
struct OverlapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlap",
    abstract: "Minutes in which both systems of each pair are open, from --from up to --to (UTC).",
    discussion:
      "Example: nostro calendar overlap --from 2026-03-02 --to 2026-03-09 --systems CHAPS,T2")

  @Option(help: "The first day, from 00:00 UTC on.")
  var from: String

  @Option(help: "The day at whose 00:00 UTC the count ends.")
  var to: String

  @Option(help: "The systems, parted by commas; all where none are given.")
  var systems: String?

  func run() throws {
    let dates = try CalendarArguments.range(from: from, to: to)
    let range = dates.lowerBound.startOfDayUTC..<dates.upperBound.startOfDayUTC
    let open = try chosen().map { system in
      let stretches = try CalendarArguments.refusing {
        try system.hours.openStretches(within: range)
      }
      return (name: system.name, stretches: stretches)
    }
    var text = CSVFile.line(["system_a", "system_b", "overlap_minutes"])
    for (place, left) in open.enumerated() {
      for right in open[(place + 1)...] {
        let minutes = left.stretches.overlap(with: right.stretches).microseconds / 60_000_000
        text += CSVFile.line([left.name, right.name, "\(minutes)"])
      }
    }
    try Output.write(text)
  }

  /// The chosen systems in the order of the table.
  private func chosen() throws -> [SettlementSystem] {
    guard let systems else { return PublishedSystems.all }
    let names = CalendarArguments.names(systems)
    let unknown = names.filter { PublishedSystems.named($0) == nil }
    guard unknown.isEmpty else {
      throw Failure.badInput(unknown.map(CalendarArguments.unknownSystem))
    }
    return PublishedSystems.all.filter { names.contains($0.name) }
  }
}
