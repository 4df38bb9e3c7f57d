import Bookkeeping
import Liquidity
import Scenarios
import Settlement
import Testing
import Vocabulary

@testable import Outcomes

/// Pools of the small world with flows written by hand: what a sizing lays out, and where.
@Suite struct SizingAnswerTests {
  /// What comes of one replication for each of these losses, of which New York loses each beside its
  /// credit line, and London as much.
  private func sizing(_ losses: [Int64], levels: [Double]) throws -> Sizing {
    let world = try SmallWorld()
    let token = ModelID(1)
    let terms = try SizingTerms(
      world.scenario, bucket: .hours(1), levels: levels.compactMap { ServiceLevel($0) },
      windows: [], lag: .zero)
    let line = world.scenario.pools[0].creditLimit.minorUnits
    var study = try SizingStudy(terms)
    for start in stride(from: 0, to: losses.count, by: 8) {
      let records = losses[start..<min(start + 8, losses.count)].map { loss in
        var record = world.record
        record.falls = [Int64](repeating: 0, count: 5)
        record.flows = [
          PoolFlow(amount: -loss - line, pool: 0, bucket: 1),
          PoolFlow(amount: -loss, pool: 3, bucket: 2),
        ]
        return record
      }
      study.add(study.block(of: records))
    }
    var sizing = Sizing(
      recorded: losses.count, fresh: losses.count, bucket: .hours(1), length: .hours(48))
    SizingAnswer(shape: study, scale: study, of: token, in: world.scenario)
      .write(to: &sizing, realised: [])
    return sizing
  }

  /// London holds dollars for nothing and New York at 1 %: as one they need 8,000, which all lies in
  /// London and costs nothing.
  @Test func whatPoolsNeedAsOneLiesWhereMoneyCostsLeast() throws {
    let rows = try sizing([1_000, 2_000, 3_000, 4_000], levels: [1]).rows.filter {
      $0.arrangement == "token" && $0.currency == .usd
    }
    #expect(rows.map(\.branch) == ["NYC", "LDN", nil])
    #expect(rows.map(\.allocated) == [0, 8_000, 8_000])
    #expect(rows[2].yearlyCost == 0 && rows[2].lowestYearlyCost == 0)
  }

  /// Each on its own needs its own: 4,000 each, and New York's cost 1 % a year of 360 days.
  @Test func poolsAloneHoldWhatEachNeeds() throws {
    let rows = try sizing([1_000, 2_000, 3_000, 4_000], levels: [1]).rows.filter {
      $0.arrangement == "none" && $0.currency == .usd
    }
    #expect(rows.map(\.allocated) == [4_000, 4_000, 8_000])
    #expect(abs((rows[2].yearlyCost ?? 0) - 40 * 0.01 * 365 / 360) < 1e-12)
  }

  /// Of all currencies together, in dollars: 80.00 each on its own and as one, since the other
  /// currencies need nothing; nobody tried it.
  @Test func allCurrenciesTogetherAreToldInTheReportingCurrency() throws {
    let sizing = try sizing([1_000, 2_000, 3_000, 4_000], levels: [1])
    #expect(sizing.reportingCurrency == .usd)
    #expect(sizing.together.map(\.arrangement) == ["none", "token"])
    #expect(sizing.together.map(\.allocated) == [80, 80])
    #expect(abs((sizing.together[0].yearlyCost ?? 0) - 40 * 0.01 * 365 / 360) < 1e-12)
    #expect(sizing.together[1].yearlyCost == 0)
    #expect(sizing.together.allSatisfy { $0.realised == nil })
  }
}
