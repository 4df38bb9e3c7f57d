import Bookkeeping
import Scenarios
import Testing
import Vocabulary

@testable import Settlement

@Suite struct RegisterTests {
  private let start = Instant("2026-03-09T00:00:00Z")!

  private func register() -> Register {
    Register(corridors: 2, pools: 1, currencies: 1, JourneyRecorder(.all))
  }

  /// A payment that was instructed at the start and whose segment starts so many seconds later.
  private func payment(_ number: Int, until seconds: Int64) -> Payment {
    Payment(
      key: PaymentKey(flow: 0, day: 0, number: number), instructed: start,
      segmentStart: start + .seconds(seconds), deadline: .distantFuture, instructedAmount: 1,
      owed: 1,
      moving: 1, plan: 0, progress: Progress(on: .correspondent, by: RouteID(0)), stage: .posting,
      priority: 5,
      isCounted: true, hour: 0)
  }

  /// What a payment of a corridor leaves that spent seconds on screening and on waiting for money.
  private func note(
    _ register: inout Register, _ number: Int, corridor: UInt32, screening: Int64, liquidity: Int64
  ) {
    var spent = [Int64](repeating: 0, count: Cause.count)
    spent[Int(Cause.screening.rawValue)] = screening * 1_000_000
    spent[Int(Cause.liquidity.rawValue)] = liquidity * 1_000_000
    spent.withUnsafeBufferPointer { spent in
      register.ended(payment(number, until: screening + liquidity), .credited, spent: spent)
      register.add(
        PaymentFact(
          elapsed: (screening + liquidity) * 1_000_000, amount: 1, corridor: corridor, day: 0,
          end: .credited, flags: [], reached: 0, intermediaries: 0, hourOfWeek: 0), spent: spent)
    }
  }

  @Test func timesAreSummedByCorridorAndCause() {
    var register = register()
    note(&register, 1, corridor: 1, screening: 10, liquidity: 5)
    note(&register, 2, corridor: 1, screening: 1, liquidity: 0)
    note(&register, 3, corridor: 0, screening: 0, liquidity: 7)
    let record = register.closed(open: 0, events: 9)
    #expect(record.corridors[1].microseconds[.screening] == 11_000_000)
    #expect(record.corridors[1].microseconds[.liquidity] == 5_000_000)
    #expect(record.corridors[0].microseconds[.liquidity] == 7_000_000)
    #expect(record.payments.count == 3 && record.eventCount == 9)
  }

  @Test func theDigestOfEndsTellsTheirOrder() {
    let digests = [[1, 2], [2, 1], [1, 2]].map { order in
      var register = register()
      for number in order { note(&register, number, corridor: 0, screening: 3, liquidity: 0) }
      return register.closed(open: 0, events: 0).outcomes
    }
    #expect(digests[0] == digests[2] && digests[0] != digests[1])
  }

  @Test func whoCameHasLeftOrIsOpen() {
    var register = register()
    for _ in 0..<3 { register.arrive() }
    register.leave()
    register.step()
    let record = register.closed(open: 2, events: 0)
    #expect(record.stepCount == 1)
  }

  @Test func chargesAndLossesAreOfTheirCorridor() {
    var register = register()
    register.charge(30, in: 1)
    register.charge(-10, in: 1)
    register.lose(4, in: 0)
    register.note(Trade.Exposure(currency: 0, area: 12))
    register.note(.funded)
    register.note(.disputed)
    register.noteBalance(77, of: PoolID(0))
    let record = register.closed(open: 0, events: 0)
    #expect(
      record.corridors.map(\.fees) == [0, 20] && record.corridors.map(\.exchangeCost) == [4, 0])
    #expect(record.principalAtRisk == [12] && record.splitTrades == 1)
    #expect(record.contracts.funded == 1 && record.contracts.disputed == 1)
    #expect(record.balances == [[77]])
  }
}
