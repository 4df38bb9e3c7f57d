import Chance
import Liquidity

extension Case {
  /// Gridlock of 300 participants and 100,000 payments, with little and with much liquidity.
  static let settle = Case(
    name: "settle",
    about: "SETTLE, 300 participants × 100,000 payments, µs, beside a work list and a read"
  ) {
    let bytes = [UInt8](repeating: 1, count: 100_000 * 10)
    let read = Figure.nanoseconds("settle read 10 bytes a payment", operations: 1, rounds: 101) {
      UInt64(bitPattern: MemoryRead.sum(of: bytes))
    }
    return [read.asMicroseconds] + [0.01, 0.05, 0.20].flatMap { figures(liquidity: $0) }
  }

  private static func figures(liquidity: Double) -> [Figure] {
    let queue = Gridlock(participants: 300, payments: 100_000)
    let funds = queue.outflows.map { Funds(balance: Int64(Double($0) * liquidity)) }
    guard let problem = try? SettleProblem(funds: funds, payments: queue.payments) else {
      preconditionFailure("the benchmark's queue is sound")
    }
    var solver = SettleSolver()
    let solved = Figure.nanoseconds("settle \(liquidity) solved", operations: 1, rounds: 101) {
      UInt64(solver.solve(problem).count)
    }
    let rival = Figure.nanoseconds("settle \(liquidity) work list", operations: 1, rounds: 11) {
      UInt64(queue.settledByWorkList(funds.map(\.balance)))
    }
    precondition(
      queue.settledByWorkList(funds.map(\.balance)) == solver.solve(problem).count,
      "both settle the same")
    guard var standing = try? StandingQueues(funds: funds) else { return [] }
    for (place, payment) in queue.payments.enumerated() {
      standing.add(payment, reference: UInt32(place))
    }
    let first = standing
    var references: [UInt32] = []
    references.reserveCapacity(queue.payments.count)
    let incremental = Figure.nanoseconds(
      "settle \(liquidity) incremental, copied and run first", operations: 1, rounds: 21
    ) {
      standing = first
      references.removeAll(keepingCapacity: true)
      return UInt64(standing.settle(into: &references).count)
    }
    let again = Figure.nanoseconds(
      "settle \(liquidity) incremental, run again", operations: 1, rounds: 101
    ) {
      UInt64(standing.settle(into: &references).drops + 1)
    }
    return [solved, rival, incremental, again].map(\.asMicroseconds)
  }
}

extension Figure {
  /// A figure in nanoseconds, told in microseconds.
  var asMicroseconds: Figure { Figure(name: name, value: value / 1_000, unit: "µs") }
}

/// Payments between participants of Zipf's sizes, with log-normal amounts.
struct Gridlock {
  private(set) var payments: [QueuedPayment] = []
  private(set) var outflows: [Int64]

  init(participants: Int, payments count: Int) {
    let stream = RandomStream(seed: 7, replication: 0, StreamName("benchmark", "settle"))
    outflows = [Int64](repeating: 0, count: participants)
    var sums: [Double] = []
    for rank in 1...participants { sums.append((sums.last ?? 0) + 1 / Double(rank)) }
    let total = sums[participants - 1]
    var draw: UInt64 = 0
    while payments.count < count {
      let ends = [draw, draw + 1].map { place in
        let share = stream.uniform(draw: place) * total
        return sums.firstIndex { $0 >= share } ?? 0
      }
      let amount = stream.value(of: .lognormal(mu: 9, sigma: 1.5), draw: draw + 2)
      draw += 3
      guard ends[0] != ends[1] else { continue }
      let whole = 1 + Int64(amount)
      payments.append(QueuedPayment(from: ends[0], to: ends[1], amount: whole))
      outflows[ends[0]] += whole
    }
  }

  /// The same by queues and a list of participants that are short: how it is done without tables.
  func settledByWorkList(_ balances: [Int64]) -> Int {
    var queues = [[Int]](repeating: [], count: balances.count)
    var left = balances
    for (place, payment) in payments.enumerated() {
      queues[payment.from].append(place)
      left[payment.from] -= payment.amount
      if let to = payment.to { left[to] += payment.amount }
    }
    var short = balances.indices.filter { left[$0] < 0 }
    var settled = payments.count
    while let sender = short.popLast() {
      while left[sender] < 0, let place = queues[sender].popLast() {
        settled -= 1
        left[sender] += payments[place].amount
        guard let to = payments[place].to else { continue }
        let wasCovered = left[to] >= 0
        left[to] -= payments[place].amount
        if wasCovered, left[to] < 0 { short.append(to) }
      }
    }
    return settled
  }
}
