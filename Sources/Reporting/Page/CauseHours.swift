import Bookkeeping
import Outcomes

/// Where the hours went: the mean hours of a payment by cause, one bar for each model.
enum CauseHours {
  /// The section; `nil` where the run has no hours by cause.
  static func section(_ findings: Findings) -> SectionView? {
    guard let table = TopicTable.table(.hours, findings) else { return nil }
    let causes = Cause.allCases.enumerated().filter { _, cause in
      findings.models.contains { hours(of: cause, $0, findings) > 0 }
    }
    let finding = words(findings)
    let legend = Legend.areas(
      causes.map { (place: $0.offset, label: MetricTitle.title(of: $0.element)) })
    return SectionView(
      id: "hours", title: "Where the hours went",
      legends: [LegendView(entries: legend.entries)],
      figures: [
        FigureView(
          caption: finding.unbroken,
          pictures: [
            picture(findings, finding, wide: true), picture(findings, finding, wide: false),
          ])
      ], tables: [table])
  }

  private static func hours(
    of cause: Cause, _ model: ModelHeader, _ findings: Findings
  ) -> Double {
    let mean = findings.row(model.name, "hours.\(cause.name)")?.estimate.mean ?? 0
    return mean.isFinite ? max(0, mean) : 0
  }

  private static func total(_ model: ModelHeader, _ findings: Findings) -> Double {
    Cause.allCases.reduce(0) { $0 + hours(of: $1, model, findings) }
  }

  /// How long a payment takes in each model and the cause that takes most of it.
  private static func words(_ findings: Findings) -> String {
    let parts = findings.models.map { model in
      let total = total(model, findings)
      let all = Cause.allCases.map { (cause: $0, hours: hours(of: $0, model, findings)) }
      guard total > 0, let most = all.max(by: { $0.hours < $1.hours }) else {
        return "\(model.readable): no time at all"
      }
      let share = Quantity(value: most.hours / total, unit: "share").text
      return "\(model.readable): \(Quantity(value: total, unit: "h").text) a payment on average, "
        + "the largest part \(MetricTitle.title(of: most.cause)) (\(share))"
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func picture(_ findings: Findings, _ finding: String, wide: Bool) -> String {
    let longest = findings.models.map { total($0, findings) }.max() ?? 0
    // A run of seconds still gets an axis in hours with a length.
    let ticks = Ticks.round(around: 0...max(longest, 1.0 / 3_600), count: wide ? 8 : 4) {
      longest < 1 ? Quantity(value: $0, unit: "h").text : $0.fixed(1, trimmed: true) + " h"
    }
    let chart = StackedBars(
      width: wide ? 880 : 340, fontSize: wide ? 12 : 10.5,
      axisTitle: "mean time of a payment from instruction to its end", ticks: ticks,
      bars: findings.models.map { bar($0, findings) })
    return chart.svg(
      id: wide ? "hours-bars" : "hours-bars-narrow", title: "Mean hours of a payment by cause",
      description: finding, style: wide ? "wide" : "narrow")
  }

  private static func bar(_ model: ModelHeader, _ findings: Findings) -> StackedBars.Bar {
    let total = total(model, findings)
    let parts = Cause.allCases.enumerated().map { place, cause in
      let value = hours(of: cause, model, findings)
      let title = MetricTitle.title(of: cause)
      let share = total > 0 ? Quantity(value: value / total, unit: "share").text : ""
      return StackedBars.Part(
        value: value, place: place, label: title,
        hover: "\(title): \(Quantity(value: value, unit: "h").text), \(share)")
    }
    return StackedBars.Bar(
      title: model.readable, total: Quantity(value: total, unit: "h").text, parts: parts)
  }
}
