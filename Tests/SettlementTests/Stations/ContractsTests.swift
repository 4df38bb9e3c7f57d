import Scenarios
import Testing
import Vocabulary

@testable import Settlement

@Suite struct ContractsTests {
  private let start = Instant("2026-03-09T00:00:00Z")!
  private func after(_ seconds: Int64) -> Instant { start + .seconds(seconds) }

  private func contract(_ number: Int = 0, amount: Int64 = 100) -> RunningContract {
    RunningContract(
      key: PaymentKey(flow: 0, day: 0, number: number), plan: 0, rail: .depositToken,
      amount: amount, isCounted: true, hour: 0, left: amount)
  }

  /// A contract funded at the start, whose conditions are met after so many seconds.
  private func funded(_ met: [Int64], expiry: Int64) -> (contracts: Contracts, id: ContractID) {
    var contracts = Contracts()
    let id = contracts.open(contract())
    contracts.fund(
      id, at: start, met: ContiguousArray(met.map(after)), expiry: after(expiry))
    return (contracts, id)
  }

  @Test func anEventOfAnEarlierContractFindsAnotherGeneration() {
    var contracts = Contracts()
    let place = contracts.open(contract(0))
    let before = contracts.generation(place)
    contracts.remove(place)
    let next = contracts.open(contract(1))
    #expect(next == place && contracts.generation(place) != before)
    #expect(contracts.running.map(\.key.number) == [1])
  }

  @Test func whoIsFundedIsNotOverdue() {
    var contracts = Contracts()
    let (late, funded) = (contracts.open(contract(0)), contracts.open(contract(1)))
    contracts.awaitFunding(late, by: 8)
    contracts.awaitFunding(funded, by: 9)
    contracts.fund(funded, at: start, met: [], expiry: after(1))
    let slots = [contracts.timeIsUp(for: late), contracts.timeIsUp(for: funded)]
    #expect(slots == [8, nil])
    #expect(contracts[late]?.isOverdue == true && contracts[late]?.isFunded == false)
    #expect(contracts[funded]?.isOverdue == false && contracts[funded]?.isFunded == true)
  }

  @Test func conditionsArePassedInTheOrderOfTimeThenOfTheList() {
    var (contracts, id) = funded([30, 10, 10, 0], expiry: 60)
    var passed: [RunningContract.Step] = []
    var instants: [Instant?] = []
    for _ in 0..<5 {
      instants.append(contracts.advance(id))
      passed.append(contracts[id]?.next ?? .resolution)
    }
    #expect(instants == [after(0), after(10), after(10), after(30), after(60)])
    #expect(passed == [.condition(3), .condition(1), .condition(2), .condition(0), .expiry])
  }

  @Test func aConditionMetAtTheExpiryIsTooLate() {
    var (contracts, id) = funded([20, 19], expiry: 20)
    let instants = [contracts.advance(id), contracts.advance(id)]
    #expect(instants == [after(19), after(20)] && contracts[id]?.next == .expiry)
  }

  @Test func whatHasNothingLeftEnds() {
    var (contracts, id) = funded([10], expiry: 20)
    contracts.letGo(60, of: id)
    #expect(contracts[id]?.left == 40)
    contracts.letGo(40, of: id)
    let next = contracts.advance(id)
    #expect(next == nil && contracts[id] == nil && contracts.running.isEmpty)
  }

  @Test func aDisputeComesBeforeEverythingElse() {
    var (contracts, id) = funded([10, 15], expiry: 20)
    _ = contracts.advance(id)
    contracts.dispute(id)
    #expect(contracts[id]?.next == .resolution && contracts[id]?.left == 100)
  }
}
