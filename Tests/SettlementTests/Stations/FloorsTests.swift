import Scenarios
import Testing
import Vocabulary

@testable import Settlement

@Suite struct FloorsTests {
  private let one = PoolID(0)
  private let other = PoolID(1)
  /// Two pools with floors of 100 and targets of 300.
  private let watch = Floors(
    lag: .seconds(60), floors: [100, 100], targets: [300, 300], currencies: 1)

  @Test func whoHoldsLessThanItsFloorIsToBeLifted() {
    var floors = watch
    floors.fell(one, to: 100)
    #expect(floors.toLift == nil)
    floors.fell(other, to: 99)
    floors.fell(one, to: 0)
    #expect(floors.toLift == [other, one])
    floors.fell(one, to: -5)
    #expect(floors.toLift == [other, one])
  }

  @Test func theListIsLookedAtAgainWhenSomethingHasChanged() {
    var floors = watch
    floors.fell(one, to: 0)
    floors.keep([one])
    #expect(floors.toLift == nil)
    floors.stir()
    #expect(floors.toLift == [one])
  }

  @Test func whatIsLackingLeadsFromBelowTheFloorToTheTarget() {
    var floors = watch
    floors.fell(one, to: 40)
    let lacking = [floors.lacking(one, holding: 40), floors.lacking(one, holding: 100)]
    #expect(lacking == [260, nil])
    // It is off the list by that, and may fall anew.
    floors.keep([])
    floors.fell(one, to: 99)
    #expect(floors.toLift == [one])
  }

  @Test func aPoolIsWatchedAgainFromItsTargetOn() {
    var floors = watch
    floors.fell(one, to: 0)
    floors.ordered(for: one)
    floors.keep([])
    floors.rose(one, to: 299)
    floors.fell(one, to: 50)
    #expect(floors.toLift == nil)
    floors.rose(one, to: 300)
    floors.fell(one, to: 50)
    #expect(floors.toLift == [one])
  }

  @Test func aPoolToWhichNothingComesIsWatchedFromItsFloorAsItIs() {
    var floors = watch
    floors.fell(one, to: 0)
    floors.ordered(for: one)
    floors.keep([])
    floors.watchAgain(one, holding: 99)
    #expect(floors.toLift == [one])
  }

  @Test(arguments: [(Int64(301), Int64(1)), (300, 0), (0, 0)])
  func aDonorGivesWhatItHasAboveItsTarget(free: Int64, surplus: Int64) {
    #expect(watch.surplus(of: one, having: free) == surplus)
  }

  @Test func oneLookIsEnoughUntilItsTimeHasCome() {
    var floors = watch
    #expect(floors.awaitsLook(0))
    floors.look(at: Instant("2026-03-09T09:00:00Z")!, 0)
    #expect(!floors.awaitsLook(0) && floors.toLift == nil)
    floors.timeCame(for: 0)
    #expect(floors.awaitsLook(0) && floors.toLift == [])
  }

  @Test func whatIsOnItsWayIsWhatWasSentAndHasNotArrived() {
    var transfers = Transfers(pools: 2)
    let (first, second) = (
      transfers.send(70, from: one, to: other), transfers.send(5, from: one, to: other)
    )
    #expect(transfers.incoming(other) == 75 && transfers.incoming(one) == 0)
    let arrived = transfers.arrive(first)
    #expect(arrived == Transfers.Transfer(from: one, to: other, amount: 70))
    #expect(transfers.incoming(other) == 5 && transfers[second].amount == 5)
  }
}
