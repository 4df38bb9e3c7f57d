import Bookkeeping
import Scenarios
import Vocabulary

/// What happens in the pools day by day: the facts behind the monitoring tools of BCBS 248.
///
/// Positions follow the rule of `Level`: they count as they are after an instant.
///
/// Invariant: days of a pool follow each other without an overlap, and what is noted belongs to the
/// day that is open; what happens before the first or after the last day is of none. Money is in
/// minor units, waiting is an area (minor units × µs).
struct DayBook {
  /// A pool on its day.
  private struct Running {
    /// The day that is under way or comes next, among all days; its end where none does.
    var day: Int
    /// Whether that day is under way.
    var isOpen = false
    /// When that changes.
    var turns: Instant
    /// Payments as they settle, and as they would if each settled at once.
    var settled, instructed: Level

    /// A pool before one of its days; `nil` where none comes any more.
    init(_ day: Int, _ terms: SettlementDays.Day?) {
      self.day = day
      turns = terms?.opens ?? .distantFuture
      settled = Level(0, at: turns, counted: turns..<(terms?.ends ?? .distantFuture))
      instructed = settled
    }
  }

  /// The business days of the pools, as planned.
  private let days: SettlementDays
  /// The present day of each pool.
  private var running: ContiguousArray<Running>
  /// The facts of all days, in the order of `days`.
  private var facts: ContiguousArray<PoolDayFact>
  /// By pool, then by hour of the clock: what left on the present day, and the shares so far in
  /// parts of `PoolDays.whole`.
  private var sentByHour, settledByHour: ContiguousArray<Int64>
  /// On how many days something left each pool.
  private var sendingDays: ContiguousArray<Int>
  /// The hours of a day and what lies after them.
  private static let hours = PoolDays.hourCount + 1

  /// The book of a replication.
  init(_ days: SettlementDays) {
    self.days = days
    let pools = days.first.count - 1
    running = ContiguousArray(
      (0..<pools).map { pool in
        Running(days.first[pool], days.day(days.first[pool], ofPool: pool))
      })
    facts = ContiguousArray(repeating: PoolDayFact(), count: days.days.count)
    sentByHour = ContiguousArray(repeating: 0, count: pools * DayBook.hours)
    settledByHour = sentByHour
    sendingDays = ContiguousArray(repeating: 0, count: pools)
  }
}

extension DayBook {
  /// Brings a pool to the present day.
  ///
  /// Called before anything is noted of the pool, so that a change at the opening is of the day
  /// that opens.
  ///
  /// - Parameter balance: Its balance, as it has been since its last change.
  /// - Complexity: O(days that have passed since).
  mutating func turn(_ pool: PoolID, balance: Int64, at now: Instant) {
    while now >= running[pool.place].turns { turnOnce(pool, balance) }
  }

  /// Opens the next day of a pool, or closes the one that is open.
  private mutating func turnOnce(_ pool: PoolID, _ balance: Int64) {
    let day = running[pool.place].day
    guard running[pool.place].isOpen else {
      facts[day].opening = balance
      running[pool.place].isOpen = true
      running[pool.place].turns = days.days[day].ends
      return
    }
    closeDay(of: pool)
    running[pool.place] = Running(day + 1, days.day(day + 1, ofPool: pool.place))
  }

  /// Writes down what a day has come to; shares of its hours are rounded down.
  private mutating func closeDay(of pool: PoolID) {
    let day = running[pool.place].day
    var (settled, instructed) = (running[pool.place].settled, running[pool.place].instructed)
    settled.stand(until: days.days[day].ends)
    instructed.stand(until: days.days[day].ends)
    facts[day].netDebit = max(0, -settled.lowest)
    facts[day].netCredit = max(0, settled.highest)
    facts[day].upperBound = max(0, -instructed.lowest)
    facts[day].lowerBound = max(0, -instructed.value)
    let row = pool.place * DayBook.hours
    let sent = Int128(facts[day].sent)
    if sent > 0 { sendingDays[pool.place] += 1 }
    var before: Int64 = 0
    for hour in 0..<DayBook.hours {
      before += sentByHour[row + hour]
      sentByHour[row + hour] = 0
      if sent > 0 {
        settledByHour[row + hour] += Int64(Int128(before) * Int128(PoolDays.whole) / sent)
      }
    }
  }
}

/// What is noted; pools have been brought to the present day before.
extension DayBook {
  /// A payment, or the net of many, moves a pool. Below zero it leaves.
  mutating func settled(_ pool: PoolID, by amount: Int64, at now: Instant) {
    guard running[pool.place].isOpen else { return }
    running[pool.place].settled.move(by: amount, at: now)
  }

  /// A payment has settled: below zero one out of the pool.
  ///
  /// What leaves before the system closes has spared the wait until then, which is the measure of
  /// the delay indicator.
  mutating func paid(_ pool: PoolID, _ amount: Int64, at now: Instant) {
    guard running[pool.place].isOpen else { return }
    let place = running[pool.place].day
    guard amount < 0 else {
      facts[place].received += amount
      return
    }
    let day = days.days[place]
    facts[place].sent -= amount
    let hour = (now - day.midnight).microseconds / TimeSpan.hour.microseconds
    let column = Int(min(max(0, hour), Int64(PoolDays.hourCount)))
    sentByHour[pool.place * DayBook.hours + column] -= amount
    if now < day.closes {
      facts[place].spared += Int128(-amount) * Int128((day.closes - now).microseconds)
    }
  }

  /// A payment is instructed that will move a pool.
  mutating func instructed(_ pool: PoolID, by amount: Int64, at now: Instant) {
    guard running[pool.place].isOpen else { return }
    running[pool.place].instructed.move(by: amount, at: now)
  }

  /// A payment with a deadline has ended.
  ///
  /// A deadline between two days belongs to none.
  mutating func fellDue(_ pool: PoolID, _ amount: Int64, by deadline: Instant, isLate: Bool) {
    let day = days.place(endingAfter: deadline, of: pool)
    guard day < days.first[pool.place + 1], deadline >= days.days[day].opens else { return }
    facts[day].due += amount
    if isLate { facts[day].late += amount }
  }

  /// A payment out of a pool has waited to settle, for the pool's money or, where it is not short,
  /// for something else inside its clearing; closed hours do not count.
  ///
  /// - Parameter isShort: Whether it waited for the pool's money.
  /// - Complexity: O(log days + days of the wait).
  mutating func waited(
    _ pool: PoolID, _ amount: Int64, from start: Instant, until end: Instant, isShort: Bool
  ) {
    var day = days.place(endingAfter: start, of: pool)
    while day < days.first[pool.place + 1], days.days[day].opens < end {
      let from = max(start, days.days[day].opens)
      let until = min(end, days.days[day].closes)
      if from < until {
        let area = Int128(amount) * Int128((until - from).microseconds)
        facts[day].waited += area
        if isShort { facts[day].queued += area }
      }
      day += 1
    }
  }

  /// The days of a pool at the end of the run.
  ///
  /// - Parameter balance: Its balance at the end.
  mutating func closed(_ pool: PoolID, balance: Int64, at horizon: Instant) -> PoolDays {
    turn(pool, balance: balance, at: horizon)
    if running[pool.place].isOpen { closeDay(of: pool) }
    var result = PoolDays()
    result.days = Array(facts[days.first[pool.place]..<days.first[pool.place + 1]])
    let row = pool.place * DayBook.hours
    result.settledByHour = Array(settledByHour[row..<row + PoolDays.hourCount])
    result.sendingDays = sendingDays[pool.place]
    return result
  }
}
