import Scenarios
import TestSupport
import Testing

@testable import Settlement

@Suite("Each rail has a row for the stages of its payments, and no other") struct StageTableTests {
  private static let all = (0...UInt8.max).compactMap(Stage.init(rawValue:))

  private func rows(of kind: RailKind) -> [Stage: StageRule] {
    func row(_ stage: Stage) -> StageRule? {
      switch kind {
      case .correspondent: CorrespondentRail.rule(for: stage)
      case .tokenizedDeposit: TokenRail.rule(for: stage)
      case .interbankClearing: ClearingRail.rule(for: stage)
      case .depositToken: DepositTokenRail.rule(for: stage)
      case .stablecoin: StablecoinRail.rule(for: stage)
      }
    }
    let found = StageTableTests.all.compactMap { stage in row(stage).map { (stage, $0) } }
    return Dictionary(uniqueKeysWithValues: found)
  }

  @Test("The stages of correspondents are those of the way that the articles tell")
  func stagesOfCorrespondents() {
    let stages: Set<Stage> = [
      .accepting, .screening, .repairing, .releasing, .settling, .queueing, .travelling, .changing,
      .handling, .investigating, .converting, .delivering, .posting, .held,
    ]
    #expect(Set(rows(of: .correspondent).keys) == stages)
  }

  @Test("No stage belongs to nobody") func everyStageIsSomeRails() {
    let used = RailKind.allCases.reduce(into: Set<Stage>()) { $0.formUnion(rows(of: $1).keys) }
    #expect(used == Set(StageTableTests.all))
  }

  @Test("Whatever waits on a ledger is of a rail that keeps one", arguments: RailKind.allCases)
  func ledgersAreOfRailsWithLedgers(kind: RailKind) {
    let onLedger: Set<Stage> = [
      .minting, .transferring, .burning, .undoing, .unanswered, .mintingOnChain, .preconfirming,
      .including, .finalising, .reorganising, .redeeming, .awaitingMint, .awaitingRedemption,
    ]
    #expect(kind.hasLedger == !onLedger.isDisjoint(with: rows(of: kind).keys))
  }

  @Test("A stage is ended by a clock on every rail that has it, or by a line on every one")
  func aStageIsEndedTheSameWayEverywhere() {
    for stage in StageTableTests.all {
      let ended = Set(RailKind.allCases.compactMap { rows(of: $0)[stage]?.isTimed })
      #expect(ended.count == 1, "\(stage)")
    }
  }

  @Test func whoHoldsIsTheOnlyOneWhoKnowsWhatIsNext() {
    for kind in RailKind.allCases {
      for (stage, rule) in rows(of: kind) {
        #expect((rule.next == .resume) == (stage == .held), "\(kind) \(stage)")
        #expect(rule.next != .rest, "\(kind) \(stage)")
      }
    }
  }

  @Test func aStageOfAnotherRailTraps() async throws {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = RailKind.tokenizedDeposit.rule(for: .releasing)
    }
    #expect(
      try #require(exit).sentence == "no payment by tokenized-deposit is ever releasing")
  }
}
