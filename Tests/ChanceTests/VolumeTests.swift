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
  static let names = ["a", "b", "c"].map { StreamName("volume", $0) }

  /// The factor of each flow on so many days, flow by flow.
  static func factors(
    _ names: [String], _ correlation: [[Double]], _ sigmas: [Double], days: Int = 20
  ) throws -> [String: [Double]] {
    let volumes = try CorrelatedVolumes(
      of: names.map { StreamName("volume", $0) }, correlation: correlation, sigmas: sigmas)
    let dates = (20_500..<20_500 + Int32(days)).map { CivilDate(daysSinceEpoch: $0) }
    let factors = volumes.factors(on: dates, seed: 9, replication: 2)
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().map { flow, name in
        (name, factors.map { $0[flow] })
      })
  }

  /// The logarithms of every day's factor, taken back to standard normals, flow by flow.
  func normals() throws -> [[Double]] {
    let volumes = try CorrelatedVolumes(
      of: Self.names, correlation: Self.correlation, sigmas: Self.sigmas)
    let factors = volumes.factors(
      on: (0..<Int32(Self.days)).map { CivilDate(daysSinceEpoch: $0) }, seed: 5, replication: 1)
    return Self.sigmas.indices.map { flow in
      let sigma = Self.sigmas[flow]
      return factors.map { (log($0[flow]) + sigma * sigma / 2) / sigma }
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
    let factors = try Self.factors(["a"], [[1]], [0.5], days: Self.days)
    let sum = try #require(factors["a"]).reduce(0, +)
    // Four standard errors; the variance of the factor is exp(σ²) − 1.
    #expect(
      abs(sum / Double(Self.days) - 1) < 4 * ((exp(0.25) - 1) / Double(Self.days)).squareRoot())
  }

  @Test("no order of the flows moves a factor by a bit")
  func order() throws {
    let given = try Self.factors(["a", "b", "c"], Self.correlation, Self.sigmas)
    let order = [2, 0, 1]
    let turned = try Self.factors(
      order.map { ["a", "b", "c"][$0] },
      order.map { row in order.map { Self.correlation[row][$0] } }, order.map { Self.sigmas[$0] })
    #expect(given == turned)
  }

  @Test("a flow that joins moves none before its name, and none that it is not correlated with")
  func joining() throws {
    let two = try Self.factors(["b", "c"], [[1, 0.6], [0.6, 1]], [0.2, 0.5])
    let alone = try Self.factors(["x"], [[1]], [0.3])
    // d is correlated with b and c, which stand before it; a and x with nobody.
    let five = try Self.factors(
      ["x", "d", "a", "c", "b"],
      [
        [1, 0, 0, 0, 0], [0, 1, 0, 0.2, -0.3], [0, 0, 1, 0, 0], [0, 0.2, 0, 1, 0.6],
        [0, -0.3, 0, 0.6, 1],
      ], [0.3, 0.3, 0.4, 0.5, 0.2])
    #expect(five["b"] == two["b"] && five["c"] == two["c"])
    #expect(five["x"] == alone["x"])
    // One of two that get a correlation has to follow the other: the one whose name is later.
    let joined = try Self.factors(["a", "x"], [[1, 0.5], [0.5, 1]], [0.4, 0.3])
    #expect(joined["a"] == five["a"] && joined["x"] != alone["x"])
  }

  /// Two families and two flows alone: 0.3 between all of a and b and c, nothing with d.
  static func families(_ names: [String]) throws -> [String: [Double]] {
    let correlation = names.map { one in
      names.map { other in one == other ? 1 : one == "d" || other == "d" ? 0 : 0.3 }
    }
    let volumes = try CorrelatedVolumes(
      of: names.map { StreamName("volume", $0.split(separator: "/").map(String.init)) },
      correlation: correlation, sigmas: names.map { _ in 1 })
    let dates = (0..<Int32(days)).map { CivilDate(daysSinceEpoch: $0) }
    let factors = volumes.factors(on: dates, seed: 6, replication: 1)
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().map { flow, name in
        (name, factors.map { log($0[flow]) + 0.5 })
      })
  }

  @Test("a further pair of a flow over lists moves no factor of any other")
  func furtherPair() throws {
    let names = ["b/x/y", "b/y/x", "a/x/y", "a/y/x", "c", "d"]
    let given = try Self.families(names)
    let more = try Self.families(["b/a/x", "a/a/x"] + names.reversed())
    for name in names { #expect(more[name] == given[name], "\(name)") }
    for one in names {
      for other in names where other != one {
        let (left, right) = (try #require(more[one]), try #require(more[other]))
        let product = zip(left, right).map(*).reduce(0, +) / Double(Self.days)
        let target = one == "d" || other == "d" ? 0 : 0.3
        // Four standard errors of a mean of products of normals: √((1 + ρ²) / n).
        #expect(
          abs(product - target) < 4 * ((1 + target * target) / Double(Self.days)).squareRoot())
      }
    }
  }

  @Test("members that shun each other keep their correlation")
  func negativeFamily() throws {
    let volumes = try CorrelatedVolumes(
      of: [StreamName("volume", "a", "x"), StreamName("volume", "a", "y")],
      correlation: [[1, -0.4], [-0.4, 1]], sigmas: [1, 1])
    let dates = (0..<Int32(Self.days)).map { CivilDate(daysSinceEpoch: $0) }
    let product = volumes.factors(on: dates, seed: 5, replication: 1).reduce(0) {
      $0 + (log($1[0]) + 0.5) * (log($1[1]) + 0.5)
    }
    #expect(abs(product / Double(Self.days) + 0.4) < 4 * (1.16 / Double(Self.days)).squareRoot())
  }

  static let bad: [([[Double]], [Double], String)] = [
    ([], [], "correlation: found 0 rows, expected at least one flow"),
    ([[1]], [0.1, 0.1], "correlation: found 1 row, expected 2, one per flow"),
    (
      [[1, 0], [0]], [0.1, 0.1], "correlation[1]: found 1 number, expected 2, one per flow"
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
      "correlation[2]: found correlations that contradict those of flows with names before its "
        + "own, expected a positive definite matrix"
    ),
    ([[1]], [-0.1], "sigmas[0]: found -0.1, expected a finite number of at least 0"),
  ]

  @Test("a matrix that cannot be meant is refused with its place", arguments: bad)
  func refused(correlation: [[Double]], sigmas: [Double], message: String) {
    let error = #expect(throws: InvalidProfile.self) {
      try CorrelatedVolumes(
        of: sigmas.indices.map { Self.names[$0] }, correlation: correlation, sigmas: sigmas)
    }
    #expect(error?.description == message)
  }
}

