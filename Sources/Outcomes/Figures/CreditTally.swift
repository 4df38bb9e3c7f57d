/// The times of the due payments of one scope, of which only what is asked for is kept: how many
/// were credited within some limits, and the values of some ranks.
///
/// Filled in two rounds: `count(_:)` and `countOpen(_:)` in any order, then, when it is known how
/// many are due, `pass(_:isCredited:)` in ascending order.
struct CreditTally {
  /// How many were credited, and how many are open.
  private(set) var count = 0
  private(set) var open = 0
  /// Whether none was credited.
  var isEmpty: Bool { count == 0 }
  /// How many are due: credited or open.
  var expected: Int { count + open }

  /// The limits, in microseconds, ascending, and how many credited ones do not pass each.
  private let limits: [Int64]
  private var within: [Int]
  /// The probabilities, ascending.
  private let probabilities: [Double]
  private var credited = Ranks()
  private var due = Ranks()

  /// The values at the ranks of the probabilities, as far as they have been passed.
  private struct Ranks {
    var values: [Int64] = []
    private var passed = 0
    /// The rank whose value comes next; 0 before it is known.
    private var next = 0

    mutating func pass(_ elapsed: Int64, _ probabilities: [Double], among expected: Int) {
      passed += 1
      if next == 0 { next = OrderStatistic.rank(probabilities[0], among: expected) }
      while passed == next, values.count < probabilities.count {
        values.append(elapsed)
        let isLast = values.count == probabilities.count
        next =
          isLast ? .max : OrderStatistic.rank(probabilities[values.count], among: expected)
      }
    }
  }

  /// Nothing yet.
  ///
  /// - Precondition: There is a probability.
  init(limits: [Int64], probabilities: [Double]) {
    precondition(!probabilities.isEmpty, "a tally is asked for ranks")
    (self.limits, self.probabilities) = (limits, probabilities)
    within = limits.map { _ in 0 }
  }

  /// Counts the time of a credited payment in the first round.
  mutating func count(_ elapsed: Int64) {
    count += 1
    for place in limits.indices where elapsed <= limits[place] { within[place] += 1 }
  }

  /// Counts an open payment in the first round.
  mutating func countOpen() { open += 1 }

  /// Takes a time of the second round: to the credit, or of an open payment to the horizon.
  mutating func pass(_ elapsed: Int64, isCredited: Bool) {
    if isCredited { credited.pass(elapsed, probabilities, among: expected) }
    due.pass(elapsed, probabilities, among: expected)
  }

  /// How many were credited within the limit of a place.
  func count(withinLimit place: Int) -> Int { within[place] }

  /// The value of the rank of the n-th probability, in microseconds, open payments later than all
  /// others.
  ///
  /// A rank that falls among the open is later than the same rank with each of them at the horizon:
  /// each is later than that, so that their quantile is.
  func observation(atProbability place: Int) -> Observation {
    if place < credited.values.count { return .value(Double(credited.values[place])) }
    return place < due.values.count ? .laterThan(Double(due.values[place])) : .nothing
  }
}
