import Bookkeeping
import Scenarios
import Settlement
import TestSupport
import Testing
import Vocabulary

@testable import Outcomes

@Suite(
  "Of 1,000 intervals of a pool's turnover at 95 %, 93 to 97 % hold the truth",
  .enabled(if: !Effort.isQuick))
struct PoolCoverageTests {
  /// The share of experiments whose interval of the turnover holds the truth, each of replications
  /// of its own.
  private func coverage(_ design: String, replications: UInt32) throws -> Double {
    let world = try TwoPools(design: design).world
    let terms = StudyDesign(world.scenario.experiment, expectation: world.expectedInstructed)
    var coverage = Coverage()
    for experiment in 0..<UInt32(1_000) {
      var mean = FigureMean(terms)
      for pair in stride(from: 0, to: replications, by: terms.isPaired ? 2 : 1) {
        let number = experiment * replications + pair
        let first = TwoPools.outcome(world, number)
        guard terms.isPaired else {
          mean.add(try #require(.init(.value(first.turnover))), control: first.payments)
          continue
        }
        let second = TwoPools.outcome(world, number + 1)
        let sample = try #require(
          FigureMean.Sample(.value(first.turnover), .value(second.turnover)))
        mean.add(sample, control: (first.payments + second.payments) / 2)
      }
      coverage.add(mean.estimate.interval, truth: TwoPools.turnover)
    }
    return coverage.percent
  }

  @Test("Six independent replications") func plain() throws {
    let percent = try coverage("", replications: 6)
    #expect(Coverage.allowed.contains(percent), "\(percent) %")
  }

  @Test("Four antithetic pairs") func antithetic() throws {
    let percent = try coverage(", variates: antithetic", replications: 8)
    #expect(Coverage.allowed.contains(percent), "\(percent) %")
  }

  @Test("Seven replications, corrected by the number of payments") func control() throws {
    let percent = try coverage(", control: payments.instructed", replications: 7)
    #expect(Coverage.allowed.contains(percent), "\(percent) %")
  }
}

@Suite("What is expected of a scenario is what its flows are planned to give")
struct ExpectedPaymentsTests {
  @Test("Ten payments are expected between the two pools") func closedForm() throws {
    let world = try TwoPools().world
    #expect(abs(try #require(world.expectedInstructed) - TwoPools.payments) < 1e-9)
  }

  /// From 09:00 on, three quarters of the hours from 06:00 to 18:00 are counted.
  @Test("Of a day that the count cuts, the share of its hours that is counted") func cutDay()
    throws
  {
    let world = try TwoPools(design: ", warm-up: 9h").world
    #expect(abs(try #require(world.expectedInstructed) - 7.5) < 1e-6)
  }

  @Test("Replications of a pair differ, and the first is what it would be alone") func pairs()
    throws
  {
    let (plain, paired) = (
      try TwoPools().world, try TwoPools(design: ", variates: antithetic").world
    )
    func payments(_ world: World, _ replication: UInt32) -> ContiguousArray<PaymentFact> {
      world.simulate(ModelID(0), replication: replication).payments
    }
    #expect(payments(plain, 4) == payments(paired, 4))
    #expect(payments(paired, 4) != payments(paired, 5))
    #expect(payments(plain, 5) != payments(paired, 5))
  }

  /// Independent replications leave 1; mirrored gaps and amounts leave less.
  @Test("Pairs save a part of the variance of the turnover") func saving() throws {
    let world = try TwoPools(design: ", variates: antithetic").world
    var mean = FigureMean(StudyDesign(world.scenario.experiment, expectation: nil))
    for pair in stride(from: UInt32(0), to: 400, by: 2) {
      let first = TwoPools.outcome(world, pair).turnover
      let second = TwoPools.outcome(world, pair + 1).turnover
      mean.add(try #require(.init(.value(first), .value(second))), control: nil)
    }
    let ratio = try #require(mean.varianceRatio)
    #expect((0.3...0.7).contains(ratio), "\(ratio)")
  }
}
