import Measures
import Outcomes
import Vocabulary

/// How the credits come in over time, one curve for each model on a logarithmic axis of times.
enum CreditCurves {
  /// The section, with the table of speed beside the picture; `nil` where there is neither.
  ///
  /// - Complexity: O(models × points), a hundred points or so for each.
  static func section(_ findings: Findings) -> SectionView? {
    var section = SectionView(id: "speed", title: "How long a payment takes")
    let curves = shown(findings)
    if !curves.contains(where: { $0.points.contains { $0.share > 0 } }) {
      section.remarks = ["No payment was credited."]
    } else {
      let finding = words(curves)
      section.remarks = [
        "The share of payments credited within a time, over all replications: those open at the "
          + "end count as not credited, those returned do not count. The axis of times is "
          + "logarithmic."
      ]
      section.legends = [legend(curves, findings)]
      section.figures = [
        FigureView(
          caption: finding.unbroken,
          pictures: [
            picture(curves, finding, findings, wide: true),
            picture(curves, finding, findings, wide: false),
          ])
      ]
    }
    section.tables = TopicTable.tables(.speed, findings) + TopicTable.tables(.way, findings)
    return section.figures.isEmpty && section.tables.isEmpty ? nil : section
  }

  /// A model's title and the points of its curve: seconds, above zero since the axis is
  /// logarithmic, and the share credited by then, 0 to 1, never falling.
  private typealias Shown = (title: String, points: [CreditCurve.Point])

  /// Every model, so that its place keeps its colour, also where it has no curve.
  private static func shown(_ findings: Findings) -> [Shown] {
    findings.models.map { model in
      let curve = findings.comparison.curves.first { $0.model == model.name }
      return (model.readable, curve?.points.filter { $0.seconds > 0 } ?? [])
    }
  }

  /// What the curves show at an hour and at a day.
  ///
  /// The share by the last point up to an hour, and up to a day: the curve is a staircase, never
  /// read between points.
  private static func words(_ curves: [Shown]) -> String {
    let parts = curves.filter { !$0.points.isEmpty }.map { curve in
      func share(within seconds: Double) -> String {
        let share = curve.points.last { $0.seconds <= seconds }?.share ?? 0
        return Quantity(value: share, unit: .share).text
      }
      return "\(curve.title) \(share(within: 3_600)) and \(share(within: 86_400))"
    }
    return "Of the due payments of all replications, credited within an hour and within a day: "
      + parts.joined(separator: "; ") + "."
  }

  /// The lines by their models and, where the scenario expects a share, the key of its bars.
  private static func legend(_ curves: [Shown], _ findings: Findings) -> LegendView {
    let lines = Legend.lines(curves.map(\.title)).entries
    guard !published(findings).isEmpty else { return LegendView(entries: lines) }
    let key = Legend.key(
      to: "published", path: "M14 1V11M9 1H19M9 11H19", label: "expected by the scenario")
    return LegendView(entries: lines + [key])
  }

  /// What the scenario expects of shares within a time, such as figures that others published.
  ///
  /// Only claims on one figure of all payments, unscaled, within one of the five times of the curve
  /// (`within.5min` …); sums, differences and scopes have no place in the picture.
  ///
  /// - Returns: A bar from the lowest to the highest share that the claim allows, clipped to 0 to
  ///   1.
  private static func published(_ findings: Findings) -> [ExpectedRange] {
    let times: [Metric: Double] = [
      .within5Minutes: 300, .within30Minutes: 1_800, .withinHour: 3_600, .within6Hours: 21_600,
      .within24Hours: 86_400,
    ]
    return findings.comparison.verdicts.compactMap { verdict in
      guard verdict.left.count == 1, verdict.left[0].factor == 1, verdict.left[0].scope == .all,
        let seconds = times[verdict.left[0].metric]
      else { return nil }
      let range: ClosedRange<Double>
      switch verdict.limit {
      case .range(let limits): range = max(0, limits.lowerBound)...min(1, limits.upperBound)
      case .value(let comparator, let share):
        let share = min(max(0, share), 1)
        range = [.atMost, .below].contains(comparator) ? 0...share : share...1
      case .terms: return nil
      }
      return ExpectedRange(
        x: seconds, values: range, hover: verdict.because?.printable ?? verdict.that.printable)
    }
  }

  /// The picture in SVG, for a wide page or a narrow one.
  private static func picture(
    _ curves: [Shown], _ finding: String, _ findings: Findings, wide: Bool
  ) -> String {
    let ticks = ticks(of: curves)
    let end = ticks[ticks.count - 1].value
    let chart = LineChart(
      width: wide ? 880 : 340, plotHeight: wide ? 300 : 200, fontSize: wide ? 12 : 10.5,
      leftMargin: wide ? 48 : 40, horizontal: .logarithmic, domain: ticks[0].value...end,
      axes: [HorizontalAxis(title: "", ticks: ticks)],
      verticalDomain: 0...1,
      verticalTicks: [0, 0.25, 0.5, 0.75, 1].map {
        Tick(value: $0, label: ($0 * 100).fixed(0) + " %")
      },
      lines: curves.map { LineChart.Line(points: line($0.points, until: end), isStepped: false) },
      expected: published(findings))
    return chart.svg(
      id: wide ? "curves" : "curves-narrow", title: "Share of payments credited within a time",
      description: finding, style: wide ? "wide" : "narrow")
  }

  /// The times between which the curves rise; what follows is level and needs no room.
  ///
  /// - Returns: At least two, ascending, so that the axis has a length also where all curves rise
  ///   at one point.
  private static func ticks(of curves: [Shown]) -> [Tick] {
    let rising = curves.flatMap { curve in
      let risen = curve.points.firstIndex { $0.share >= curve.points.last?.share ?? 1 } ?? 0
      return curve.points.prefix(risen + 1).filter { $0.share > 0 }.map(\.seconds)
    }
    return Ticks.times(around: (rising.min() ?? 1)...(rising.max() ?? 1))
  }

  /// The curve from the foot of its first point to the right edge.
  ///
  /// A curve begins on the axis and ends at its right edge, so that a reader sees how many are
  /// never credited.
  private static func line(
    _ points: [CreditCurve.Point], until end: Double
  ) -> [(x: Double, y: Double)] {
    guard let first = points.first, let last = points.last else { return [] }
    return [(first.seconds, 0)] + points.map { ($0.seconds, $0.share) } + [(end, last.share)]
  }
}
