/// The mean of a sum over replications, bounded from both sides.
struct BoundedMean: Sendable {
  private var lows, highs: FigureMean

  /// No values yet.
  ///
  /// - Parameters:
  ///   - isCorrected: Whether a control may correct it.
  ///   - range: Where it can lie; its interval is cut off there.
  init(
    _ design: StudyDesign, isCorrected: Bool,
    in range: ClosedRange<Double> = -.infinity ... .infinity
  ) {
    lows = FigureMean(design, isCorrected: isCorrected, in: range)
    highs = FigureMean(
      design, isCorrected: isCorrected, in: -range.upperBound ... -range.lowerBound)
  }

  /// Adds what a row gives of a sum; nothing where it cannot be observed.
  mutating func add(_ row: Row, _ bounds: ([ReplicationFigures]) -> TermBounds?) {
    guard let low = row.sample({ bounds($0)?.asLow ?? .nothing }),
      let high = row.sample({ bounds($0)?.asHigh ?? .nothing })
    else { return }
    lows.add(low, control: row.control)
    highs.add(high, control: row.control)
  }

  /// The mean, or what it is at least; `nil` where no replication gives it.
  var estimate: Estimate? { lows.count == 0 ? nil : lows.estimate }

  /// Below what the mean lies at least, −∞ where nothing is known.
  var low: Double { estimate?.lowerBound ?? -.infinity }
  /// Above what it cannot lie, ∞ where nothing is known.
  var high: Double { highs.count == 0 ? .infinity : -(highs.estimate.lowerBound ?? -.infinity) }
}
