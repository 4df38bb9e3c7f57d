import Measures
import Outcomes
import Vocabulary

/// The picture of one pool: a fan for each model above the clocks of UTC and of its branch.
///
/// All panels share one scale of money, so that models compare; pools do not, since they differ by
/// orders of magnitude.
struct PoolPicture {
  /// The pool with its fans.
  var pool: Pool
  /// All models of the run, in whose order panels stand and are coloured, also those without a fan.
  var models: [ModelHeader]
  /// The axes beneath, UTC first; none leaves an axis without numbers.
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

  /// Where the stretches of the fan begin, and at last where they end: one more than values, in
  /// seconds since 1970.
  private var edges: [Double] {
    guard let fan = pool.fans.first else { return [] }
    return (0...fan.median.count).map {
      Double(fan.start.microseconds) / 1_000_000 + fan.step.inSeconds * Double($0)
    }
  }

  /// One axis for each clock that serves the branch.
  private var axes: [HorizontalAxis] {
    guard !clocks.isEmpty else { return [HorizontalAxis(title: "", ticks: [])] }
    return clocks.map { HorizontalAxis($0) }
  }

  /// A panel for a model: the median, the bands of half and of 90 % of the replications, and the
  /// lowest balance of all in the middle of its stretch. With one replication there are no bands.
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

  /// Minor units of the pool's currency in major ones.
  private func major(_ minor: Int64) -> Double {
    Double(minor) / Double(pool.currency.minorUnitsPerUnit)
  }

  /// An amount with its currency, as short as readers read it.
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
  ///
  /// - Parameter clock: Its ticks keep their instants; only the labels are local.
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
  ///
  /// - Parameter value: In major units; the sign is a minus (U+2212), as in all texts of a page.
  static func roundMoney(_ value: Double) -> String {
    let size = value.magnitude
    let steps: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k"), (1, "")]
    let (unit, name) = steps.first { size >= $0.0 } ?? (1, "")
    return (value < 0 ? "−" : "") + (size / unit).fixed(2, trimmed: true) + name
  }
}
