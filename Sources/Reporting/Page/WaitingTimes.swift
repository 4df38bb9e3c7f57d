import Measures
import Outcomes
import Vocabulary

/// How long a payment takes by the hour of the week in which it is instructed: a heat map for each
/// model, the numbers folded away beneath.
///
/// Hours are those of the payer's clock, so that Friday afternoon is one column for New York and
/// Singapore; a payer outside of the bank has UTC.
enum WaitingTimes {
  /// The section; `nil` where the run has no such times.
  ///
  /// One scale of colours for all models, so that their cards compare.
  static func section(_ findings: Findings) -> SectionView? {
    let weeks = findings.models.enumerated().compactMap { place, model in
      findings.comparison.timesOfWeek.first { $0.model == model.name }.map {
        (id: "week-\(place)", title: model.readable, week: $0)
      }
    }.filter { shown in shown.week.hours.contains { $0.meanSeconds != nil } }
    guard !weeks.isEmpty else { return nil }
    var section = SectionView(id: "waiting", title: "When a payment is instructed")
    let values = weeks.flatMap { $0.week.hours.compactMap(\.meanSeconds) }
    section.legends = [LegendView(entries: Legend.steps(.times, of: values).entries)]
    section.grids = [
      GridView(cards: weeks.map { figure($0.week, $0.title, id: $0.id) })
    ]
    section.remarks = [
      "Mean time to credit, of open payments to the horizon, by weekday and hour of instruction on "
        + "the payer's clock, over all replications; cells in which nothing is due are empty."
    ]
    section.tables = weeks.map { table($0.week, $0.title) }
    return section
  }

  /// Monday first, the order of `CreditTimesOfWeek.hours`: hour 0 is Monday's first on the payer's
  /// clock.
  private static let days = Weekday.allCases.map(\.abbreviation)

  /// A card of 7 × 24 cells; a cell without a value stays empty.
  private static func figure(
    _ week: CreditTimesOfWeek, _ title: String, id: String
  ) -> FigureView {
    let map = HeatMap(
      rows: days, columns: (0..<24).map { String($0) },
      values: days.indices.map { day in (0..<24).map { week.hours[day * 24 + $0].meanSeconds } },
      steps: .times, width: 300, cellHeight: 16, fontSize: 10.5)
    let picture = map.svg(
      id: id, title: "Time to credit by weekday and hour of instruction: \(title)",
      description: words(week), style: "small")
    return FigureView(caption: title, pictures: [picture])
  }

  /// When it takes longest and when it is over soonest.
  ///
  /// The first of equal hours is named.
  private static func words(_ week: CreditTimesOfWeek) -> String {
    let known = week.hours.enumerated().compactMap { place, hour in
      hour.meanSeconds.map { (place: place, seconds: $0) }
    }
    guard let longest = known.max(by: { $0.seconds < $1.seconds }),
      let shortest = known.min(by: { $0.seconds < $1.seconds })
    else { return "No payment is due." }
    func told(_ hour: (place: Int, seconds: Double)) -> String {
      "\(days[hour.place / 24]) \(hour.place % 24):00, "
        + Quantity(value: hour.seconds, unit: .seconds).text
    }
    return "Longest when instructed \(told(longest)); shortest \(told(shortest))."
  }

  /// The numbers of a picture, a row for each hour in which something is due on some day.
  private static func table(_ week: CreditTimesOfWeek, _ title: String) -> TableView {
    TableView(
      caption: "Mean time to credit by hour of instruction: \(title)",
      folds: ["The numbers: \(title)"], notes: [], corner: "hour", columns: days,
      rows: (0..<24).filter { hour in
        days.indices.contains { week.hours[$0 * 24 + hour].meanSeconds != nil }
      }.map { hour in
        TableRowView(
          headings: [HeadingView(text: "\(hour):00")],
          cells: days.indices.map { day in
            week.hours[day * 24 + hour].meanSeconds.map(Quantity.duration) ?? "–"
          })
      })
  }
}
