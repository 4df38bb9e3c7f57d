import Chance
import Vocabulary

extension Case {
  /// One uniform number, and one value of each distribution.
  static let draws = Case(name: "draws", about: "one draw at its address, ns") {
    let stream = RandomStream(seed: 1, replication: 0, StreamName("benchmark", "draws"))
    let operations = 1_000_000
    var figures = [
      Figure.nanoseconds("draw bits", operations: operations) {
        (0..<UInt64(operations)).reduce(0) { $0 &+ stream.bits(draw: $1).first }
      },
      Figure.nanoseconds("draw bits, both of a block", operations: operations) {
        (0..<UInt64(operations / 2)).reduce(0) {
          let bits = stream.bits(draw: $1)
          return $0 &+ bits.first ^ bits.second
        }
      },
    ]
    let tables = QuantileTables(distributions.map(\.1))
    for (name, distribution) in distributions {
      figures.append(
        .nanoseconds("draw \(name)", operations: operations) {
          (0..<UInt64(operations)).reduce(0.0) {
            $0 + tables.value(of: distribution, at: stream.uniform(draw: $1))
          }.bitPattern
        })
    }
    figures.append(
      .nanoseconds("draw gamma by inversion", operations: operations / 10) {
        (0..<UInt64(operations / 10)).reduce(0.0) {
          $0 + stream.value(of: .gamma(shape: 2.5, scale: 1), draw: $1)
        }.bitPattern
      })
    figures.append(
      .nanoseconds("table of a gamma's quantiles", operations: 1) {
        UInt64(QuantileTables([.gamma(shape: 2.5, scale: 1)]).count)
      })
    figures.append(
      .nanoseconds("draw arrival through a profile", operations: operations) {
        var arrivals = DayArrivals(
          stream, on: CivilDate(daysSinceEpoch: 20_000), expected: Double(operations))
        var sum = 0.0
        while let share = arrivals.next() {
          sum += IntradayProfile.aroundTheClock.second(ofFraction: share)
        }
        return sum.bitPattern
      })
    return figures
  }

  private static let distributions: [(String, Distribution)] = [
    ("uniform", .uniform(low: 0, high: 10)),
    ("exponential", .exponential(mean: 1)),
    ("normal", .normal(mean: 0, standardDeviation: 1)),
    ("lognormal", .lognormal(mu: 8, sigma: 1.5)),
    ("Pareto", .pareto(minimum: 1, alpha: 2.5)),
    ("gamma", .gamma(shape: 2.5, scale: 1)),
    (
      "choice of 3",
      .choice(
        WeightedValues(entries: [
          .init(value: 1, weight: 3), .init(value: 2, weight: 2), .init(value: 3, weight: 1),
        ]))
    ),
  ]
}
