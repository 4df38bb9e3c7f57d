/// A search through all sets of payments, in any order, by branch and bound: whether one is worth
/// more than what is known, as far as a limit of work goes.
///
/// Payments are decided from the largest to the smallest. At each step a sender has room for what it
/// has and, at most, for all that may still come in; room below zero ends a branch, and so does a
/// sum of what fits into the rooms that passes nothing known.
struct BypassSearch {
  /// The most valuable set found, as places among the candidates' payments; `nil` where none is
  /// worth more than what was known.
  private(set) var best: [Int]?
  /// Its value, or that which was known.
  private(set) var value: Int128
  /// Whether the search came to its end, so that no set is worth more.
  private(set) var isComplete = true

  private let payments: [QueuedPayment]
  private let places: [Int]
  private let limits: [BilateralLimit]
  /// What each can send at most: its funds, what came in and what still may, less what went out.
  private var room: [Int64]
  /// The same towards another participant, for each limit.
  private var limitRoom: [Int64]
  /// What each sends in payments that are not decided.
  private var open: [Int64]
  private var chosen: [Int] = []
  private var sum: Int128 = 0
  private var work = 0

  /// How much is done at most: steps, each by its participants and limits; some 30 ms.
  private static let mostWork = 1 << 22

  /// Searches.
  ///
  /// - Parameters:
  ///   - candidates: The places of the payments that may settle at all.
  ///   - available: What each participant can send beyond what it receives.
  ///   - known: The value of a set that is known.
  init(
    _ payments: [QueuedPayment], candidates: [Int], available: [Int64], limits: [BilateralLimit],
    above known: Int128
  ) {
    places = candidates.sorted { (-payments[$0].amount, $0) < (-payments[$1].amount, $1) }
    self.payments = places.map { payments[$0] }
    (self.limits, value) = (limits, known)
    (room, open) = (available, available.map { _ in 0 })
    limitRoom = limits.map(\.limit)
    for payment in self.payments {
      open[payment.from] += payment.amount
      if let to = payment.to { room[to] += payment.amount }
      for (place, limit) in limits.enumerated() where limit.isAgainst(payment) {
        limitRoom[place] += payment.amount
      }
    }
    descend(0)
  }

  private mutating func descend(_ next: Int) {
    work += 8 + room.count + limits.count
    guard work <= BypassSearch.mostWork else {
      isComplete = false
      return
    }
    guard highest > value else { return }
    guard next < payments.count else {
      (best, value) = (chosen.map { places[$0] }, sum)
      return
    }
    let payment = payments[next]
    open[payment.from] -= payment.amount
    if take(payment, 1) {
      chosen.append(next)
      sum += Int128(payment.amount)
      descend(next + 1)
      sum -= Int128(payment.amount)
      chosen.removeLast()
    }
    _ = take(payment, -1)
    if leave(payment, 1) { descend(next + 1) }
    _ = leave(payment, -1)
    open[payment.from] += payment.amount
  }

  /// No completion of what is chosen is worth more.
  private var highest: Int128 {
    room.indices.reduce(sum) { $0 + Int128(min(open[$1], room[$1])) }
  }

  /// Lets a payment settle, or takes that back; whether there is room for it.
  private mutating func take(_ payment: QueuedPayment, _ sign: Int64) -> Bool {
    room[payment.from] -= sign * payment.amount
    var fits = room[payment.from] >= 0
    for (place, limit) in limits.enumerated() where limit.isOn(payment) {
      limitRoom[place] -= sign * payment.amount
      fits = fits && limitRoom[place] >= 0
    }
    return fits
  }

  /// Leaves a payment out, or takes that back; whether its receiver still has room.
  private mutating func leave(_ payment: QueuedPayment, _ sign: Int64) -> Bool {
    var fits = true
    if let to = payment.to {
      room[to] -= sign * payment.amount
      fits = room[to] >= 0
    }
    for (place, limit) in limits.enumerated() where limit.isAgainst(payment) {
      limitRoom[place] -= sign * payment.amount
      fits = fits && limitRoom[place] >= 0
    }
    return fits
  }
}

extension BilateralLimit {
  /// Whether a payment goes the way that is limited.
  func isOn(_ payment: QueuedPayment) -> Bool { payment.from == from && payment.to == to }
  /// Whether a payment comes back that way.
  func isAgainst(_ payment: QueuedPayment) -> Bool { payment.from == to && payment.to == from }
}
