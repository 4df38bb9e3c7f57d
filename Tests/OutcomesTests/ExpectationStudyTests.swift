import Bookkeeping
import MeasureLiterals
import Measures
import Outcomes
import Scenarios
import Testing
import Vocabulary

@Suite("Expectations are held against means over the replications") struct ExpectationStudyTests {
  /// The small world with expectations.
  private func verdicts(
    _ claims: String..., batch: [[Int64]], token: [[Int64]]
  ) throws -> [Verdict] {
    let world = try SmallWorld(expecting: claims)
    var study = world.study
    for (batch, token) in zip(batch, token) {
      study.add(
        [batch, token].map { world.study.figures(of: world.record(seconds: $0)) })
    }
    return study.comparison.verdicts
  }

  @Test("The mean is judged, not every replication, and told with its interval")
  func mean() throws {
    let verdicts = try verdicts(
      "batch.time_to_credit.p50 <= 30s", "batch.time_to_credit.p50 < 30s",
      "batch.time_to_credit.p50 == 30s", "batch.time_to_credit.p50 in 10s..20s",
      batch: [[10], [20], [60]], token: [[1], [1], [1]])
    #expect(verdicts.map(\.holds) == [true, false, true, false])
    let found = try #require(verdicts[0].found)
    // Mean 30, variance 700, t(0.975, 2) = 4.3027: half is 4.3027 · √(700/3) = 65.72.
    #expect(found.mean == 30 && found.replications == 3)
    #expect(abs(try #require(found.interval).upperBound - 95.72) < 0.01)
    #expect(verdicts.map { $0.distance?.mean } == [0, 0, 0, 10])
    #expect(verdicts[0].isOpen == true, "20 s or 40 s might have come out as well")
  }

  @Test("Relations are judged by paired differences") func relations() throws {
    let verdicts = try verdicts(
      "token.time_to_credit.mean < 0.1 * batch.time_to_credit.mean",
      "batch.time_to_credit.mean - token.time_to_credit.mean >= 54s",
      "token.time_to_credit.mean >= batch.time_to_credit.mean",
      batch: [[1_000], [100]], token: [[99], [9]])
    #expect(verdicts.map(\.holds) == [true, true, false])
    // 99 − 100 and 9 − 10: −1 in both, whatever the payments have in common.
    #expect(abs(try #require(verdicts[0].distance?.mean) + 1) < 1e-9)
    #expect(verdicts[0].isOpen == false)
    // 901 and 91.
    #expect(verdicts[1].found?.mean == 496)
  }

  @Test("Hours by cause count in seconds beside times") func hours() throws {
    let world = try SmallWorld(expecting: ["batch.hours.night + batch.time_to_credit.mean == 2h"])
    var record = world.record(seconds: [3_600])
    record.corridors[0].microseconds[.night] = 3_600_000_000
    var study = world.study
    study.add([record, record].map { world.study.figures(of: $0) })
    #expect(study.comparison.verdicts.map(\.holds) == [true])
  }

  @Test("What no replication gives does not hold, and says so") func nothingFound() throws {
    let verdicts = try verdicts(
      "batch.time_to_credit.p50 >= 0s", batch: [[], []], token: [[1], [1]])
    #expect(verdicts[0].found == nil && !verdicts[0].holds && verdicts[0].distance == nil)
  }

  /// A replication in which a payment is open at the horizon, 999,999 s after its instruction.
  private func verdicts(_ claims: String..., open: [Int], token: [Int] = [0, 0]) throws -> [Verdict]
  {
    let world = try SmallWorld(expecting: claims)
    var study = world.study
    for (batch, token) in zip(open, token) {
      study.add(
        [batch, token].map { open in
          world.study.figures(of: world.record(seconds: open == 0 ? [10] : [], open: open))
        })
    }
    return study.comparison.verdicts
  }

  /// The mean of batch is (999,999 + 10) / 2 = 500,004.5 s at least.
  @Test("What lies beyond the horizon keeps no promise to be soon, and one to be late at its bound")
  func beyondHorizon() throws {
    let verdicts = try verdicts(
      "batch.time_to_credit.p50 <= 999h", "batch.time_to_credit.p50 in 0s..999h",
      "batch.time_to_credit.p50 >= 500004s", "batch.time_to_credit.p50 >= 500005s",
      "-1 * batch.time_to_credit.p50 <= 0s", open: [1, 0])
    #expect(verdicts.map(\.holds) == [false, false, true, false, true])
    #expect(
      verdicts[0].found == Estimate(censored: 1, replications: 1, atLeast: 500_004.5))
    #expect(verdicts[0].isOpen == nil && verdicts[4].found?.atLeast == nil)
  }

  @Test("Of two models of which one lies beyond the horizon, only one order can be known")
  func beyondHorizonRelations() throws {
    let verdicts = try verdicts(
      "token.time_to_credit.p50 < batch.time_to_credit.p50",
      "batch.time_to_credit.p50 > token.time_to_credit.p50",
      "batch.time_to_credit.p50 <= token.time_to_credit.p50", open: [1, 0], token: [0, 0])
    // 10 s against later than 999,999 s, then 10 s against 10 s: 499,994.5 s sooner at least.
    #expect(verdicts.map(\.holds) == [true, true, false])
    #expect(verdicts.allSatisfy { !$0.isUndecided })
    let both = try self.verdicts(
      "token.time_to_credit.p50 <= batch.time_to_credit.p50", open: [1, 0], token: [1, 0])
    #expect(both.map(\.holds) == [false] && both[0].isUndecided)
  }

  @Test("A range takes its ends in")
  func ends() throws {
    let verdicts = try verdicts(
      "batch.payments.credited in 1..2", "batch.payments.credited in 2..3",
      batch: [[5, 6]], token: [[5]])
    #expect(verdicts.map(\.holds) == [true, true])
  }

  @Test("Every figure that comes out has the unit and the scopes that expectations know")
  func oneListOfNames() throws {
    let world = try SmallWorld()
    let rows = world.rows(world.record(seconds: [1, 2])).comparison.rows
    for row in rows where row.model == "batch" {
      let metric = row.metric
      let kind = try #require(row.scope.kind, "\(row.scope)")
      #expect(metric.kinds.contains(kind), "\(row.metric) of \(row.scope)")
      #expect(world.scopes.contains(row.scope), "no scope \(row.scope)")
      #expect(metric.unit(of: row.scope, reporting: .usd) == row.unit)
    }
    // What this record leaves out: payments with deadlines, trades, contracts, chains.
    let missing = Set(Metric.allCases).subtracting(rows.map(\.metric))
    #expect(
      missing == [
        "late", "trades.split", "principal_at_risk", "undone", "contracts.funded",
        "contracts.lapsed", "contracts.refunded", "contracts.disputed", "contracts.locked",
      ])
  }
}

extension SmallWorld {
  /// Every scope of the world.
  fileprivate var scopes: [Scope] {
    [.all] + corridors.map { .corridor($0, among: scenario.branches) }
      + [.gbp, .jpy, .usd].map { .currency($0) }
      + ["2026-03-06", "2026-03-07"].compactMap { CivilDate($0).map { .day($0) } }
      + scenario.pools.map { .pool($0, among: scenario.branches) }
  }
}
