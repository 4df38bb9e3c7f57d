import Bookkeeping
import MeasureLiterals
import Measures
import Outcomes
import Scenarios
import Testing
import Vocabulary

@Suite("A study joins replications, and models by pairs") struct StudyTests {
  let world: SmallWorld

  init() throws { world = try SmallWorld() }

  @Test("A difference is the mean of differences within replications, with their own interval")
  func pairedDifference() throws {
    let rows = world.rows(
      batch: [10, 20, 60].map { world.record(seconds: [$0]) },
      token: [1, 2, 6].map { world.record(seconds: [$0]) })
    let row = try #require(rows.row("time_to_credit.p50", of: "token minus batch"))
    // −9, −18, −54: mean −27, variance 567, t(0.975, 2) = 4.3027; half is 4.3027 · √(567/3).
    #expect(row.estimate.mean == -27)
    let interval = try #require(row.estimate.interval)
    #expect(abs(interval.upperBound - interval.lowerBound - 2 * 59.152) < 1e-2)
    #expect(row.unit == "s")
  }

  @Test("What is common to a replication falls out of a pair, however much replications differ")
  func commonNoiseCancels() throws {
    let rows = world.rows(
      batch: [1_000, 5_000, 90_000].map { world.record(seconds: [$0 + 60]) },
      token: [1_000, 5_000, 90_000].map { world.record(seconds: [$0]) })
    let metric: Metric = "time_to_credit.p50"
    let difference = try #require(rows.row(metric, of: "token minus batch")).estimate
    #expect(difference.mean == -60)
    #expect(difference.interval == -60...(-60))
    #expect(difference.differsFromZero)
    let batch = try #require(rows.row(metric)?.estimate.interval)
    let token = try #require(rows.row(metric, of: "token")?.estimate.interval)
    #expect(batch.overlaps(token), "unpaired, nobody could tell them apart")
  }

  @Test("A replication that is later than the horizon leaves no mean and no pair of the others")
  func censoredReplication() throws {
    // The 90th percentile of the second batch replication falls on an open payment: rank 9 of
    // 20 s and nine payments of 999,999 s to the horizon.
    let rows = world.rows(
      batch: [
        world.record(seconds: [10]), world.record(seconds: [20], open: 9),
        world.record(seconds: [40]),
      ],
      token: [5, 7, 9].map { world.record(seconds: [$0]) })
    let batch = try #require(rows.row("time_to_credit.p90")).estimate
    #expect(batch.mean == nil && batch.replications == 2 && batch.censored == 1)
    // (10 + 999,999 + 40) / 3.
    #expect(batch.atLeast == 333_349.666_666_666_7)
    let token = try #require(rows.row("time_to_credit.p90", of: "token")).estimate
    #expect(token.mean == 7 && token.replications == 3)
    let pair = try #require(rows.row("time_to_credit.p90", of: "token minus batch")).estimate
    #expect(pair.mean == nil && pair.replications == 2 && pair.censored == 1)
    #expect(pair.atLeast == nil, "the first model's time has no upper bound")
    #expect(rows.mean("payments.open") == 3)
  }

  @Test("A figure that nothing was there to measure in one replication is a mean over the others")
  func nothingToMeasure() throws {
    let rows = world.rows(
      batch: [world.record(seconds: [10]), world.record(seconds: []), world.record(seconds: [20])],
      token: [5, 7, 9].map { world.record(seconds: [$0]) })
    let batch = try #require(rows.row("time_to_credit.p90")).estimate
    #expect(batch.mean == 15 && batch.replications == 2 && batch.censored == 0)
    // A mean over all three beside one over two: their difference is that of neither.
    let pair = try #require(rows.row("time_to_credit.p90", of: "token minus batch")).estimate
    #expect(pair.mean == nil && pair.replications == 2 && pair.expected == 3)
  }

  @Test("A value that one replication alone has is not the mean") func oneValue() throws {
    let rows = world.rows(
      batch: [world.record(seconds: [10]), world.record(seconds: [], open: 1)],
      token: [world.record(seconds: [10]), world.record(seconds: [10])])
    let estimate = try #require(rows.row("time_to_credit.p50")).estimate
    #expect(estimate == Estimate(censored: 1, replications: 1, atLeast: 500_004.5))
  }

  @Test("Every later model is compared with the first") func threeModels() throws {
    var scenario = world.scenario
    scenario.models.append(scenario.models[1])
    scenario.models[2].name = "third"
    var study = Study(scenario, corridors: world.corridors)
    study.add([100, 40, 1].map { study.figures(of: world.record(seconds: [$0])) })
    let rows = Rows(comparison: study.comparison)
    #expect(rows.mean("time_to_credit.p50", of: "token minus batch") == -60)
    #expect(rows.mean("time_to_credit.p50", of: "third minus batch") == -99)
    #expect(rows.row("time_to_credit.p50", of: "third minus token") == nil)
  }

