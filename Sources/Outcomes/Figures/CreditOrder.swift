import Bookkeeping

/// The due payments of a record, credited or open, by ascending time to their credit or the
/// horizon, as places in the record.
///
/// Eight bytes a payment while it is made, four after that: places alone are sorted, by as many
/// passes of 11 bits as the longest time has (a radix sort, LSD first; Knuth, vol. 3, 5.2.5).
struct CreditOrder {
  /// Places in the record's payments.
  let places: ContiguousArray<UInt32>

  /// How many bits a pass sorts by: the counts of 2,048 values take 16 kB.
  private static let digit = 11

  /// The order of some payments; those of one time as they stand.
  ///
  /// - Complexity: O(n · log(longest time)): four passes for times up to 200 days.
  init(_ payments: ContiguousArray<PaymentFact>) {
    precondition(payments.count <= Int(UInt32.max), "a record has fewer than 2³² payments")
    let due = payments.count { $0.end != .returned }
    var (places, other) = (ContiguousArray<UInt32>(), ContiguousArray<UInt32>())
    places.reserveCapacity(due)
    var longest: UInt64 = 0
    for (place, fact) in payments.enumerated() where fact.end != .returned {
      places.append(UInt32(place))
      longest = max(longest, UInt64(fact.elapsed))
    }
    other = places
    var shift = 0
    while longest >> shift > 0 {
      CreditOrder.pass(payments, shift, from: places, to: &other)
      swap(&places, &other)
      shift += CreditOrder.digit
    }
    self.places = places
  }

  /// One pass: the places in the order of a digit of their times, those of one digit as they were.
  private static func pass(
    _ payments: ContiguousArray<PaymentFact>, _ shift: Int, from places: ContiguousArray<UInt32>,
    to sorted: inout ContiguousArray<UInt32>
  ) {
    let mask = (1 << CreditOrder.digit) - 1
    func digit(_ place: UInt32) -> Int { Int(payments[Int(place)].elapsed >> shift) & mask }
    var starts = ContiguousArray(repeating: 0, count: mask + 2)
    for place in places { starts[digit(place) + 1] += 1 }
    for value in 0...mask { starts[value + 1] += starts[value] }
    for place in places {
      let value = digit(place)
      sorted[starts[value]] = place
      starts[value] += 1
    }
  }
}

extension CreditOrder {
  /// For each of some limits, ascending and in microseconds, how many of the payments were credited
  /// within it.
  ///
  /// - Complexity: O(n).
  func credited(_ payments: ContiguousArray<PaymentFact>, within limits: [Int64]) -> [Int64] {
    var counts: [Int64] = []
    var count: Int64 = 0
    for place in places {
      let fact = payments[Int(place)]
      while counts.count < limits.count, limits[counts.count] < fact.elapsed {
        counts.append(count)
      }
      if fact.end == .credited { count += 1 }
    }
    return counts + Array(repeating: count, count: limits.count - counts.count)
  }
}
