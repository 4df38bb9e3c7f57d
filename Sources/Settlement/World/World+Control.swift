import Chance
import Scenarios
import Vocabulary

extension World {
  /// How many payments are expected to be counted: the expectation of `payments.instructed`.
  ///
  /// Exact: the number of a day is Poisson around the plan of its flow, shocks of volume have the
  /// mean 1, and a day that the count cuts gives the share of its profile that lies inside. (That a
  /// day makes at most 16 million payments, whatever the shock, is left out.)
  ///
  /// - Returns: `nil` where contracts decide how many payments there are.
  /// - Complexity: O(flows × days).
  public var expectedInstructed: Double? {
    guard scenario.flows.allSatisfy({ $0.contract == nil }) else { return nil }
    let counted = scenario.experiment.countedFrom..<scenario.experiment.until
    return scenario.flows.indices.reduce(0) { sum, flow in
      guard flows.terms[flow].isListed else { return sum + drawn(by: flow, in: counted) }
      let listed = flows.listed[flow].count { counted.contains($0.instructed) }
      return sum + Double(listed)
    }
  }

  /// How many payments a generated flow is expected to have in a stretch; both legs of a trade
  /// count.
  private func drawn(by flow: Int, in counted: Range<Instant>) -> Double {
    let legs = flows.terms[flow].against == nil ? 1.0 : 2.0
    return days[flow].reduce(0) { sum, day in
      let share =
        share(of: day, flow, before: counted.upperBound)
        - share(of: day, flow, before: counted.lowerBound)
      return sum + legs * day.expected * share
    }
  }

  /// The share of a day's payments that are instructed before an instant.
  ///
  /// Found by bisection, since a change of the clock makes the instant of a second of the day no
  /// straight line.
  private func share(of day: FlowDay, _ flow: Int, before bound: Instant) -> Double {
    let home = plans[plansOfFlow[flow][0]].home
    func isBefore(_ second: Double) -> Bool {
      instant(on: day, atSecond: second, home: home) < bound
    }
    guard isBefore(0) else { return 0 }
    var (low, high) = (0.0, 86_400.0)
    guard !isBefore(high.nextDown) else { return 1 }
    // A microsecond is 2⁻³⁷ of a day.
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle } else { high = middle }
    }
    return flows.profiles[flow].fraction(atSecond: high)
  }
}