  @Test("Rows come model by model, then the differences, each metric and scope once")
  func order() {
    let batch = [10, 11].map { world.record(seconds: [$0]) }
    let rows = world.rows(batch: batch, token: batch).comparison.rows
    var models: [String] = []
    for row in rows where models.last != row.model { models.append(row.model) }
    #expect(models == ["batch", "token", "token minus batch"])
    let names = rows.map { "\($0.model) \($0.metric) \($0.scope)" }
    #expect(Set(names).count == names.count)
    for row in rows { #expect(row.estimate.replications == 2, "\(row.metric) \(row.scope)") }
  }

  @Test("The same replications in the same order give the same comparison to the bit")
  func sameOrder() {
    let batch = records([3, 1, 2])
    let one = world.rows(batch: batch, token: batch).comparison
    let other = world.rows(batch: batch, token: batch).comparison
    #expect(one.rows == other.rows && one.models == other.models && one.curves == other.curves)
  }

  @Test("Another order gives other digests, and the same means up to rounding") func otherOrder() {
    let (batch, turned) = (records([3, 1, 2]), records([2, 1, 3]))
    let one = world.rows(batch: batch, token: batch)
    let other = world.rows(batch: turned, token: turned)
    #expect(one.comparison.models[0].events != other.comparison.models[0].events)
    #expect(one.comparison.models[0].books != other.comparison.models[0].books)
    #expect(one.comparison.models[0].outcomes != other.comparison.models[0].outcomes)
    #expect(one.comparison.curves == other.comparison.curves)
    for (left, right) in zip(one.comparison.rows, other.comparison.rows) {
      #expect(abs((left.estimate.mean ?? 0) - (right.estimate.mean ?? 1)) < 1e-9, "\(left.metric)")
    }
  }

  /// Records whose times and digests follow a number.
  private func records(_ numbers: [Int64]) -> [RunRecord] {
    numbers.map { number in
      var record = world.record(seconds: [10 * number, 33 * number])
      record.events.combine(number)
      record.books.combine(10 + number)
      record.outcomes.combine(20 + number)
      return record
    }
  }

  @Test("Digests of a model roll over its replications: events, books and outcomes apart")
  func digests() {
    let model = world.rows(batch: records([1]), token: records([2])).comparison.models
    #expect(Set(model.flatMap { [$0.events, $0.books, $0.outcomes] }).count == 6)
    #expect(model.map(\.name) == ["batch", "token"])
    #expect(model.map(\.rail) == ["correspondent", "tokenized-deposit"])
  }

  @Test("Curves are of all replications together, weighted by their payments") func curves() {
    let rows = world.rows(
      batch: [world.record(seconds: [2]), world.record(seconds: [2, 20_000], open: 1)],
      token: [world.record, world.record])
    let curves = rows.comparison.curves
    #expect(curves.map(\.model) == ["batch", "token"])
    #expect(curves[0].points.last { $0.seconds < 11 }?.share == 2.0 / 4)
    #expect(curves[0].points.last?.share == 3.0 / 4)
    #expect(curves[1].points.allSatisfy { $0.share == 0 }, "nothing was to be credited")
  }

  @Test("Balances are those of the first replication, hour by hour from the start") func histories()
  {
    var first = world.record
    first.balances = [[1, 2], [3], [], [], [4]]
    let rows = world.rows(batch: [first, world.record], token: [world.record, world.record])
    let histories = rows.comparison.poolHistories.filter { $0.model == "batch" }
    #expect(histories.map(\.balances) == [[1, 2], [3], [], [], [4]])
    #expect(histories.map(\.branch) == ["NYC", "LDN", "NYC", "LDN", "NYC"])
    #expect(histories.map(\.currency.code) == ["USD", "GBP", "GBP", "USD", "JPY"])
    #expect(histories.allSatisfy { $0.start == world.scenario.experiment.from })
    #expect(histories.allSatisfy { $0.step == .hour })
  }

  @Test("Journeys come with their model and replication, and are not kept") func journeys() {
    let start = world.scenario.experiment.from
    let journey = Journey(
      payment: "p", amount: Money(minorUnits: 1, .usd), instructed: start,
      segments: [Segment(cause: .night, from: start, to: start + .hour)], end: .credited,
      missedCutOff: false)
    var record = world.record
    record.journeys = [journey]
    var study = world.study
    let figures = [study.figures(of: world.record), study.figures(of: record)]
    #expect(study.journeys(of: [figures[0], figures[0]], replication: 0).isEmpty)
    #expect(
      study.journeys(of: figures, replication: 1)
        == [RecordedJourney(model: "token", replication: 1, journey: journey)])
    study.add(figures)
    #expect(study.comparison.journeys.isEmpty)
  }

  @Test("The header tells what was run and how often") func header() {
    let record = world.record
    let header = world.rows(batch: [record, record], token: [record, record]).comparison.header
    #expect(header.name == "small" && header.seed == 5 && header.replications == 2)
    #expect(header.from.description == "2026-03-06T00:00:00Z")
    #expect(header.until.description == "2026-03-08T00:00:00Z")
    #expect(header.horizon.description == "2026-03-11T00:00:00Z")
    #expect(header.reportingCurrency == .usd && header.scenarioDigest == world.scenario.digest)
  }
}
