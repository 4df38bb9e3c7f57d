import ArgumentParser
import Bookkeeping
import Calendars
import Experiments
import Outcomes
import Reporting
import Scenarios
import Vocabulary

/// `nostro bisect`: from which event on two runs differ.
struct BisectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bisect",
    abstract: "Finds the first event in which two runs differ, with its causes on both sides.",
    discussion: """
      Each side is a scenario file, which this build runs, or a trace that `nostro trace` wrote, \
      be it by another build. Ends with 1 where they differ.

      Example: nostro bisect before.yaml Scenarios/five-branches.yaml --model batch
      Example: nostro bisect before.csv after.csv
      """)

  @Argument(help: "The one side: a scenario or a trace.", completion: .file())
  var before: String

  @Argument(help: "The other side.", completion: .file())
  var after: String

  @Option(help: "The model (default: all that both sides have, until one differs).")
  var model: String?

  @OptionGroup var options: TracedRunOptions

  func run() throws {
    let sides = (try options.side(before), try options.side(after))
    for model in try models(sides.0, sides.1) {
      let sources = (try sides.0.source(of: model), try sides.1.source(of: model))
      if let reason = TraceSource.refusal(sources.0.header, sources.1.header) {
        throw Failure.badInput("\(before) and \(after): found \(reason)")
      }
      let told = (
        DifferenceText.Side(name: before, header: sources.0.header),
        DifferenceText.Side(name: after, header: sources.1.header)
      )
      let title = sides.1.title(of: model) ?? sides.0.title(of: model) ?? model
      guard let difference = try FirstDifference.find(sources.0, sources.1) else {
        try Output.write(DifferenceText.same(told.0, told.1, model: title))
        continue
      }
      try Output.write(
        DifferenceText.text(difference, told.0, told.1, model: title, clock: LocalClocks.text))
      throw ExitCode(1)
    }
  }

  /// The models that both sides have, or the one that was asked for.
  private func models(_ left: TracedSide, _ right: TracedSide) throws -> [String] {
    if let model { return [model] }
    let common = left.models.filter(right.models.contains)
    guard !common.isEmpty else {
      throw Failure.badInput(
        "\(before) and \(after): no model in common: found \(left.models.joined(separator: ", ")) "
          + "and \(right.models.joined(separator: ", "))")
    }
    return common
  }
}

/// What the clocks of zones show.
enum LocalClocks {
  /// `Fri 2026-03-06 17:00:00`, with microseconds only where there are any; of a zone that this
  /// machine does not know, a dash.
  static func text(_ instant: Instant, on identifier: String) -> String {
    guard let zone = identifier == "UTC" ? .utc : try? Zone(identifier: identifier) else {
      return "–"
    }
    let (date, microseconds) = zone.local(of: instant)
    let clock = WallTime(seconds: Int32(microseconds / 1_000_000))
    return "\(date.weekday.abbreviation) \(date) \(clock.withSeconds)"
  }
}
