import Measures
public import Outcomes
import Vocabulary

/// The effect of a warm-up for a terminal of 80 columns: the series as bars, then what each warm-up
/// leaves of the figure.
public enum WarmUpTable {
  /// How many columns the text takes at most.
  public static let width = 80
  /// How many rows the series takes at most.
  ///
  /// Assumed: the series, its title and its figures then fit a terminal of sixty lines.
  private static let mostRows = 42
  /// What is left of 80 columns beside an instant of 20 and a figure of 16 with their gaps.
  private static let barWidth = 38

  /// The text, lines ended by LF.
  public static func text(_ effect: WarmUpEffect) -> String {
    let series = effect.series
    let title =
      "\(effect.metric) by stretch of instruction, \(effect.scenario), model \(effect.model)"
    let runs = effect.replications == 1 ? "1 replication" : "\(effect.replications) replications"
    let facts =
      "Mean over \(runs) without warm-up, in stretches of \(TimeSpan.hours(Int64(series.hours)))"
      + ", averaged over \(effect.window) of them on either side (Welch)."
    let lines =
      title.printable.wrapped(to: width) + facts.wrapped(to: width) + [""] + bars(effect) + [""]
      + figures(effect) + [""] + truncation(effect).wrapped(to: width)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A row for each stretch, or for each n-th of a long series: its start, its smoothed mean and a
  /// bar on the scale of the largest magnitude shown.
  ///
  /// A line stands where MSER-5 cuts, before the first row that is kept. Rows end without blanks,
  /// so that snapshots keep no invisible bytes.
  ///
  /// - Returns: One row at least where there is a stretch; `–` and no bar where a stretch is later
  ///   than the horizon.
  private static func bars(_ effect: WarmUpEffect) -> [String] {
    let stretches = effect.series.stretches(window: effect.window)
    let step = (stretches.count + mostRows - 1) / mostRows
    let highest = stretches.compactMap(\.smoothed).map(\.magnitude).max() ?? 0
    let cut = effect.series.truncation.stretches
    var lines: [String] = []
    for place in stride(from: 0, to: stretches.count, by: max(1, step)) {
      if cut > 0, place >= cut, place - step < cut {
        lines.append("-- MSER-5 cuts here " + String(repeating: "-", count: width - 20))
      }
      let stretch = stretches[place]
      let value = stretch.smoothed.map { Quantity(value: $0, unit: effect.unit).text } ?? "–"
      let share = highest > 0 ? (stretch.smoothed ?? 0).magnitude / highest : 0
      let bar = String(repeating: "#", count: Int((share * Double(barWidth)).rounded()))
      let line = "\(stretch.start)  \(value.right(in: 16))  \(bar)"
      lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
    }
    return lines
  }

  /// The figure of all payments after each warm-up that was asked for, the scenario's own among
  /// them, so that a reader sees whether it still moves.
  private static func figures(_ effect: WarmUpEffect) -> [String] {
    let rows = effect.figures.map { figure in
      let text = figure.estimate.map { EstimateText($0, effect.unit) }
      let name = figure.name == "scenario" ? "the scenario's own" : figure.name
      return [name, "\(figure.warmUp)", text?.meanAndHalfWidth ?? "–"]
    }
    let group = TextTable.Group(title: "After a warm-up", rows: rows)
    return Array(
      TextTable(heading: ["", "length", "all payments"], groups: [group]).lines(width: width)
        .drop { $0.isEmpty })
  }

  /// What the rule says, or why it says nothing: it wants ten stretches, all with a value, and a
  /// minimum in the first half of them; otherwise its cut is an artefact of the end of the run.
  ///
  /// Source: White 1997; White, Cobb and Spratt 2000.
  private static func truncation(_ effect: WarmUpEffect) -> String {
    let cut = effect.series.truncation
    let sources = " (White 1997; White, Cobb and Spratt 2000)."
    guard cut.censored == 0 else {
      return "MSER-5 needs a value of every stretch: \(cut.censored) are later than the horizon"
        + sources
    }
    guard cut.observations >= 10 else {
      return "MSER-5 needs 10 stretches with a value: found \(cut.observations)\(sources)"
    }
    guard cut.isTrusted else {
      return
        "MSER-5 cuts at the edge of the first half, so that the run is too short to tell where "
        + "the start ends\(sources)"
    }
    guard cut.stretches > 0 else {
      return "MSER-5 cuts nothing: no start is seen that differs from the rest\(sources)"
    }
    return "MSER-5 cuts the first \(cut.stretches) of \(effect.series.stretches(window: 0).count) "
      + "stretches\(sources) Days and weeks have a rhythm: prefer whole ones."
  }
}
