import Bookkeeping
import Measures
import Scenarios
import Testing
import Vocabulary

@testable import Outcomes

@Suite("The start of a run") struct WarmUpTests {
  /// Means of five: 9, 3, 1, 1, 1, 1, 1, 1: behind the second all are alike.
  @Test("MSER-5 cuts what lies above the rest, in fives") func cut() {
    let values = ([9, 3, 1, 1, 1, 1, 1, 1] as [Double]).flatMap { Array(repeating: $0, count: 5) }
    let cut = MarginalStandardError.truncation(of: values)
    #expect(cut.count == 10 && cut.isTrusted)
  }

  /// Σ(z − z̄)²/(k − d)²: for 4, 0, 2, 0, 2, 0: d = 0: 13.33/36 = 0.370; d = 1: 4.8/25 = 0.192;
  /// d = 2: 4/16 = 0.25; d = 3: 2.67/9 = 0.296.
  @Test("The cut is that of the least marginal error, worked out by hand") func byHand() {
    let values = ([4, 0, 2, 0, 2, 0] as [Double]).flatMap { Array(repeating: $0, count: 5) }
    #expect(MarginalStandardError.truncation(of: values).count == 5)
  }

  @Test("A series that only rises is cut at half, and not trusted") func trend() {
    let cut = MarginalStandardError.truncation(of: (0..<100).map(Double.init))
    #expect(cut.count == 50 && !cut.isTrusted)
  }

  @Test("What never changes is not cut; fewer than ten values cannot be") func nothing() {
    let constant = MarginalStandardError.truncation(of: Array(repeating: 2, count: 50))
    #expect(constant.count == 0 && constant.isTrusted)
    let short = MarginalStandardError.truncation(of: Array(repeating: 2, count: 9))
    #expect(short.count == 0 && !short.isTrusted)
  }

  @Test("Payments count in the stretch of their instruction, averaged over replications")
  func stretches() throws {
    let world = try SmallWorld()
    var series = StretchSeries(.meanTime, over: world.scenario.experiment, hours: 6)
    for time in [10, 30] as [Int64] {
      var record = world.record
      for (day, hour, seconds) in [(0, 5, time), (0, 6, 2 * time), (1, 23, 3 * time)] {
        var fact = PaymentFact.of(corridor: 0, seconds: seconds, amount: 1, day: UInt16(day))
        fact.hour = UInt8(hour)
        record.payments.append(fact)
      }
      series.add(series.values(of: record))
    }
    let stretches = series.stretches(window: 1)
    #expect(stretches.count == 8)
    #expect(stretches.map { $0.estimate?.mean } == [20, 40, nil, nil, nil, nil, nil, 60])
    #expect(stretches.map(\.smoothed) == [20, 30, 40, nil, nil, nil, 60, 60])
    #expect(stretches[1].start.description == "2026-03-06T06:00:00Z")
  }

  @Test("A stretch beyond the horizon is in no average, and there is no cut") func censored() throws
  {
    let world = try SmallWorld()
    var series = StretchSeries(.time95, over: world.scenario.experiment, hours: 6)
    var record = world.record
    for (hour, end) in [(0, PaymentEnd.credited), (6, .open), (12, .credited), (18, .credited)] {
      var fact = PaymentFact.of(corridor: 0, seconds: 60, amount: 1, end: end)
      fact.hour = UInt8(hour)
      record.payments.append(fact)
    }
    series.add(series.values(of: record))
    let stretches = series.stretches(window: 1)
    #expect(stretches.prefix(4).map { $0.estimate?.mean } == [60, nil, 60, 60])
    #expect(stretches[1].estimate == Estimate(censored: 1, replications: 0, atLeast: 60))
    #expect(stretches.prefix(4).map(\.smoothed) == [60, nil, nil, 60])
    #expect(series.truncation.censored == 1 && !series.truncation.isTrusted)
  }
}
