import Foundation

/// A tick on an axis.
struct Tick {
  /// Where it stands, in the unit of its scale.
  ///
  /// The unit is the scale's: seconds, hours, major units, shares.
  var value: Double
  /// What it reads.
  var label: String
}

/// Which ticks an axis gets.
///
/// Ticks at round numbers say more than ticks at the data: a reader reads the scale, not the
/// points.
enum Ticks {
  /// Times that people count in, in seconds, with their names.
  ///
  /// Ascending; `times(around:)` takes a run of them.
  private static let times: [Tick] = [
    Tick(value: 0.001, label: "1 ms"), Tick(value: 0.01, label: "10 ms"),
    Tick(value: 0.1, label: "0.1 s"), Tick(value: 1, label: "1 s"),
    Tick(value: 10, label: "10 s"), Tick(value: 60, label: "1 min"),
    Tick(value: 600, label: "10 min"), Tick(value: 3_600, label: "1 h"),
    Tick(value: 21_600, label: "6 h"), Tick(value: 86_400, label: "1 d"),
    Tick(value: 259_200, label: "3 d"), Tick(value: 604_800, label: "1 week"),
    Tick(value: 2_419_200, label: "4 weeks"), Tick(value: 31_536_000, label: "1 year"),
  ]

  /// The times from the last one below `values` to the first one above, at least 1 s to 1 d.
  ///
  /// - Parameter values: In seconds.
  /// - Returns: Six ticks at least, ascending.
  static func times(around values: ClosedRange<Double>) -> [Tick] {
    let low = times.last { $0.value <= min(values.lowerBound, 1) } ?? times[0]
    let high = times.first { $0.value >= max(values.upperBound, 86_400) } ?? times[times.count - 1]
    return times.filter { (low.value...high.value).contains($0.value) }
  }

  /// About `count` ticks at round numbers (1, 2 or 5 times a power of ten) that hold `values`.
  ///
  /// - Parameters:
  ///   - values: In any unit; one without a width has one tick.
  ///   - count: About how many ticks; there are one more to twice as many.
  ///   - label: What a tick reads.
  static func round(
    around values: ClosedRange<Double>, count: Int, label: (Double) -> String
  ) -> [Tick] {
    let width = values.upperBound - values.lowerBound
    guard width > 0, width.isFinite else {
      return [Tick(value: values.lowerBound, label: label(values.lowerBound))]
    }
    let raw = width / Double(count)
    let power = pow(10, log10(raw).rounded(.down))
    let step = power * ([1, 2, 5].first { $0 * power >= raw * 0.999 } ?? 10)
    let first = Int((values.lowerBound / step + 1e-9).rounded(.down))
    let last = Int((values.upperBound / step - 1e-9).rounded(.up))
    return (first...max(first, last)).map {
      Tick(value: Double($0) * step, label: label(Double($0) * step))
    }
  }

  /// The labels that have room beside each other, the earlier before the later, each at the place
  /// of its middle: that of its tick or, at an end, as far inside as it needs.
  ///
  /// - Parameter room: Where letters may stand, in units of the picture.
  static func labels(
    _ ticks: [Tick], on scale: Scale, within room: ClosedRange<Double>, fontSize: Double
  ) -> [(text: String, place: Double)] {
    var free = -Double.infinity
    return ticks.compactMap { tick in
      let half = Drawing.width(of: tick.label, fontSize: fontSize) / 2
      let place = max(room.lowerBound + half, min(scale(tick.value), room.upperBound - half))
      guard place - half >= free else { return nil }
      free = place + half + fontSize * 0.6
      return (tick.label, place)
    }
  }
}
