public import Bookkeeping
import Outcomes
import Vocabulary

/// A payment's journey in one model, told on the clocks of both ends.
///
/// Texts of clocks come ready-made, since zones belong to a layer below.
public struct ToldJourney: Sendable {
  /// What readers call the model.
  public var model: String
  /// The journey.
  public var journey: Journey
  /// How it ended, in words: `credited after 7 h`.
  public var ending: String
  /// The clocks of both ends, UTC first, marked over the journey.
  public var clocks: [ClockAxis]
  /// For each segment, what those clocks show at its start, and how long it lasts.
  public var steps: [(times: [String], lasts: String)]

  /// A journey with what its clocks show.
  ///
  /// - Precondition: A step for each segment.
  public init(
    model: String, journey: Journey, ending: String, clocks: [ClockAxis],
    steps: [(times: [String], lasts: String)]
  ) {
    precondition(steps.count == journey.segments.count, "each segment is told once")
    (self.model, self.journey, self.ending) = (model, journey, ending)
    (self.clocks, self.steps) = (clocks, steps)
  }
}

/// The page of one payment: a timeline for each model, and all of them on one scale.
///
/// The widths of segments are times: a step of seconds beside a night is a line, which its row in
/// the table makes up for.
public enum JourneyPage {
  /// The page; it needs nothing beside itself and is the same bytes for the same journeys.
  ///
  /// - Parameters:
  ///   - payment: The payment's identity.
  ///   - scenario: The title of the scenario.
  ///   - journeys: Its journey in each model that has one, at least one of them.
  ///   - clocks: The clocks of both ends, marked over all journeys.
  ///   - command: How to get the page again.
  ///
  /// - Complexity: O(segments).
  public static func html(
    payment: String, scenario: String, journeys: [ToldJourney], clocks: [ClockAxis],
    command: String
  ) -> String {
    let all = journeys.enumerated().compactMap { section($1, place: $0) }
    let together = journeys.count > 1 ? [together(journeys, clocks)].compactMap { $0 } : []
    return PageTemplate.render(
      PageView(
        title: "Payment \(payment.printable)", style: PageStyle.text,
        question: [scenario.printable], description: [],
        sentences: journeys.map { "\($0.model): \($0.ending)".printable.unbroken }, notes: [],
        tiles: [], sections: together + all, limits: [], glossary: [], again: [],
        command: command.printable))
  }

  /// All journeys above each other on one scale of time.
  private static func together(_ journeys: [ToldJourney], _ clocks: [ClockAxis]) -> SectionView? {
    // A mark at the end shows a journey that is over too soon for the scale.
    let rows = journeys.map { told in
      TimeBands.Row(
        title: told.model, bands: bands(told.journey, told: false),
        marks: [seconds(told.journey.ended)])
    }
    let ends = journeys.flatMap { [$0.journey.instructed] + $0.journey.segments.map(\.to) }
    var section = SectionView(id: "journeys", title: "All models on one scale")
    var legend = legend(journeys.flatMap(\.journey.segments))
    legend.entries.append(Legend.key(to: "cut", path: "M14 1V11", label: "its end"))
    section.legends = [legend]
    section.figures = [
      figure(
        "together", "The journey of the payment in every model", rows, clocks, ends,
        words: journeys.map { "\($0.model): \($0.ending)" }.joined(separator: "; ") + ".")
    ]
    return section
  }

  /// One journey on its own scale, with its segments in a table.
  ///
  /// A payment that took no time has no picture and no table, and a sentence that says so.
  private static func section(_ told: ToldJourney, place: Int) -> SectionView? {
    let journey = told.journey
    var section = SectionView(id: "journey-\(place)", title: told.model.printable)
    if !journey.segments.isEmpty {
      section.legends = [legend(journey.segments)]
      section.figures = [
        figure(
          "journey-\(place)-picture", "The journey of the payment: \(told.model)",
          [TimeBands.Row(title: "", bands: bands(journey, told: true))], told.clocks,
          [journey.instructed] + journey.segments.map(\.to), words: told.ending + ".")
      ]
    }
    if journey.missedCutOff {
      section.remarks = ["It was handed over after the customer cut-off."]
    }
    guard !journey.segments.isEmpty else {
      section.remarks.append("It took no time: \(told.ending.printable).")
      return section
    }
    section.tables = [
      TableView(
        caption: "What happened: \(told.model.printable)", notes: [], corner: "from, UTC",
        isProse: true,
        columns: told.clocks.dropFirst().map(\.title.printable)
          + ["lasts", "cause", "what happens"],
        rows: zip(journey.segments, told.steps).map { segment, step in
          TableRowView(
            headings: [HeadingView(text: step.times.first ?? "")],
            cells: step.times.dropFirst() + [
              step.lasts.unbroken, segment.cause.title, segment.story.printable,
            ])
        })
    ]
    return section
  }

  /// A band for each segment, in the colour of its cause; `told` gives the story on hovering, which
  /// is left out where several journeys share a picture.
  private static func bands(_ journey: Journey, told: Bool) -> [TimeBands.Band] {
    journey.segments.map { segment in
      TimeBands.Band(
        from: seconds(segment.from), to: seconds(segment.to),
        style: .cause(Int(segment.cause.rawValue)),
        hover: told ? "\(segment.cause.title): \(segment.story)" : "")
    }
  }

  /// Only causes that occur, in the order of all causes, so that colours are those of the other
  /// pages.
  private static func legend(_ segments: [Segment]) -> LegendView {
    let used = Set(segments.map(\.cause))
    return LegendView(
      entries: Legend.areas(
        Cause.allCases.enumerated().filter { used.contains($0.element) }.map {
          (place: $0.offset, label: $0.element.title)
        }
      ).entries)
  }

  /// The picture for a wide page and for a narrow one, over the shortest time that holds all
  /// `ends`, a millisecond at least.
  private static func figure(
    _ id: String, _ title: String, _ rows: [TimeBands.Row], _ clocks: [ClockAxis],
    _ ends: [Instant], words: String
  ) -> FigureView {
    let (from, to) = (ends.map(seconds).min() ?? 0, ends.map(seconds).max() ?? 1)
    let pictures = [true, false].map { wide in
      TimeBands(
        width: wide ? 880 : 340, rowHeight: wide ? 34 : 30, fontSize: wide ? 12 : 10.5,
        leftMargin: wide ? 170 : 92, domain: from...max(to, from + 0.001),
        groups: [TimeBands.Group(rows: rows, axes: clocks.map { HorizontalAxis($0) })]
      ).svg(
        id: wide ? id : id + "-narrow", title: title.printable, description: words.printable,
        style: wide ? "wide" : "narrow")
    }
    return FigureView(caption: words.printable.unbroken, pictures: pictures)
  }

  /// Seconds since 1970, the unit of all horizontal places.
  private static func seconds(_ instant: Instant) -> Double {
    Double(instant.microseconds) / 1_000_000
  }
}
