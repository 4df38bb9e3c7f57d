import Calendars
import Liquidity
import Testing
import Vocabulary

@testable import Scenarios
@testable import Settlement

@Suite struct ClearingHouseTests {
  private let one = PoolID(0)
  private let other = PoolID(2)
  private let third = PoolID(1)

  /// A clearing of one system in the currency of pools 0 and 2, of which each has 100; the pool of
  /// another currency stands between them.
  private func house(_ settlement: ClearingSettlement) throws -> ClearingHouse {
    let terms = ClearingTerms(
      systems: [], cutOff: .customer, settlement: settlement, paymentVersusPayment: false,
      acceptance: .atOnce, creditsAtOnce: [BranchID(1)], fees: [], senderLimits: [],
      bilateralLimits: [])
    let funds = Funds(balance: 100, credit: 0)
    return ClearingHouse(
      terms, systems: [SystemID(0), nil], branches: 3, members: [[one, other], [third]],
      queues: [try StandingQueues(funds: [funds, funds]), try StandingQueues(funds: [funds])])
  }

  @Test func participantsArePoolsByCurrency() throws {
    let house = try house(.gross(offsetting: false))
    #expect([one, other, third].map(house.participant) == [0, 1, 0])
    #expect(Array(house.creditsAtOnce) == [false, true, false])
  }

  @Test func theFirstOfAQueueSettlesWhenMoneyHasCome() throws {
    var house = try house(.gross(offsetting: false))
    let large = house.payment(130, from: one, to: other)
    #expect(!house.covers(large, in: 0))
    house.stand(large, 5, by: 7, in: 0)
    #expect(house.hasStanding(one) && house.standing(one) == [7] && !house.hasStanding(other))
    #expect(house.holdsBack(large, 5, in: 0) && !house.holdsBack(large, 4, in: 0))
    let before = house.settleFirst(of: one)
    house.moved(one, by: 30)
    let after = house.settleFirst(of: one)
    #expect(before == nil && after == 7)
    #expect(house.funds(of: one) == 0 && house.funds(of: other) == 230)
  }

  @Test func aRingThatNobodyCanPayAloneSettlesTogether() throws {
    var house = try house(.gross(offsetting: true))
    house.stand(house.payment(500, from: one, to: other), 5, by: 1, in: 0)
    house.stand(house.payment(450, from: other, to: one), 5, by: 2, in: 0)
    #expect(house.nextStirred() == 0)
    let settled = house.settleSet(in: 0)
    #expect(settled.sorted() == [1, 2])
    #expect(house.funds(of: one) == 50 && house.funds(of: other) == 150)
    let stirred = house.nextStirred()
    #expect(stirred == nil)
  }

  @Test func whatACycleCreditsCanBeSpentWhenItIsFinal() throws {
    var house = try house(.net(ClearingCycles(zone: .utc, times: [], finality: .seconds(60))))
    house.stand(house.payment(80, from: one, to: other), 5, by: 3, in: 0)
    let settled = house.settleNet(in: 0, holding: [])
    #expect(settled == [3] && house.funds(of: other) == 180)
    let cycle = house.hold(NetCycle(currency: 0, payments: settled, nets: [-80, 80]))
    #expect(house.funds(of: other) == 100 && house.pending.count == 1)
    let final = [house.finish(cycle)?.payments, house.finish(cycle)?.payments]
    #expect(final == [[3], nil] && house.funds(of: other) == 180 && house.pending.isEmpty)
  }

  @Test func whoMayNotSendIsLeftOutOfACycle() throws {
    var house = try house(.net(ClearingCycles(zone: .utc, times: [], finality: .zero)))
    house.stand(house.payment(80, from: one, to: other), 5, by: 3, in: 0)
    house.stand(house.payment(20, from: other, to: one), 5, by: 4, in: 0)
    let settled = house.settleNet(in: 0, holding: [one])
    #expect(settled == [4] && house.standing(one) == [3])
  }
}
