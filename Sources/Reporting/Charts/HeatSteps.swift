/// The steps into which the values of a heat map fall, each with a colour of its own.
struct HeatSteps {
  /// How many colours there are.
  static let most = 8

  /// The values at which the next step begins, ascending.
  let bounds: [Double]
  /// What the key calls each step, one more than bounds.
  let labels: [String]

  /// How many steps there are.
  var count: Int { labels.count }

  /// The step of a value: the number of bounds that it reaches.
  func step(of value: Double) -> Int { bounds.count { value >= $0 } }

  /// Times as people tell them apart, in seconds.
  static let times = HeatSteps(
    bounds: [60, 600, 3_600, 21_600, 43_200, 86_400, 172_800],
    labels: [
      "below 1 min", "to 10 min", "to 1 h", "to 6 h", "to 12 h", "to 1 day", "to 2 days",
      "2 days or more",
    ])

  private init(bounds: [Double], labels: [String]) {
    (self.bounds, self.labels) = (bounds, labels)
  }

  /// Steps at round numbers over the values of a sweep or of shares, as few as hold them.
  init(over values: [Double], label: (Double) -> String) {
    let finite = values.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
    let ticks = Ticks.round(around: low...max(low, high), count: HeatSteps.most - 2, label: label)
    let inner = ticks.dropFirst().dropLast().prefix(HeatSteps.most - 1)
    bounds = inner.map(\.value)
    let starts = inner.map(\.label)
    labels =
      starts.isEmpty
      ? [label(low)] : ["below \(starts[0])"] + starts.map { "from \($0)" }
  }
}
