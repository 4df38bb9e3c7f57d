import Bookkeeping
import Chance
import Scenarios
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

/// Chance is addressed by names: nothing that is added, removed or moved elsewhere in a file moves
/// what a flow, a payment or a rate draws.
@Suite struct ChanceByNameTests {
  private let base: ChanceScenario
  private let drawn: ChanceDraws

  init() throws {
    base = ChanceScenario()
    drawn = try base.draws()
  }

  @Test func theScenarioUsesEveryKindOfDraw() throws {
    #expect(drawn.flows.count == 6 + 4 && drawn.rates.count == 2)
    #expect(drawn.flows.values.allSatisfy { !$0.isEmpty })
    let world = try base.world()
    for model in world.scenario.models.indices {
      let record = world.simulate(ModelID(model), replication: 1, journeys: .all)
      #expect(Set(record.journeys.map(\.end)).isSuperset(of: [.credited, .returned]))
    }
    // 2, 0.5, 0.7 and 3: each shape has one table, wherever it is drawn.
    #expect(world.quantiles.count == 4)
    #expect(try base.draws(replication: 2) != drawn)
  }

  static let turns: [(String, @Sendable (inout ChanceScenario) -> Void)] = [
    ("flows", { $0.flows.reverse() }), ("branches", { $0.branches.reverse() }),
    ("pools", { $0.pools.reverse() }), ("corridors", { $0.corridors.reverse() }),
    ("rates", { $0.rates.reverse() }), ("volatilities", { $0.volatilities.reverse() }),
    ("models", { $0.models.reverse() }), ("conditions", { $0.conditions.reverse() }),
    (
      "members of a line of equals",
      {
        $0.flows[1] = $0.flows[1].replacing("from: [NYC, LDN, SIN]", with: "from: [NYC, SIN, LDN]")
      }
    ),
    ("names of a correlation", { $0.correlations = ["{flows: [ends, pairs], correlation: 0.4}"] }),
  ]

  @Test("No order in a file moves a draw", arguments: turns.indices)
  func order(place: Int) throws {
    var turned = base
    Self.turns[place].1(&turned)
    #expect(try turned.draws() == drawn, "\(Self.turns[place].0)")
  }

  static let additions: [(String, @Sendable (inout ChanceScenario) -> Void)] = [
    (
      "a flow before the others",
      {
        $0.flows.insert(
          "aaa: {from: SIN, to: NYC, currency: USD, arrivals: 5 per day, volume-sigma: 0.4, "
            + "amount: {gamma: {shape: 9, scale: 1}}}", at: 0)
      }
    ),
    (
      "a flow that moves with the others, its name after theirs",
      {
        $0.flows.insert(
          "zzz: {from: SIN, to: NYC, currency: USD, arrivals: 5 per day, volume-sigma: 0.4, "
            + "amount: {constant: 1}}", at: 0)
        $0.correlations.append("{flows: [pairs, zzz], correlation: 0.2}")
      }
    ),
    (
      "a branch before the others, with pools and pairs of its own",
      { $0.branches.insert("ABC: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}", at: 0) }
    ),
    (
      "a model before the others",
      { $0.models.insert("other: {rail: correspondent, returns: {rate: 50%, after: 1h}}", at: 0) }
    ),
    ("a rate before the others", { $0.rates.insert("USD/JPY: 150", at: 0) }),
    (
      "a rate that moves, uncorrelated and before the others",
      {
        $0.rates.insert("AUD/USD: 0.65", at: 0)
        $0.volatilities.insert("AUD/USD: 9%", at: 0)
      }
    ),
    (
      "a listed payment before the others",
      {
        $0.given.insert(
          "{id: P0, at: 2026-03-09T09:00:00Z, from: NYC, to: SIN, currency: USD, amount: 1}", at: 0)
      }
    ),
    (
      "a condition before the others",
      { $0.conditions.insert("{name: first, after: 1h, releases: 1%}", at: 0) }
    ),
  ]

  @Test("What is added moves no draw of what was there", arguments: additions.indices)
  func addition(place: Int) throws {
    var more = base
    Self.additions[place].1(&more)
    let found = try more.draws()
    for (flow, payments) in drawn.flows {
      for (name, line) in payments {
        let other = found.flows[flow]?[name]
        // A further condition is a further entry at the end of the line.
        let isKept =
          more.conditions.count > base.conditions.count && flow == "orders"
          ? ChanceByNameTests.parts(of: line).isSubset(of: ChanceByNameTests.parts(of: other ?? ""))
          : other == line
        #expect(isKept, "\(Self.additions[place].0): \(name)")
      }
    }
    for (pair, path) in drawn.rates { #expect(found.rates[pair] == path) }
    #expect(place == 3 || place == 4 || found != drawn, "nothing was added")
  }

  private static func parts(of line: String) -> Set<Substring> {
    Set(line.split { $0 == "[" || $0 == "]" || $0 == "\"" || $0 == "," })
  }

  @Test func aFlowThatIsRemovedMovesNoDrawOfTheOthers() throws {
    for place in base.flows.indices.dropFirst(2) {
      var fewer = base
      let name = fewer.flows.remove(at: place).prefix { $0 != ":" }
      var expected = drawn
      expected.flows[String(name)] = nil
      #expect(try fewer.draws() == expected, "without \(name)")
    }
  }

  @Test func aRenamedFlowDrawsAnewAndNoOtherDoes() throws {
    var renamed = base
    renamed.flows[2] = renamed.flows[2].replacing("trades:", with: "deals:")
    var found = try renamed.draws()
    let deals = found.flows.removeValue(forKey: "deals") ?? [:]
    var others = drawn
    let trades = others.flows.removeValue(forKey: "trades") ?? [:]
    #expect(found == others)
    #expect(!deals.isEmpty && Set(deals.values).isDisjoint(with: trades.values))
  }

  @Test func aFlowWrittenBeforeAnotherLeavesItsPaymentsInARun() throws {
    let flow =
      "f: {from: A, to: B, currency: USD, arrivals: 5 per day, "
      + "amount: {lognormal: {median: 10k, p95: 100k}}}"
    let before = "e: {from: B, to: A, currency: USD, arrivals: 5 per day, amount: {constant: 1k}}"
    func payments(_ flows: [String]) throws -> [String] {
      let text = SmallLedger("fl", flows: flows).text
      let world = try World(ScenarioFile.read(text: text, named: "fl.yaml", folder: ""))
      return world.simulate(ModelID(0), replication: 0, journeys: .all).journeys
        .filter { $0.payment.hasPrefix("f:") }
        .map { "\($0.payment) \($0.instructed) \($0.amount) \($0.end)" }
    }
    let alone = try payments([flow])
    #expect(!alone.isEmpty)
    #expect(try payments([before, flow]) == alone)
  }

  @Test func twoNamesOfOneDigestAreRefused() throws {
    // The twins of StreamNameTests: two names whose digests are equal, found by solving for them.
    var twins = base
    for name in ["paymentsdaadaaaa", "zhavsoioZiRxgoki"] {
      twins.flows.append(
        "\(name): {from: NYC, to: SIN, currency: USD, arrivals: 1 per day, amount: {constant: 1}}")
    }
    let error = #expect(throws: WorldError.self) { try twins.world() }
    #expect(
      error?.description
        == "found 'flow paymentsdaadaaaa' and 'flow zhavsoioZiRxgoki', whose names have one digest "
        + "and would draw the same numbers; expected another name for one of them")
  }
}
