import Chance
import Foundation
import Testing
import Vocabulary

@Suite("VolumeFactors")
struct VolumeFactorsTests {
  @Test(
    "a Friday at the month's end has both factors",
    arguments: [
      // 2026-02-27 is a Friday, the last but one day of a February of 28 days.
      ("2026-02-26", 1.0), ("2026-02-27", 3.0), ("2026-02-28", 0.0), ("2026-03-01", 0.0),
      ("2026-03-06", 1.5), ("2026-03-30", 2.0), ("2026-03-31", 2.0), ("2026-03-29", 0.0),
      ("2028-02-28", 2.0), ("2028-02-27", 0.0),
    ])
  func factors(date: String, expected: Double) throws {
    let factors = try VolumeFactors(
      weekdays: [1, 1, 1, 1, 1.5, 0, 0], monthEnd: 2, monthEndDays: 2)
    #expect(factors.factor(on: try #require(CivilDate(date))) == expected)
  }

  @Test("factors that cannot be meant are refused with their place")
  func refused() {
    let count = #expect(throws: InvalidProfile.self) {
      try VolumeFactors(weekdays: [1, 1, 1, 1, 1.2, 0])
    }
    #expect(
      count?.description == "weekdays: found 6 factors, expected 7, Monday to Sunday")
    let sign = #expect(throws: InvalidProfile.self) {
      try VolumeFactors(weekdays: [1, 1, -1, 1, 1, 1, 1])
    }
    #expect(
      sign?.description
        == "weekdays[Wed]: found -1.0, expected a finite number of at least 0")
    #expect(throws: InvalidProfile.self) { try VolumeFactors(monthEnd: .nan) }
    #expect(throws: InvalidProfile.self) { try VolumeFactors(monthEnd: 2, monthEndDays: 29) }
  }
}

@Suite("CorrelatedVolumes")
struct CorrelatedVolumesTests {
  static let correlation: [[Double]] = [[1, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 1]]
  static let sigmas: [Double] = [0.2, 0.5, 0.3]
  static let days = 20_000

  /// The logarithms of every day's factor, taken back to standard normals, flow by flow.
  func normals() throws -> [[Double]] {
    let volumes = try CorrelatedVolumes(correlation: Self.correlation, sigmas: Self.sigmas)
    return Self.sigmas.indices.map { flow in
      (0..<Self.days).map { day in
        let factor = volumes.factor(
          flow: flow, on: CivilDate(daysSinceEpoch: Int32(day)), seed: 5, replication: 1)
        let sigma = Self.sigmas[flow]
        return (log(factor) + sigma * sigma / 2) / sigma
      }
    }
  }

  @Test("the flows move together as the matrix says")
  func correlations() throws {
    let normals = try normals()
    for first in 0..<3 {
      for second in 0...first {
        let product = zip(normals[first], normals[second]).map(*).reduce(0, +)
        let target = Self.correlation[first][second]
        // Four standard errors of a mean of products of normals: √((1 + ρ²) / n).
        let bound = 4 * ((1 + target * target) / Double(Self.days)).squareRoot()
        #expect(abs(product / Double(Self.days) - target) < bound)
      }
    }
  }

  @Test("the factor of a flow has mean 1")
  func meanIsOne() throws {
    let volumes = try CorrelatedVolumes(correlation: [[1]], sigmas: [0.5])
    let sum = (0..<Self.days).reduce(0.0) {
      $0
        + volumes.factor(
          flow: 0, on: CivilDate(daysSinceEpoch: Int32($1)), seed: 1, replication: 0)
    }
    // Four standard errors; the variance of the factor is exp(σ²) − 1.
    #expect(
      abs(sum / Double(Self.days) - 1) < 4 * ((exp(0.25) - 1) / Double(Self.days)).squareRoot())
  }

  @Test("a flow added at the end moves no factor of the flows before it")
  func addedFlow() throws {
    let two = try CorrelatedVolumes(correlation: [[1, 0.6], [0.6, 1]], sigmas: [0.2, 0.5])
    let three = try CorrelatedVolumes(correlation: Self.correlation, sigmas: Self.sigmas)
    for day in 20_500..<Int32(20_520) {
      let date = CivilDate(daysSinceEpoch: day)
      for flow in 0..<2 {
        #expect(
          two.factor(flow: flow, on: date, seed: 9, replication: 2)
            == three.factor(flow: flow, on: date, seed: 9, replication: 2))
      }
    }
  }

  static let bad: [([[Double]], [Double], String)] = [
    ([], [], "correlation: found 0 rows, expected at least one flow"),
    ([[1]], [0.1, 0.1], "correlation: found 1 rows, expected 2, one per flow"),
    (
      [[1, 0], [0]], [0.1, 0.1], "correlation[1]: found 1 numbers, expected 2, one per flow"
    ),
    (
      [[1, 0.4], [0.3, 1]], [0.1, 0.1],
      "correlation[1][0]: found 0.3, expected 0.4 as at [0][1]"
    ),
    ([[0.9]], [0.1], "correlation[0][0]: found 0.9, expected 1, a flow with itself"),
    (
      [[1, 1.2], [1.2, 1]], [0.1, 0.1],
      "correlation[1][0]: found 1.2, expected a number between -1 and 1"
    ),
    (
      [[1, .nan], [.nan, 1]], [0.1, 0.1],
      "correlation[1][0]: found nan, expected a number between -1 and 1"
    ),
    (
      [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]], [0.1, 0.1, 0.1],
      "correlation[2]: found correlations that contradict those of the flows before it, "
        + "expected a positive definite matrix"
    ),
    ([[1]], [-0.1], "sigmas[0]: found -0.1, expected a finite number of at least 0"),
  ]

  @Test("a matrix that cannot be meant is refused with its place", arguments: bad)
  func refused(correlation: [[Double]], sigmas: [Double], message: String) {
    let error = #expect(throws: InvalidProfile.self) {
      try CorrelatedVolumes(correlation: correlation, sigmas: sigmas)
    }
    #expect(error?.description == message)
  }
}
