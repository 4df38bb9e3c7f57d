import Outcomes
import Vocabulary

/// A week on the clocks of UTC and of each place: who is open when, and what the largest pools
/// hold meanwhile.
///
/// Bands and balances share the horizontal scale, so that a reader sees a balance fall while its
/// system is closed. Text in words stands in the table beneath.
enum ClockWeek {
  /// How many lines of balances stand beneath the hours, over all models.
  ///
  /// Assumed: more lines than that leave no room for the hours on a page of A4.
  private static let lines = 4

  /// The section; `nil` where nothing keeps hours.
  ///
  /// What is left out where there are too many rows is said.
  static func section(_ week: OpeningWeek?, _ findings: Findings) -> SectionView? {
    guard let week, week.places.contains(where: { !$0.rows.isEmpty }) else { return nil }
    var section = SectionView(id: "clocks", title: "A week on two clocks")
    section.legends = [legend(week, hasPools: !balances(findings).isEmpty, findings)]
    let finding = words(week)
    section.figures = [
      FigureView(
        caption: finding,
        pictures: [
          picture(week, findings, finding, wide: true),
          picture(week, findings, finding, wide: false),
        ])
    ]
    section.remarks = ["The lowest axis is UTC, the others are the local clocks."]
    if week.leftOut > 0 {
      section.remarks.append(
        week.leftOut == 1
          ? "One further branch or system is left out."
          : "\(week.leftOut) further branches and systems are left out.")
    }
    section.tables = [table(week)]
    return section
  }

  /// The key of what the picture holds and of nothing else: a kind of closing without a day in this
  /// week has no entry, cut-offs and changes of a clock likewise.
  private static func legend(
    _ week: OpeningWeek, hasPools: Bool, _ findings: Findings
  ) -> LegendView {
    let rows = week.places.flatMap(\.rows)
    let kinds = Set(rows.flatMap { $0.closed.map(\.kind) })
    var entries = [Legend.key(to: "open", label: "open")]
    if rows.contains(where: { !$0.cutOffs.isEmpty }) {
      entries.append(Legend.key(to: "cut", path: "M14 1V11", label: "cut-off"))
    }
    for (kind, style, label) in styles where kinds.contains(kind) {
      entries.append(Legend.key(to: style, label: label))
    }
    if week.places.contains(where: { !$0.changes.isEmpty }) {
      entries.append(Legend.key(to: "change", path: "M14 0V12", label: "change of the clock"))
    }
    if hasPools { entries += Legend.lines(findings.models.map(\.readable)).entries }
    return LegendView(entries: entries)
  }

  /// The style and the word of each kind of closing, in the order of the key. Nights have none:
  /// they are what is left.
  private static let styles: [(OpeningWeek.Closing.Kind, String, String)] = [
    (.weekend, "rest", "weekend"), (.holiday, "feast", "holiday"), (.outage, "down", "outage"),
  ]

  /// The picture in SVG, for a wide page or a narrow one; both stand in the page, which shows one
  /// of them.
  ///
  /// From the top: a group of bands for each place with its own clock beneath, then a panel for
  /// each pool that is shown, then the axis of UTC. Widths are pixels at a scale of 1, times are
  /// seconds since 1970.
  ///
  /// - Returns: One element of SVG with a description for screen readers.
  private static func picture(
    _ week: OpeningWeek, _ findings: Findings, _ finding: String, wide: Bool
  ) -> String {
    let (width, size) = wide ? (880, 12.0) : (340, 10.5)
    let bands = TimeBands(
      width: Double(width), rowHeight: size * 1.5, fontSize: size,
      leftMargin: wide ? 150 : 92,
      domain: seconds(week.range.lowerBound)...seconds(week.range.upperBound),
      groups: week.places.filter { !$0.rows.isEmpty }.map(group))
    var drawing = Drawing()
    var bottom = bands.add(to: &drawing)
    let shown = balances(findings)
    for pool in shown {
      bottom = add(pool, week, findings, bands, top: bottom, to: &drawing)
    }
    let area = PlotArea(
      left: bands.leftMargin, top: bottom, right: bands.across.to, bottom: bottom)
    drawing.add([HorizontalAxis(week.clock)], on: bands.across, in: area, fontSize: size)
    return drawing.svg(
      width: Double(width), height: bottom + HorizontalAxis.height(fontSize: size),
      id: wide ? "clocks-wide" : "clocks-narrow", title: "Opening hours of a week",
      description: finding, style: wide ? "wide" : "narrow")
  }

  /// The bands of a place: closings lie thin beneath the open hours, so that a holiday shows
  /// through no opening.
  ///
  /// Each band keeps its instants; the clock of the place only labels the axis.
  private static func group(_ place: OpeningWeek.Place) -> TimeBands.Group {
    TimeBands.Group(
      rows: place.rows.map { row in
        let closed = row.closed.map { closing in
          TimeBands.Band(
            from: seconds(closing.during.lowerBound), to: seconds(closing.during.upperBound),
            style: .thin(styles.first { $0.0 == closing.kind }?.1 ?? "rest"), hover: "")
        }
        let open = row.open.map {
          TimeBands.Band(
            from: seconds($0.lowerBound), to: seconds($0.upperBound), style: .whole("open"),
            hover: "")
        }
        return TimeBands.Row(
          title: row.title.printable, bands: closed + open, marks: row.cutOffs.map(seconds))
      }, axes: [HorizontalAxis(place.clock)],
      changes: place.changes.map { Tick(value: seconds($0.at), label: $0.label) })
  }

