/// The cuts of SIZE: ranges of time, one for each pool, whose deepest shortfalls add up to what the
/// pools need together.
///
/// By the theorem of minimum flow and maximum cut, the smallest pre-funding of a replication is the
/// largest sum over the pools of −S_j(t_j), where t_j may be chosen freely but for one rule: at
/// each window, either all open pools are cut no earlier than it, or all of them no later than the
/// money sent in it arrives. A pattern says for each window which side holds; it leaves each pool
/// a range of time, and the pools are then independent.
struct CutTable: Sendable {
  /// The ends of the segments between which running sums are kept, in buckets, ascending; the last
  /// is the end of the last bucket.
  let ends: [Int32]
  /// The range of each cut and pool, as numbers of ends with 0 for the start: [cut][pool].
  private(set) var from: [[UInt16]] = []
  private(set) var to: [[UInt16]] = []
  /// Which pools each cut must hold: those cut late at some window. The others may be left out.
  private(set) var isForced: [[Bool]] = []

  /// How many cuts there are.
  var count: Int { from.count }

  /// The cut that no pool must be in: it ends each range when money of the pool's first window
  /// arrives. There is always one.
  var free: Int { isForced.firstIndex { !$0.contains(true) } ?? 0 }

  /// The cuts of `terms`.
  ///
  /// All windows open to all pools leave one cut for each time between two windows. Otherwise the
  /// patterns are walked depth first, and a pattern that leaves some pool no time is dropped with
  /// all that begin like it.
  ///
  /// - Throws: `InvalidProblem` beyond `largest` cuts.
  init(_ terms: SizeTerms, largest: Int = 1 << 16) throws(InvalidProblem) {
    let last = Int32(terms.bucketCount)
    var times: Set<Int32> = [last]
    for window in terms.windows {
      times.insert(Int32(window.bucket))
      times.insert(CutTable.arrival(window, terms))
    }
    ends = times.filter { $0 > 0 || last == 0 }.sorted()
    var walk = Walk(terms, ends)
    if terms.isOpenToAll { walk.sides() } else { walk.walk(0, largest) }
    guard walk.count <= largest else {
      throw InvalidProblem(faults: [
        .init("open", expected: "windows that leave at most \(largest) cuts", found: "more")
      ])
    }
    (from, to, isForced) = (walk.from, walk.to, walk.isForced)
  }

  /// When money sent in a window can be spent: at the latest at the end.
  fileprivate static func arrival(_ window: SizeTerms.Window, _ terms: SizeTerms) -> Int32 {
    Int32(min(terms.bucketCount, window.bucket + terms.lag))
  }
}

/// The walk over the patterns.
private struct Walk {
  let terms: SizeTerms
  let open: [[Int]]
  let departures: [UInt16]
  let arrivals: [UInt16]
  var from: [[UInt16]] = []
  var to: [[UInt16]] = []
  var isForced: [[Bool]] = []
  var low: [UInt16]
  var high: [UInt16]
  var late: [Bool]
  var count = 0

  init(_ terms: SizeTerms, _ ends: [Int32]) {
    self.terms = terms
    func number(_ time: Int32) -> UInt16 {
      time == 0 ? 0 : UInt16((ends.firstIndex(of: time) ?? 0) + 1)
    }
    open = terms.windows.map { $0.open?.sorted() ?? Array(0..<terms.poolCount) }
    departures = terms.windows.map { number(Int32($0.bucket)) }
    arrivals = terms.windows.map { number(CutTable.arrival($0, terms)) }
    low = [UInt16](repeating: 0, count: terms.poolCount)
    high = [UInt16](repeating: number(Int32(terms.bucketCount)), count: terms.poolCount)
    late = [Bool](repeating: false, count: terms.poolCount)
  }

  mutating func keep() {
    count += 1
    from.append(low)
    to.append(high)
    isForced.append(late)
  }

  /// All open: late at the first windows, early at the rest.
  mutating func sides() {
    let end = high
    for window in 0...departures.count {
      if window > 0 {
        low = low.map { _ in departures[window - 1] }
        late = late.map { _ in true }
      }
      high = window < arrivals.count ? high.map { _ in arrivals[window] } : end
      keep()
    }
  }

  /// Chooses a side for `window` and those after it.
  mutating func walk(_ window: Int, _ largest: Int) {
    guard count <= largest else { return }
    guard window < open.count else { return keep() }
    let (lowBefore, highBefore, lateBefore) = (low, high, late)
    for pool in open[window] {
      low[pool] = max(low[pool], departures[window])
      late[pool] = true
    }
    if isPossible(window) { walk(window + 1, largest) }
    (low, late) = (lowBefore, lateBefore)
    for pool in open[window] { high[pool] = min(high[pool], arrivals[window]) }
    if isPossible(window) { walk(window + 1, largest) }
    high = highBefore
  }

  private func isPossible(_ window: Int) -> Bool {
    open[window].allSatisfy { low[$0] <= high[$0] }
  }
}