extension CorrelatedVolumesTests {
  /// Flows that are correlated with none move as they would with zeros in their rows.
  @Test func flowsThatMoveAloneNeedNoRow() throws {
    let sigmas = [0.3, 0.2, 0.4, 0.1]
    let zeros = [[1, 0, 0.5, 0], [0, 1, 0, 0], [0.5, 0, 1, 0], [0, 0, 0, 1]]
    let names = ["d", "a", "c", "b"].map { StreamName("volume", $0) }
    let whole = try CorrelatedVolumes(of: names, correlation: zeros, sigmas: sigmas)
    let part = try CorrelatedVolumes(
      of: names, correlation: [[1, 0.5], [0.5, 1]], among: [0, 2], sigmas: sigmas)
    let dates = (20_500..<20_550).map { CivilDate(daysSinceEpoch: $0) }
    #expect(
      part.factors(on: dates, seed: 7, replication: 0)
        == whole.factors(on: dates, seed: 7, replication: 0))
    #expect(Set(part.streams) == Set(whole.streams))
  }

  /// The first row that contradicts those before it is found.
  @Test(arguments: [1, 2, 7, 8]) func theFirstContradictionIsNamed(row: Int) {
    var matrix = (0..<9).map { one in (0..<9).map { $0 == one ? 1.0 : 0.0 } }
    for earlier in 0..<row {
      (matrix[row][earlier], matrix[earlier][row]) = (0.999, 0.999)
    }
    if row == 1 { (matrix[0][1], matrix[1][0]) = (1, 1) }
    do {
      _ = try CorrelatedVolumes(
        of: (0..<9).map { StreamName("volume", "\($0)") }, correlation: matrix,
        sigmas: Array(repeating: 0.2, count: 9))
      Issue.record("row \(row) contradicts those before it")
    } catch { #expect(error.place.hasPrefix("correlation[\(row)]")) }
  }
}
