package import Bookkeeping
import Calendars
package import Scenarios
import Vocabulary

/// The life of one payment, told on the clocks of both ends.
///
/// Times stand on UTC, then on the clock of the payer's branch and on that of the payee's; an end that is
/// outside of the bank has none. Spans are told to the second.
package struct Story {
  package let journey: Journey
  package let model: Model
  package let scenario: Scenario

  /// The story of a journey through a model.
  package init(journey: Journey, model: Model, scenario: Scenario) {
    (self.journey, self.model, self.scenario) = (journey, model, scenario)
  }

  /// The story, a line for each segment.
  ///
  /// Lines end with LF. The first line has the model and the payment, the second what became of it, the last
  /// the end, where there is one.
  package var text: String {
    let clocks = clocks
    var lines = [
      "\(model.title): \(journey.payment)",
      "\(journey.amount), \(title(journey.payer)) to \(title(journey.payee)): \(ending)",
    ]
    if journey.missedCutOff { lines.append("It was handed over after the customer cut-off.") }
    lines.append(
      padded(clocks.map(\.title)) + padded("lasts", 14) + padded("cause", 18) + "what happens")
    for segment in journey.segments {
      let times = clocks.map { time(segment.from, on: $0.zone) }
      lines.append(
        padded(times) + padded(rounded(segment.to - segment.from), 14)
          + padded(segment.cause.name, 18) + segment.story)
    }
    if journey.end != .open {
      lines.append(padded(clocks.map { time(journey.ended, on: $0.zone) }) + "\(journey.end)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `10000.00 USD credited after 10min`, or that it is open at the horizon.
  var ending: String {
    let lasted = rounded(journey.ended - journey.instructed)
    guard let credited = journey.credited else { return "open at the horizon after \(lasted)" }
    return "\(credited) \(journey.end) after \(lasted)"
  }

  /// UTC and the clocks of the branches at the ends.
  var clocks: [(title: String, zone: Zone)] {
    let ends = [journey.payer, journey.payee].compactMap { name in
      scenario.branches.first { $0.name == name }
    }
    return [("UTC", Zone.utc)] + ends.map { ($0.title, $0.zone) }
  }

  /// The title of a branch by its short name; who is no branch is a client of another bank.
  func title(_ name: String) -> String {
    scenario.branches.first { $0.name == name }?.title ?? "a client of another bank"
  }

  /// `Mon 2026-03-09 14:00:05`, cut to the second.
  func time(_ instant: Instant, on zone: Zone) -> String {
    let (date, microseconds) = zone.local(of: instant)
    let clock = WallTime(seconds: Int32(microseconds / 1_000_000))
    return "\(date.weekday.abbreviation) \(date) \(clock.withSeconds)"
  }

  /// A span to the second, so that microseconds do not hide the hours.
  func rounded(_ span: TimeSpan) -> String {
    guard span >= .second else { return "\(span)" }
    return TimeSpan.seconds((span.microseconds + 500_000) / 1_000_000).description
  }

  private func padded(_ columns: [String]) -> String {
    columns.map { padded($0, 26) }.joined()
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
