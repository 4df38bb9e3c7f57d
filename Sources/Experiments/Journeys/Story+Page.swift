import Bookkeeping
import Calendars
import Reporting
import Scenarios
import Vocabulary

extension Story {
  /// The story for the page of the payment.
  var told: ToldJourney {
    return ToldJourney(
      model: model.title, journey: journey,
      ending: "\(journey.amount), \(title(journey.payer)) to \(title(journey.payee)), \(ending)",
      clocks: axes(over: journey.instructed..<max(journey.ended, journey.instructed + .seconds(1))),
      steps: journey.segments.map { segment in
        (clocks.map { time(segment.from, on: $0.zone) }, rounded(segment.to - segment.from))
      })
  }

  /// The clocks of both ends, marked over a range; a clock of both ends only once.
  func axes(over range: Range<Instant>) -> [ClockAxis] {
    clocks.map { ClockAxis.axis($0.title, $0.zone, range) }
  }

  /// The page of one payment with its story in each model.
  ///
  /// - Parameters:
  ///   - stories: One for each model in which the payment lived, at least one, all of one scenario.
  ///   - command: What makes the page again, for its foot.
  package static func page(_ stories: [Story], payment: String, command: String) -> String {
    let ends = stories.flatMap { [$0.journey.instructed] + $0.journey.segments.map(\.to) }
    guard let first = stories.first, let start = ends.min(), let end = ends.max() else {
      preconditionFailure("a page tells at least one story")
    }
    return JourneyPage.html(
      payment: payment,
      scenario: first.scenario.title.isEmpty
        ? first.scenario.name : first.scenario.title,
      journeys: stories.map(\.told),
      clocks: first.axes(over: start..<max(end, start + .seconds(1))), command: command)
  }
}