  /// A pool's balances in the first replication, model over model, on the scale of the hours.
  private static func add(
    _ pool: [PoolHistory], _ week: OpeningWeek, _ findings: Findings, _ bands: TimeBands,
    top: Double, to drawing: inout Drawing
  ) -> Double {
    let size = bands.fontSize
    let area = PlotArea(
      left: bands.leftMargin, top: top + size * 1.8, right: bands.across.to,
      bottom: top + size * 1.8 + size * 4.5)
    let unit = Double(pool[0].currency.minorUnitsPerUnit)
    let lines = findings.models.map { model in
      pool.first { $0.model == model.name }.map { points($0, week.range, unit) } ?? []
    }
    let values = lines.joined().map(\.y) + [0]
    let range = (values.min() ?? 0)...max(values.max() ?? 0, (values.min() ?? 0) + 1)
    let ticks = Ticks.round(around: range, count: 2, label: Quantity.roundMoney)
    let domain = (ticks.first?.value ?? 0)...(ticks.last?.value ?? 1)
    let up = Scale(.linear, domain, from: area.bottom, to: area.top)
    drawing.add(vertical: ticks, on: up, in: area, fontSize: size)
    for (place, line) in lines.enumerated() {
      let path = LineChart.path(
        LineChart.Line(points: line, isStepped: true), bands.across, up)
      if !path.isEmpty { drawing.path(path, Series.line(place)) }
    }
    drawing.text(
      "Pool \(pool[0].branch.printable) \(pool[0].currency.code), first replication",
      x: area.left, y: area.top - size * 0.5, .start, "strong")
    return area.bottom + size * 0.6
  }

  /// The hourly balances of a pool inside the week, in major units over seconds since 1970.
  ///
  /// - Returns: Nothing where the run noted no balance inside it.
  private static func points(
    _ history: PoolHistory, _ range: Range<Instant>, _ unit: Double
  ) -> [(x: Double, y: Double)] {
    history.balances.enumerated().compactMap { hour, balance in
      let at = history.start + TimeSpan(microseconds: history.step.microseconds * Int64(hour))
      return range.contains(at) ? (seconds(at), Double(balance) / unit) : nil
    }
  }

  /// The histories of the pools whose fans come first, in all models.
  private static func balances(_ findings: Findings) -> [[PoolHistory]] {
    findings.comparison.fans.prefix(max(1, lines / max(1, findings.models.count))).compactMap {
      fan in
      let own = findings.comparison.poolHistories.filter {
        $0.branch == fan.branch && $0.currency == fan.currency && $0.balances.count > 1
      }
      return own.isEmpty || own[0].model != fan.model ? nil : own
    }
  }

  /// The caption: for how many of the week's hours the first and the last of all are open. Openings
  /// that begin before the week or end after it count with their part inside.
  private static func words(_ week: OpeningWeek) -> String {
    let rows = week.places.flatMap(\.rows)
    let hours = rows.map { row in
      row.open.reduce(0) {
        $0
          + ($1.clamped(to: week.range).upperBound - $1.clamped(to: week.range).lowerBound)
          .inSeconds
      } / 3_600
    }
    let all = (week.range.upperBound - week.range.lowerBound).inSeconds / 3_600
    guard let least = hours.min(), let most = hours.max() else { return "Nothing keeps hours." }
    let span = least == most ? least.fixed(0) : "\(least.fixed(0)) to \(most.fixed(0))"
    return "From \(day(week.range.lowerBound)) on: of \(all.fixed(0)) hours, branches and systems "
      + "are open for \(span)."
  }

  /// `Fri 2026-03-06`, the day in UTC.
  private static func day(_ instant: Instant) -> String {
    let date = CivilDate.split(instant.microseconds).date
    return "\(date.weekday.abbreviation) \(date)"
  }

  /// The same hours in words, folded away, for readers who cannot see the picture: one row for each
  /// branch and system, with each closing that is no night by its name.
  private static func table(_ week: OpeningWeek) -> TableView {
    TableView(
      caption: "Hours of the week", folds: ["The hours in words"], notes: [],
      corner: "who", isProse: true,
      columns: ["clock", "usual hours", "cut-off", "closed beside nights"],
      rows: week.places.flatMap { place in
        place.rows.map { row in
          TableRowView(
            headings: [HeadingView(text: row.title.printable)],
            cells: [
              place.clock.title.printable, row.hours, row.cutOff,
              row.closed.map(\.name.printable).joined(separator: "; "),
            ])
        }
      })
  }

  /// Seconds since 1970, the unit of all horizontal places; exact to the microsecond until the year
  /// 2255.
  private static func seconds(_ instant: Instant) -> Double {
    Double(instant.microseconds) / 1_000_000
  }
}
