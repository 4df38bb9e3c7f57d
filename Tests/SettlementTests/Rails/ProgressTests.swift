import Scenarios
import TestSupport
import Testing
import Vocabulary

@testable import Settlement

@Suite struct ProgressTests {
  @Test("Progress takes no more than the rail, the way and the leg did beside each other")
  func takesEightBytes() {
    #expect(MemoryLayout<Progress>.stride == 8)
    #expect(MemoryLayout<Next>.size == 1)
    #expect(MemoryLayout<StageRule>.size <= 8)
  }

  @Test(arguments: RailKind.allCases) func everyRailBeginsAtItsStart(kind: RailKind) {
    let progress = Progress(on: kind, by: RouteID(3))
    #expect(progress.rail == kind)
    #expect(progress.isAtStart)
  }

  @Test("Two legs of a way are counted; who turns round begins anew on the same way")
  func legsAreCounted() {
    var progress = Progress(on: .correspondent, by: RouteID(3))
    progress.legIsSettled()
    progress.legIsSettled()
    #expect(progress.alongRoute.legs == 2)
    #expect(!progress.isAtStart)
    progress.turnRound()
    #expect(progress.isAtStart)
    #expect(progress.alongRoute.route == RouteID(3))
  }

  @Test("Money goes in, coins over the chain, money out")
  func coinsAreNoLegs() {
    var progress = Progress(on: .stablecoin, by: RouteID(0))
    progress.legIsSettled()
    guard case .stablecoin(.paidIn) = progress else { return #expect(Bool(false), "\(progress)") }
    progress.tokens(are: .minted)
    progress.tokens(are: .transferred)
    guard case .stablecoin(.transferred) = progress else {
      return #expect(Bool(false), "\(progress)")
    }
    progress = .stablecoin(.sold)
    progress.legIsSettled()
    guard case .stablecoin(.paidOut) = progress else { return #expect(Bool(false), "\(progress)") }
  }

  @Test func anUndoneMintIsTheStart() {
    var progress = Progress(on: .tokenizedDeposit, by: RouteID(0))
    progress.tokens(are: .minted)
    #expect(!progress.isAtStart)
    progress.tokens(are: .none)
    #expect(progress.isAtStart)
  }

  @Test func tokensHaveNoLegs() async throws {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var progress = Progress(on: .tokenizedDeposit, by: RouteID(0))
      progress.legIsSettled()
    }
    #expect(try #require(exit).sentence == "tokens and clearings have no legs between banks")
  }
}
