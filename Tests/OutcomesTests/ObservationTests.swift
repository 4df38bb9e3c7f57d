import Bookkeeping
import MeasureLiterals
import Measures
import Scenarios
import Testing

@testable import Outcomes

@Suite("A payment that never arrives is later than all others, not absent")
struct ObservationTests {
  let world: SmallWorld

  init() throws { world = try SmallWorld() }

  @Test("A difference is known where both are, bounded where the first of them is not")
  func difference() {
    let (value, later) = (Observation.value(10), Observation.laterThan(30))
    #expect(value.minus(.value(4)) == .value(6))
    #expect(later.minus(value) == .laterThan(20))
    #expect(value.minus(later) == .laterThan(-.infinity))
    #expect(
      value.minus(.nothing) == .laterThan(-.infinity), "its figures are of other replications")
    #expect(Observation.nothing.minus(.nothing) == .nothing)
    #expect(value.mean(with: later) == .laterThan(20) && value.mean(with: .nothing) == .nothing)
  }

  /// 1 s … 8 s and two open: rank 9 of 10 is open; at the horizon both would be at 999,999 s.
  @Test("The bound of a quantile is the same rank with open payments at the horizon")
  func bound() {
    let rows = world.rows(world.record(seconds: [1, 2, 3, 4, 5, 6, 7, 8], open: 2))
    #expect(rows.mean("time_to_credit.p50") == 5)
    let tail = rows.row("time_to_credit.p90")?.estimate
    #expect(tail == Estimate(censored: 1, replications: 0, atLeast: 999_999))
  }

  /// An open payment that was instructed late: at the horizon it is 5 s old, younger than others.
  @Test("A bound is never above what the quantile would be, had the open payments ended at once")
  func lateInstruction() {
    var record = world.record(seconds: [10, 20, 30])
    record.payments.append(.of(corridor: 0, seconds: 5, amount: 1, end: .open))
    let rows = world.rows(record)
    // Open last: 10, 20, 30, later; at the horizon: 5, 10, 20, 30.
    #expect(rows.mean("time_to_credit.p50") == 20)
    #expect(rows.row("time_to_credit.max")?.estimate.atLeast == 30)
    #expect(rows.mean("time_to_credit.restricted_mean") == 16.25)
  }

  @Test("Shares, counts and means of the credited are known where payments are open")
  func known() {
    let rows = world.rows(
      batch: [world.record(seconds: [60], open: 1), world.record(seconds: [120])],
      token: [world.record(seconds: [60]), world.record(seconds: [120])])
    #expect(rows.mean("within.1h") == 0.75 && rows.mean("payments.open") == 0.5)
    #expect(rows.mean("time_to_credit.mean") == 90)
    #expect(rows.row("time_to_credit.max")?.estimate.censored == 1)
  }

  @Test("An interval of times ends at zero, that of a difference does not") func intervals() throws
  {
    let rows = world.rows(
      batch: [1, 100].map { world.record(seconds: [$0]) },
      token: [2, 50].map { world.record(seconds: [$0]) })
    #expect(try #require(rows.row("time_to_credit.p50")?.estimate.interval).lowerBound == 0)
    let difference = rows.row("time_to_credit.p50", of: "token minus batch")?.estimate.interval
    #expect(try #require(difference).lowerBound < -49)
  }
}

@Suite("Replications that are all alike are one observation") struct VariationTests {
  let world: SmallWorld

  init() throws { world = try SmallWorld() }

  @Test("Without chance there is no interval, however many replications there are") func alike() {
    let records = Array(repeating: world.record(seconds: [10, 20]), count: 5)
    let faster = Array(repeating: world.record(seconds: [5, 7]), count: 5)
    let comparison = world.rows(batch: records, token: faster).comparison
    #expect(comparison.variation == .nothing)
    for row in comparison.rows {
      #expect(row.estimate.interval == nil && row.estimate.replications == 1)
      #expect(!row.estimate.differsFromZero)
    }
    #expect(comparison.quantiles.allSatisfy { $0.estimate.low == nil && $0.estimate.count == 1 })
    #expect(comparison.shares.allSatisfy { $0.interval == nil && $0.replications == 1 })
  }

  @Test("One open payment in every replication is later than the horizon, once") func censored() {
    let records = Array(repeating: world.record(seconds: [10], open: 1), count: 4)
    let rows = world.rows(batch: records, token: records)
    #expect(
      rows.row("time_to_credit.max")?.estimate
        == Estimate(censored: 1, replications: 0, atLeast: 999_999))
  }

  @Test("Listed payments under other chance have intervals of that chance alone") func other() {
    let rows = world.rows(
      batch: [10, 11].map { world.record(seconds: [$0]) },
      token: [10, 10].map { world.record(seconds: [$0]) })
    #expect(rows.comparison.variation == .otherThanPayments)
    #expect(rows.row("time_to_credit.p50")?.estimate.interval != nil)
  }
}
