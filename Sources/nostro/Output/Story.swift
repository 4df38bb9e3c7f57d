import Bookkeeping
import Calendars
import Scenarios
import Vocabulary

/// The life of one payment, told on the clocks of both ends.
struct Story {
  let journey: Journey
  let model: Model
  let scenario: Scenario

  /// The story, a line for each segment.
  var text: String {
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

  func title(_ name: String) -> String {
    scenario.branches.first { $0.name == name }?.title ?? "a client of another bank"
  }

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
