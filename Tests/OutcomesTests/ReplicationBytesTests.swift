import Bookkeeping
import Measures
import Scenarios
import Testing
import Vocabulary

@testable import Outcomes

@Suite("A stored replication comes back bit by bit, or not at all") struct ReplicationBytesTests {
  let world: SmallWorld
  let study: Study
  let coding: ReplicationBytes

  init() throws {
    world = try SmallWorld()
    study = world.study
    coding = ReplicationBytes(study, scenario: world.scenario)
  }

  /// A replication with times, an open payment, balances and digests of its own.
  private var figures: [ReplicationFigures] {
    var record = world.record(seconds: [1, 2, 77], open: 1)
    record.balances = [[5, -7], [], [3], [], []]
    record.books.combine(UInt64(9))
    record.days = world.scenario.pools.map { _ in PoolDays() }
    record.days[1].days = [PoolDayFact()]
    return [study.figures(of: record), study.figures(of: world.record)]
  }

  @Test("Figures, curves, digests, balances and rows come back") func roundTrip() throws {
    let back = try #require(coding.figures(from: coding.bytes(of: figures, rows: "a,é\n")))
    #expect(back.rows == "a,é\n")
    for (found, sent) in zip(back.figures, figures) {
      #expect(found.figures == sent.figures)
      #expect(found.creditedWithin == sent.creditedWithin && found.expected == sent.expected)
      #expect(found.monitoring == sent.monitoring)
      #expect(found.digests == sent.digests && found.balances == sent.balances)
    }
    // Of 1, 2, 77 s and one open payment the 90th percentile is later than 999,999 s.
    let tail = back.figures[0].figures.first { $0.metric == .time90 }
    #expect(tail?.observation == .laterThan(999_999))
  }

  @Test("A study of what comes back is the study of what was sent") func sameStudy() throws {
    let back = try #require(coding.figures(from: coding.bytes(of: figures, rows: ""))).figures
    var (direct, stored) = (study, study)
    for _ in 0..<3 {
      direct.add(figures)
      stored.add(back)
    }
    #expect(direct.comparison.rows == stored.comparison.rows)
    #expect(direct.comparison.models == stored.comparison.models)
  }

  @Test("A file cut short, or with a bit turned, gives nothing") func torn() {
    let whole = coding.bytes(of: figures, rows: "row\n")
    for length in stride(from: 0, to: whole.count, by: 101) {
      #expect(coding.figures(from: Array(whole.prefix(length))) == nil)
    }
    #expect(coding.figures(from: whole + whole) == nil)
    for place in stride(from: 0, to: whole.count, by: 97) {
      var turned = whole
      turned[place] ^= 4
      #expect(coding.figures(from: turned) == nil)
    }
  }

  @Test("The figures of another scenario are not taken for those of this one") func otherLayout() {
    let fewer = Study(world.scenario, corridors: Array(world.corridors.dropLast()))
    let other = ReplicationBytes(fewer, scenario: world.scenario)
    #expect(other.figures(from: coding.bytes(of: figures, rows: "")) == nil)
  }
}
