import Bookkeeping
import Measures
import Outcomes

/// Where the hours went: the mean hours of a payment by cause, one bar for each model, of all
/// payments and of the corridors that lose most.
enum CauseHours {
  /// The section; `nil` where the run has no hours by cause.
  ///
  /// Causes that take no time in any model are left out of picture and key; the tables have them
  /// where a figure is given.
  static func section(_ findings: Findings) -> SectionView? {
    let tables = TopicTable.tables(.hours, findings)
    guard !tables.isEmpty else { return nil }
    let causes = Cause.allCases.enumerated().filter { _, cause in
      findings.models.contains { hours(of: cause, $0, .all, findings) > 0 }
    }
    let finding = words(.all, findings)
    let legend = Legend.areas(
      causes.map { (place: $0.offset, label: $0.element.title) })
    var section = SectionView(
      id: "hours", title: "Where the hours went",
      legends: [LegendView(entries: legend.entries)],
      figures: [
        FigureView(
          caption: finding.unbroken,
          pictures: [
            picture(findings, finding, wide: true), picture(findings, finding, wide: false),
          ])
      ], tables: tables)
    if let corridors = CorridorHours.grid(findings) {
      section.grids = [corridors.grid]
      section.remarks = [corridors.remark].filter { !$0.isEmpty }
      section.tables.append(corridors.table)
    }
    return section
  }

  /// The mean hours that a cause takes of a payment.
  ///
  /// In hours; 0 where the run has no such figure. Means over replications add up to the mean time
  /// of a payment, since causes leave no gap.
  static func hours(
    of cause: Cause, _ model: ModelHeader, _ scope: Scope, _ findings: Findings
  ) -> Double {
    let mean = findings.row(model.name, cause.metric, scope)?.estimate.mean ?? 0
    return mean.isFinite ? max(0, mean) : 0
  }

  /// The mean hours of a payment.
  ///
  /// The sum over the causes: of all payments until their end or the horizon, returned and open
  /// ones too.
  static func total(_ model: ModelHeader, _ scope: Scope, _ findings: Findings) -> Double {
    Cause.allCases.reduce(0) { $0 + hours(of: $1, model, scope, findings) }
  }

  /// How long a payment takes in each model and the cause that takes most of it.
  private static func words(_ scope: Scope, _ findings: Findings) -> String {
    let parts = findings.models.map { model in
      let total = total(model, scope, findings)
      let all = Cause.allCases.map { (cause: $0, hours: hours(of: $0, model, scope, findings)) }
      guard total > 0, let most = all.max(by: { $0.hours < $1.hours }) else {
        return "\(model.readable) no time at all"
      }
      let share = Quantity(value: most.hours / total, unit: .share).text
      return "\(model.readable) \(Quantity(value: total, unit: .hours).text), "
        + "most of it \(most.cause.title) (\(share))"
    }
    return "A payment takes on average: " + parts.joined(separator: "; ") + "."
  }

  /// The picture for a wide page or a narrow one: a bar for each model, on one axis of hours.
  private static func picture(_ findings: Findings, _ finding: String, wide: Bool) -> String {
    let longest = findings.models.map { total($0, .all, findings) }.max() ?? 0
    let chart = StackedBars(
      width: wide ? 880 : 340, fontSize: wide ? 12 : 10.5,
      axisTitle: "mean time of a payment from instruction to its end",
      ticks: ticks(to: longest, count: wide ? 8 : 4),
      bars: findings.models.map { bar($0, .all, isLarge: true, findings) })
    return chart.svg(
      id: wide ? "hours-bars" : "hours-bars-narrow", title: "Mean hours of a payment by cause",
      description: finding, style: wide ? "wide" : "narrow")
  }

  /// The bars of one corridor, on the axis of all corridors.
  ///
  /// - Parameters:
  ///   - longest: The end of the axis, in hours, shared by all cards.
  ///   - id: Unique on the page.
  static func card(
    _ corridor: CorridorScope, longest: Double, id: String, _ findings: Findings
  ) -> FigureView {
    let chart = StackedBars(
      width: 300, fontSize: 10.5, axisTitle: "", ticks: ticks(to: longest, count: 3),
      bars: findings.models.map { bar($0, corridor.scope, isLarge: false, findings) })
    let picture = chart.svg(
      id: id, title: "Mean hours of a payment by cause: \(corridor.title)",
      description: words(corridor.scope, findings), style: "small")
    return FigureView(caption: corridor.title, pictures: [picture])
  }

  /// A run of seconds still gets an axis in hours with a length.
  ///
  /// - Parameters:
  ///   - longest: In hours.
  ///   - count: About how many ticks.
  private static func ticks(to longest: Double, count: Int) -> [Tick] {
    Ticks.round(around: 0...max(longest, 1.0 / 3_600), count: count) {
      longest < 1 ? Quantity(value: $0, unit: .hours).text : $0.fixed(1, trimmed: true) + " h"
    }
  }

  /// A bar; only those of large pictures say more on hovering.
  ///
  /// Parts stand in the order of all causes, so that one colour means one cause on every page.
  private static func bar(
    _ model: ModelHeader, _ scope: Scope, isLarge: Bool, _ findings: Findings
  ) -> StackedBars.Bar {
    let total = total(model, scope, findings)
    let parts = Cause.allCases.enumerated().map { place, cause in
      let value = hours(of: cause, model, scope, findings)
      let title = cause.title
      let share = total > 0 ? Quantity(value: value / total, unit: .share).text : ""
      let hover = "\(title): \(Quantity(value: value, unit: .hours).text), \(share)"
      return StackedBars.Part(
        value: value, place: place, label: isLarge ? title : "", hover: isLarge ? hover : "")
    }
    return StackedBars.Bar(
      title: model.readable, total: Quantity(value: total, unit: .hours).text, parts: parts)
  }
}
