import Measures
import Outcomes
import Vocabulary

/// The picture of one pool: a fan for each model above the clocks of UTC and of its branch.
struct PoolPicture {
  var pool: Pool
  var models: [ModelHeader]
  var clocks: [ClockAxis]

  /// The picture with its title.
  func figure(id: String) -> FigureView {
    let chart = FanChart(
      width: 300, panelHeight: 84, fontSize: 10.5, leftMargin: 68, edges: edges, axes: axes,
      verticalDomain: range,
      verticalTicks: Ticks.round(around: range, count: 4, label: Quantity.roundMoney),
      panels: models.enumerated().compactMap { place, model in
        pool.fans.first { $0.model == model.name }.map { panel($0, model, place) }
      })
    let picture = chart.svg(
      id: id, title: "Balance of \(pool.title)", description: words, style: "small")
    return FigureView(caption: pool.title, pictures: [picture])
  }

  private var edges: [Double] {
    guard let fan = pool.fans.first else { return [] }
    return (0...fan.median.count).map {
      Double(fan.start.microseconds) / 1_000_000 + fan.step.inSeconds * Double($0)
    }
  }

  private var axes: [HorizontalAxis] {
    guard !clocks.isEmpty else { return [HorizontalAxis(title: "", ticks: [])] }
    return clocks.map { HorizontalAxis($0) }
  }

  private func panel(_ fan: PoolFan, _ model: ModelHeader, _ place: Int) -> FanChart.Panel {
    func all(_ minor: [Int64]) -> [Double] { minor.map(major) }
    let bands = [(fan.low90, fan.high90), (fan.low50, fan.high50)]
    let middle = Double(fan.lowest.at.microseconds) / 1_000_000 + fan.step.inSeconds / 2
    return FanChart.Panel(
      title: "\(model.readable.cut(to: 26)): lowest \(money(fan.lowest.balance))", place: place,
      median: all(fan.median),
      bands: fan.replications > 1 ? bands.map { (low: all($0.0), high: all($0.1)) } : [],
      lowest: (middle, major(fan.lowest.balance)))
  }

  private func major(_ minor: Int64) -> Double {
    Double(minor) / Double(pool.currency.minorUnitsPerUnit)
  }

  private func money(_ minor: Int64) -> String {
    Quantity(value: major(minor), unit: .currency(pool.currency)).text
  }

  /// All balances and zero, in major units, with some air above and below.
  private var range: ClosedRange<Double> {
    let low = major(min(0, pool.fans.map(\.lowest.balance).min() ?? 0))
    let high = major(max(0, pool.fans.flatMap { $0.high90 + $0.median }.max() ?? 0))
    let air = (high - low) * 0.06
    return low - (low < 0 ? air : 0)...high + (high > 0 ? air : 0)
  }

  /// Opening, lowest and last balance of every model.
  private var words: String {
    let parts = pool.fans.map { fan in
      let title = models.first { $0.name == fan.model }?.readable ?? fan.model.printable
      return "\(title): \(money(fan.median.first ?? 0)) at the start, "
        + "\(money(fan.lowest.balance)) at the lowest of \(fan.replications) "
        + (fan.replications == 1 ? "replication, " : "replications, ")
        + "\(money(fan.median.last ?? 0)) at the end in the median"
    }
    return parts.joined(separator: "; ") + "."
  }
}

extension HorizontalAxis {
  /// The axis of a clock, in seconds.
  init(_ clock: ClockAxis) {
    self.init(
      title: clock.title.printable,
      ticks: clock.ticks.map {
        Tick(value: Double($0.at.microseconds) / 1_000_000, label: $0.label.printable)
      })
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
