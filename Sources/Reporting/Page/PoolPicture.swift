import Outcomes
import Vocabulary

/// The picture of one pool: a step line for each model above the clocks of UTC and of its branch.
struct PoolPicture {
  var pool: Pool
  var models: [ModelHeader]
  var clocks: [ClockAxis]

  /// How many points a line keeps at most: more than the picture has places across.
  private static let detail = 300

  /// The picture with its title.
  func figure(id: String) -> FigureView {
    let starts = pool.histories.map(\.start.microseconds)
    let ends = pool.histories.map { seconds($0, $0.balances.count - 1) }
    let first = Double(starts.min() ?? 0) / 1_000_000
    let chart = LineChart(
      width: 300, plotHeight: 120, fontSize: 10.5, leftMargin: 68, horizontal: .linear,
      domain: first...max(ends.max() ?? first, first + 1), axes: axes, verticalDomain: range,
      verticalTicks: Ticks.round(around: range, count: 5, label: Quantity.roundMoney),
      lines: models.map { model in
        let history = pool.histories.first { $0.model == model.name }
        return LineChart.Line(points: history.map(points) ?? [], isStepped: true)
      })
    let picture = chart.svg(
      id: id, title: "Balance of \(pool.title)", description: words, style: "small")
    return FigureView(caption: pool.title, pictures: [picture])
  }

  private var axes: [HorizontalAxis] {
    guard !clocks.isEmpty else { return [HorizontalAxis(title: "", ticks: [])] }
    return clocks.map { clock in
      HorizontalAxis(
        title: clock.title.printable,
        ticks: clock.ticks.map {
          Tick(value: Double($0.at.microseconds) / 1_000_000, label: $0.label.printable)
        })
    }
  }

  /// All balances and zero, in major units, with some air above and below.
  private var range: ClosedRange<Double> {
    let all = pool.histories.flatMap(\.balances)
    let unit = Double(pool.currency.minorUnitsPerUnit)
    let low = Double(min(0, all.min() ?? 0)) / unit
    let high = Double(max(0, all.max() ?? 0)) / unit
    let air = (high - low) * 0.06
    return low - (low < 0 ? air : 0)...high + (high > 0 ? air : 0)
  }

  /// Opening, lowest and last balance of every model.
  private var words: String {
    let parts = pool.histories.map { history in
      let title = models.first { $0.name == history.model }?.readable ?? history.model.printable
      func money(_ minor: Int64?) -> String {
        let major = Double(minor ?? 0) / Double(pool.currency.minorUnitsPerUnit)
        return Quantity(value: major, unit: pool.currency.code).text
      }
      return "\(title): \(money(history.balances.first)) at the start, "
        + "\(money(history.balances.min())) at the lowest, "
        + "\(money(history.balances.last)) at the end"
    }
    return parts.joined(separator: "; ") + "."
  }

  private func seconds(_ history: PoolHistory, _ place: Int) -> Double {
    Double(history.start.microseconds) / 1_000_000
      + history.step.inSeconds * Double(place)
  }

  /// The balances as points; of a long history the lowest and the highest of each stretch, in the
  /// order in which they came, so that no peak is lost.
  private func points(_ history: PoolHistory) -> [(x: Double, y: Double)] {
    let count = history.balances.count
    let stretch = max(1, (2 * count + PoolPicture.detail - 1) / PoolPicture.detail)
    var places: [Int] = []
    for start in stride(from: 0, to: count, by: stretch) {
      let range = start..<min(start + stretch, count)
      let low = range.min { history.balances[$0] < history.balances[$1] } ?? start
      let high = range.max { history.balances[$0] < history.balances[$1] } ?? start
      places += low == high ? [low] : [min(low, high), max(low, high)]
    }
    if places.last != count - 1 { places.append(count - 1) }
    let unit = Double(pool.currency.minorUnitsPerUnit)
    return places.map { (seconds(history, $0), Double(history.balances[$0]) / unit) }
  }
}

extension Quantity {
  /// An amount for an axis, without zeros at its end: `12.5M`.
  static func roundMoney(_ value: Double) -> String {
    let size = value.magnitude
    let steps: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k"), (1, "")]
    let (unit, name) = steps.first { size >= $0.0 } ?? (1, "")
    return (value < 0 ? "−" : "") + (size / unit).fixed(2, trimmed: true) + name
  }
}
