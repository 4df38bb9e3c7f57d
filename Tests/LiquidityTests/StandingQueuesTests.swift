import TestSupport
import Testing

@testable import Liquidity

@Suite struct StandingQueuesTests {
  @Test("a ring of payments without money settles") func ring() throws {
    var queues = try StandingQueues(funds: [Funds](repeating: Funds(balance: 0), count: 3))
    var settled: [UInt32] = []
    for place in 0..<3 {
      queues.settle(into: &settled)
      #expect(settled.isEmpty)
      queues.add(
        QueuedPayment(from: place, to: (place + 1) % 3, amount: 7), reference: UInt32(place))
    }
    #expect(queues.settle(into: &settled).value == 21)
    #expect(settled == [0, 1, 2])
  }

  @Test(arguments: [([Int](), [UInt32(1), 2, 3]), ([1], [3]), ([0], [2, 3]), ([0, 1, 2], [])])
  func aHeldQueueStaysAndFreesNoLimit(held: [Int], settled: [UInt32]) throws {
    var queues = try StandingQueues(
      funds: [Funds(balance: 100), Funds(balance: 100), Funds(balance: 7)],
      bilateralLimits: [BilateralLimit(from: 0, to: 1, limit: 5)])
    queues.add(QueuedPayment(from: 0, to: 1, amount: 10), reference: 1)
    queues.add(QueuedPayment(from: 1, to: 0, amount: 10), reference: 2)
    queues.add(QueuedPayment(from: 2, to: 0, amount: 7), reference: 3)
    // The first sends 10 against 10 within its limit of 5, but not 10 against nothing.
    var found: [UInt32] = []
    queues.settle(into: &found, holding: held)
    #expect(found == settled)
    // What was held settles as soon as it is not.
    queues.settle(into: &found)
    #expect(found.sorted() == [1, 2, 3])
  }

  @Test("urgent payments stand before others, equals in the order of their coming")
  func priority() throws {
    var queues = try StandingQueues(funds: [Funds(balance: 3), Funds(balance: 0)])
    for (place, priority) in [5, 0, 5, 0, 3].enumerated() {
      queues.add(
        QueuedPayment(from: 0, to: 1, amount: 1), priority: UInt8(priority),
        reference: UInt32(place))
    }
    var settled: [UInt32] = []
    queues.settle(into: &settled)
    #expect(settled == [1, 3, 4])
    queues.change(0, by: 9)
    queues.settle(into: &settled)
    #expect(settled == [1, 3, 4, 0, 2])
    #expect(queues.available(to: 0) == 7)
  }

  @Test("what has left the participants no longer counts") func outside() throws {
    var queues = try StandingQueues(funds: [Funds(balance: 1 << 60)])
    var settled: [UInt32] = []
    for round in UInt32(0)..<20 {
      queues.add(QueuedPayment(from: 0, to: nil, amount: 1 << 60), reference: round)
      #expect(queues.settle(into: &settled).count == 1)
      #expect(queues.available(to: 0) == 0)
      queues.change(0, by: 1 << 60)
    }
    #expect(settled.count == 20)
  }

  @Test("many runs settle what one solver would, run by run", arguments: [false, true])
  func runs(_ hasLimits: Bool) throws {
    for seed in 0..<60 {
      var day = Day(seed, hasLimits: hasLimits)
      var queues = try StandingQueues(funds: day.funds, bilateralLimits: day.limits)
      for _ in 0..<25 {
        day.pass(into: &queues)
        var settled: [UInt32] = []
        queues.settle(into: &settled)
        #expect(try settled == day.settle(), "seed \(seed)")
        #expect(day.funds.indices.allSatisfy { queues.available(to: $0) == day.available($0) })
      }
    }
  }
}

/// A day of payments and account movements, settled by the solver for one problem at a time.
private struct Day {
  var funds: [Funds]
  var limits: [BilateralLimit]
  var waiting: [(payment: QueuedPayment, reference: UInt32)] = []
  var next: UInt32 = 0
  var dice: Dice

  init(_ seed: Int, hasLimits: Bool) {
    let instance = SettleInstance(seed, hasLimits: hasLimits)
    (funds, limits) = (instance.funds, instance.limits)
    dice = Dice(seed + 1_000)
  }

  func available(_ place: Int) -> Int64 { funds[place].available }

  /// Queues payments and moves money, here and there.
  mutating func pass(into queues: inout StandingQueues) {
    for _ in 0..<dice.int(0...6) {
      let from = dice.int(0...funds.count - 1)
      let to = (from + dice.int(1...funds.count - 1)) % funds.count
      let payment = QueuedPayment(from: from, to: to, amount: Int64(dice.int(1...12)))
      queues.add(payment, reference: next)
      waiting.append((payment, next))
      next += 1
    }
    let place = dice.int(0...funds.count - 1)
    let amount = Int64(dice.int(-Int(min(3, funds[place].balance + funds[place].credit))...6))
    queues.change(place, by: amount)
    funds[place].balance += amount
  }

  /// Solves what waits as a problem of its own and books the answer.
  mutating func settle() throws -> [UInt32] {
    let problem = try SettleProblem(
      funds: funds, payments: waiting.map(\.payment), bilateralLimits: limits)
    var solver = SettleSolver()
    _ = solver.solve(problem)
    let settled = solver.settled(in: problem)
    let references = funds.indices.flatMap { sender in
      problem.queue(of: sender).prefix(Int(settled[sender])).map { waiting[Int($0)].reference }
    }
    for place in problem.settledPlaces(settled) {
      let payment = waiting[place].payment
      for (place, amount) in [(payment.from, -payment.amount), (payment.to!, payment.amount)] {
        funds[place].balance += amount
        funds[place].senderLimit = funds[place].senderLimit.map { $0 + amount }
      }
      for limit in limits.indices {
        let ends = (limits[limit].from, limits[limit].to)
        if ends == (payment.from, payment.to!) { limits[limit].limit -= payment.amount }
        if ends == (payment.to!, payment.from) { limits[limit].limit += payment.amount }
      }
    }
    waiting.removeAll { references.contains($0.reference) }
    return references
  }
}
