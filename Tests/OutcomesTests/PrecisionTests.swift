import Bookkeeping
import Scenarios
import Testing
import Vocabulary

@testable import Outcomes

@Suite("Replications end when a figure is known well enough, judged at fixed counts")
struct PrecisionTests {
  /// Looks after 4, 7, 10 … replications at the mean time of the batch model.
  private func world(_ halfWidth: String) throws -> SmallWorld {
    try SmallWorld(
      precision: "{of: batch.time_to_credit.mean, \(halfWidth), at-least: 4, check-every: 3}")
  }

  /// After how many replications of these mean times it is enough.
  private func end(_ halfWidth: String, _ times: [Int64]) throws -> Int? {
    let world = try world(halfWidth)
    var study = world.study
    for (place, time) in times.enumerated() {
      let figures = study.figures(of: world.record(seconds: [time]))
      study.add([figures, figures])
      if study.isPreciseEnough { return place + 1 }
    }
    return nil
  }

  @Test("Equal values are precise at the first look, not before") func firstLook() throws {
    #expect(try end("absolute: 0.001s", [5, 5, 5, 5, 5, 5, 5]) == 4)
  }

  // Means 9, 11, 9, 11: half width 3.182 × 1.1547 / 2 = 1.837 after four; with 10, 10, 10 behind
  // them 2.447 × 0.8165 / √7 = 0.755 after seven. After five and six it is 1.242 and 0.939.
  @Test("What becomes precise between two looks ends at the next one") func nextLook() throws {
    let times: [Int64] = [9, 11, 9, 11, 10, 10, 10, 10]
    #expect(try end("absolute: 1.3s", times) == 7)
    #expect(try end("absolute: 1.84s", times) == 4)
    #expect(try end("relative: 7.56%", times) == 7)
    #expect(try end("relative: 7.54%", times) == nil)
  }

  @Test("What came of it is told with the limit in the unit of the figure") func outcome() throws {
    let world = try world("relative: 10%")
    var study = world.study
    for time: Int64 in [9, 11, 9, 11] {
      let figures = study.figures(of: world.record(seconds: [time]))
      study.add([figures, figures])
    }
    let outcome = try #require(study.comparison.precision)
    #expect(outcome.estimate.mean == 10 && outcome.limit == 1 && !outcome.isReached)
  }

  @Test("A figure that lies beyond the horizon in one replication is never precise enough")
  func censored() throws {
    let world = try SmallWorld(
      precision: "{of: batch.time_to_credit.p50, relative: 50%, at-least: 4, check-every: 3}")
    var study = world.study
    for open in [1, 0, 0, 0, 0, 0, 0] {
      let figures = study.figures(of: world.record(seconds: open == 0 ? [5] : [], open: open))
      study.add([figures, figures])
      #expect(!study.isPreciseEnough)
    }
    let outcome = try #require(study.comparison.precision)
    #expect(outcome.limit == nil && outcome.estimate.censored == 1)
    #expect(outcome.estimate.atLeast == (999_999.0 + 6 * 5) / 7)
  }

  @Test("A model that is not run decides nothing") func modelAlone() throws {
    for (left, isKnown) in [(1, false), (0, true)] {
      let world = try world("absolute: 1s")
      var scenario = world.scenario
      scenario.models = [scenario.models[left]]
      #expect((Study(scenario, corridors: world.corridors).comparison.precision != nil) == isKnown)
    }
  }
}
