import Calendars
import EventKernel
import Scenarios
import Testing
import Vocabulary

@testable import Settlement

@Suite struct ClockTests {
  /// Midnight of Monday 9 March 2026, UTC.
  private let start = Instant("2026-03-09T00:00:00Z")!
  private func at(_ hours: Int64) -> Instant { start + .hour * hours }

  /// A window of hours after the start; the customer cut-off an hour, the interbank one half an hour
  /// before it closes.
  private func window(_ opens: Int64, _ closes: Int64) -> Window {
    Window(
      opens: at(opens), customerCutOff: at(closes - 1),
      interbankCutOff: at(closes) - .minutes(30), closes: at(closes),
      valueDate: CivilDate("2026-03-09")! + Int(opens / 24))
  }

  /// A desk from 8 to 18 on Monday and Tuesday, and one from 0 to 4 on Monday alone; runs of branch
  /// 0 at 9 and 10.
  private func clock() -> Clock {
    Clock(
      startingAt: start, windows: [window(8, 18), window(32, 42), window(0, 4)], first: [0, 2, 3],
      dayStarts: [start, at(24)], releases: [Runs([at(9), at(10)])], postings: [Runs([])],
      rebalancings: Runs([at(6)]), cycles: Runs([at(7)]))
  }

  /// Brings a clock to an hour.
  private func move(_ clock: inout Clock, to hours: Int64) {
    clock.schedule(.hour, at: at(hours), .measurements)
    while clock.now < at(hours), clock.next(before: .distantFuture) != nil {}
  }

  @Test(arguments: [
    (Int64(7), false, false), (8, true, true), (16, true, true), (17, true, false),
    (18, false, false),
    (32, true, true), (42, false, false),
  ])
  func hoursAreHalfOpenAndEndForCustomersAtTheCutOff(hour: Int64, isOpen: Bool, isInTime: Bool) {
    var clock = clock()
    move(&clock, to: hour)
    #expect(clock.isOpen(0) == isOpen)
    let admits = clock.isOpen(0, before: .customer)
    #expect(admits == isInTime)
  }

  @Test func aCutOffOfBanksIsLater() {
    var clock = clock()
    move(&clock, to: 17)
    let admits = [clock.isOpen(0, before: .interbank), clock.isOpen(0, before: .customer)]
    #expect(admits == [true, false])
  }

  @Test func oneLooksAtTheFirstWindowThatClosesLater() {
    var clock = clock()
    move(&clock, to: 18)
    let (desk, gone) = (clock.window(of: 0)?.opens, clock.window(of: 1)?.opens)
    #expect(desk == at(32) && gone == nil)
    #expect(clock.nextOpening(of: 0) == at(32) && clock.nextOpening(of: 1) == .distantFuture)
    #expect(clock.nextDayStart(of: 0) == at(24) && clock.isOfLaterDay(0))
    let (same, next) = (clock.opening(days: 0, of: 0), clock.opening(days: 1, of: 0))
    #expect(same == at(32) && next == .distantFuture)
  }

  @Test(arguments: [
    (Int64(0), Int64(10), Int64(18)), (0, 11, 33), (10, 8, 18), (17, 2, 33), (20, 10, 42),
  ])
  func workGoesOnWhereItWasLeftAtTheNextOpening(from: Int64, hours: Int64, done: Int64) {
    let finished = clock().finished(.hour * hours, from: at(from), at: 0)
    #expect(finished == at(done))
  }

  @Test func workThatTheHoursDoNotHoldIsNeverDone() {
    let finished = clock().finished(.hour * 21, from: start, at: 0)
    #expect(finished == .distantFuture)
  }

  @Test func eachKindOfRunIsPendingOnce() {
    var clock = clock()
    clock.scheduleRelease(of: 0)
    clock.schedulePosting(of: 0)
    clock.scheduleRebalancing()
    clock.scheduleRebalancing()
    clock.scheduleCycle()
    #expect(clock.rebalancing == 0)
    var order: [UInt8] = []
    while let event = clock.next(before: .distantFuture) {
      order.append(event.kind)
      if event.kind == EventKind.release.rawValue { clock.scheduleRelease(of: 0) }
    }
    let kinds: [EventKind] = [.rebalancing, .cycle, .release, .release]
    #expect(order == kinds.map(\.rawValue) && clock.now == at(10) && clock.popped == 4)
  }

  @Test func anOpeningIsScheduledForTheNextWindow() {
    var clock = clock()
    clock.scheduleOpening(of: 0)
    clock.scheduleOpening(of: 1)
    let first = clock.next(before: .distantFuture)
    #expect(first?.instant == at(8) && first?.entity == 0)
    clock.scheduleOpening(of: 0)
    let second = clock.next(before: .distantFuture)
    let third = clock.next(before: .distantFuture)
    #expect(second?.instant == at(32) && third == nil)
  }
}
