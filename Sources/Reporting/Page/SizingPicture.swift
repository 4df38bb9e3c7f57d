import Outcomes
import Vocabulary

/// The picture of one currency in one model: pre-funding against service level, a line for each
/// arrangement, and what was tried.
struct SizingPicture {
  /// What readers call the model.
  var model: String
  /// The currency with its curves and what was tried.
  var group: SizingGroup

  /// The picture with its title.
  func figure(id: String) -> FigureView {
    let axis = LevelAxis(values)
    let highest = (group.curves + group.tried).map { major($0.prefunding) }.max() ?? 0
    let chart = LineChart(
      width: 300, plotHeight: 150, fontSize: 10.5, leftMargin: 52, horizontal: .linear,
      domain: axis.domain,
      axes: [HorizontalAxis(title: "level %", ticks: axis.ticks)],
      verticalDomain: 0...(highest * 1.06),
      verticalTicks: Ticks.round(around: 0...highest, count: 4, label: Quantity.roundMoney),
      lines: SizingGroup.arrangements.map { line($0, on: axis) },
      marks: group.tried.compactMap { mark($0, on: axis) })
    let title = "\(model), \(group.currency.code)"
    let picture = chart.svg(
      id: id, title: "Pre-funding against service level: \(title)", description: words,
      style: "small")
    return FigureView(caption: title, pictures: [picture])
  }

  /// Every share that the picture shows.
  private var values: [Double] {
    (group.curves + group.tried).flatMap { point in
      [point.level] + (point.realised.map { [$0.share] } ?? [])
    }
  }

  /// The curve of an arrangement: what it takes at each level, in major units. The bound, which
  /// cannot be laid out, is drawn like the others.
  private func line(_ arrangement: String, on axis: LevelAxis) -> LineChart.Line {
    let points = group.curves.filter { $0.arrangement == arrangement }
    return LineChart.Line(
      points: points.map { (axis.place(of: $0.level), major($0.prefunding)) }, isStepped: false)
  }

  /// What was tried: from the level that was promised to the share that was realised, with its
  /// interval, at the height of the amount.
  ///
  /// - Returns: `nil` where a point was not tried.
  private func mark(_ point: Sizing.Point, on axis: LevelAxis) -> Mark? {
    guard let realised = point.realised,
      let place = SizingGroup.arrangements.firstIndex(of: point.arrangement)
    else { return nil }
    return Mark(
      place: place, y: major(point.prefunding), from: axis.place(of: point.level),
      to: axis.place(of: realised.share),
      spread: axis.place(
        of: realised.low ?? realised.share)...axis.place(of: realised.high ?? realised.share),
      hover: "\(point.arrangement), \(group.money(point.prefunding)): "
        + "promised \(Quantity.level(point.level)), realised \(Quantity.share(realised.share)) "
        + "(\(realised.low == nil ? "" : "95 % interval ")\(realised.intervalText))")
  }

  /// Minor units of the currency in major ones.
  private func major(_ minorUnits: Int64) -> Double {
    Double(minorUnits) / Double(group.currency.minorUnitsPerUnit)
  }

  /// What each arrangement needs at its highest level, and how many of the trials fell short.
  private var words: String {
    let parts = SizingGroup.arrangements.compactMap { arrangement in
      group.curves.last { $0.arrangement == arrangement }.map {
        "\(arrangement): \(group.money($0.prefunding)) at \(Quantity.level($0.level))"
      }
    }
    let short = group.tried.filter { $0.miss == .fewer }.count
    let trials =
      group.tried.isEmpty
      ? []
      : [
        "of \(group.tried.count.counted("point")) tried, \(short == 0 ? "none" : String(short)) realised "
          + "less than promised beyond chance"
      ]
    return (parts + trials).joined(separator: "; ") + "."
  }
}

/// A horizontal axis of service levels on which each further nine takes the same room:
/// −log₁₀(1 − p), with the whole at its end.
struct LevelAxis {
  /// The ends in places of the axis.
  let domain: ClosedRange<Double>
  /// The levels that are written, in per cent; which of them there are depends on what is shown.
  let ticks: [Tick]

  /// The levels at which an axis may be marked: assumed to be those that readers ask for.
  private static let ticks = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999]

  /// An axis from a half, or from nothing where a value lies below it, to the largest value.
  init(_ values: [Double]) {
    let places = values.filter { $0 < 1 }.map(Scale.nines)
    let low = values.contains { $0 < 0.5 } ? 0 : Scale.nines(0.5)
    let last = max(Scale.nines(0.99), places.max() ?? 0)
    // The whole has no place on the scale and stands half a nine behind the last that has.
    let whole = values.contains { $0 >= 1 } ? last + 0.5 : nil
    domain = low...(whole ?? last)
    let inside = LevelAxis.ticks.map { ($0, Scale.nines($0)) }.filter {
      $0.1 >= low - 1e-9 && $0.1 <= last + 1e-9
    }
    ticks =
      inside.map { Tick(value: min($0.1, last), label: Quantity.bareLevel($0.0)) }
      + (whole.map { [Tick(value: $0, label: "100")] } ?? [])
  }

  /// The place of a share; the whole lies at the end.
  ///
  /// - Parameter share: 0 to 1.
  /// - Returns: A place inside `domain`.
  func place(of share: Double) -> Double {
    share >= 1 ? domain.upperBound : min(Scale.nines(max(0, share)), domain.upperBound)
  }
}
