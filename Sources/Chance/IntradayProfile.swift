public import Vocabulary

/// When in a local day the payments of a flow arrive: the share of the day's volume that has come
/// by each minute.
///
/// Built once from a table of shares, then read by lookup: 1,441 shares, one for each minute edge
/// of a day of 24 hours, linear between them. A local day of 23 or 25 hours is the caller's to
/// place.
public struct IntradayProfile: Hashable, Sendable {
  /// The share of the day that has come by each minute, from 0 at midnight to 1 at 24:00.
  let shares: [Double]

  /// A profile of shares for equal parts of the day: 24 are hours, 48 half hours.
  ///
  /// The shares are weights and need not sum to 1. Their running sum is smoothed by Steffen's
  /// monotone cubic (A&A 239, 443, 1990), so that each part keeps its share exactly, volume never
  /// runs backwards, and a part without a share stays empty.
  ///
  ///     try IntradayProfile(shares: [1, 2, 1, 0, 0])
  ///     // shares: found 5 parts, expected a number that divides the day's 1,440 minutes
  ///
  /// - Throws: The first thing that cannot be meant.
  public init(shares: [Double]) throws(InvalidProfile) {
    guard !shares.isEmpty, 1_440 % shares.count == 0 else {
      throw InvalidProfile(
        place: "shares", found: shares.count.counted("part"),
        expected: "a number that divides the day's 1,440 minutes")
    }
    let length = 1_440 / shares.count
    try self.init(edges: Array(stride(from: 0, through: 1_440, by: length)), shares: shares)
  }

  /// A profile of shares that each start at a wall time and last until the next, the last until
  /// 24:00; nothing arrives before the first.
  ///
  /// - Throws: The first thing that cannot be meant: times that do not rise, or not whole minutes.
  public init(from times: [(start: WallTime, share: Double)]) throws(InvalidProfile) {
    var edges: [Int] = []
    for (index, part) in times.enumerated() {
      let minute = Int(part.start.seconds) / 60
      guard part.start.seconds % 60 == 0, minute < 1_440, minute > edges.last ?? -1 else {
        throw InvalidProfile(
          place: "shares[\(index)]", found: "\(part.start)",
          expected: index == 0
            ? "a whole minute before 24:00"
            : "a whole minute after \(times[index - 1].start) and before 24:00")
      }
      edges.append(minute)
    }
    guard let first = edges.first else {
      throw InvalidProfile(place: "shares", found: "0 parts", expected: "at least one")
    }
    let quiet = first > 0
    try self.init(
      edges: (quiet ? [0] : []) + edges + [1_440],
      shares: (quiet ? [0] : []) + times.map(\.share))
  }

  /// The same rate at every minute from `opening` to `closing`, none outside.
  ///
  /// - Throws: Hours that do not run forward within one day.
  public static func hours(from opening: WallTime, to closing: WallTime) throws(InvalidProfile)
    -> IntradayProfile
  {
    guard opening < closing, closing.seconds <= 86_400 else {
      throw InvalidProfile(
        place: "hours", found: "\(opening)-\(closing)",
        expected: "a closing after the opening and not after 24:00")
    }
    let (start, length) = (Double(opening.seconds), Double(closing.seconds - opening.seconds))
    return IntradayProfile(
      exact: (0...1_440).map { min(max((Double($0) * 60 - start) / length, 0), 1) })
  }

  /// The same rate around the clock.
  public static let aroundTheClock = IntradayProfile(exact: (0...1_440).map { Double($0) / 1_440 })

  private init(exact shares: [Double]) {
    self.shares = shares
  }

  /// Smooths the running sum of `shares` over `edges` (minutes, one more than shares).
  private init(edges: [Int], shares: [Double]) throws(InvalidProfile) {
    for (index, share) in shares.enumerated() where !(share.isFinite && share >= 0) {
      throw InvalidProfile(
        place: "shares[\(index)]", found: "\(share)", expected: "a finite number of at least 0")
    }
    var sums = [0.0]
    for share in shares { sums.append(sums[sums.count - 1] + share) }
    let total = sums[sums.count - 1]
    guard total > 0, total.isFinite else {
      throw InvalidProfile(
        place: "shares", found: "a sum of \(total)", expected: "at least one share above 0")
    }
    self.shares = IntradayProfile.smoothed(edges, sums.map { $0 / total })
  }

  /// The curve through `sums` at every minute; the sums themselves at the edges, and in between
  /// kept from running backwards by the last bit of a rounding.
  private static func smoothed(_ edges: [Int], _ sums: [Double]) -> [Double] {
    var shares = SteffenCurve.values(
      throughX: edges.map(Double.init), y: sums, at: (0...1_440).map(Double.init))
    for part in edges.indices.dropLast() {
      shares[edges[part]] = sums[part]
      for minute in edges[part] + 1..<edges[part + 1] {
        shares[minute] = min(max(shares[minute], shares[minute - 1]), sums[part + 1])
      }
    }
    shares[1_440] = 1
    return shares
  }
}

extension IntradayProfile {
  /// The share of the day that has come by `second` after midnight.
  ///
  /// - Parameter second: 0 or less gives 0, 86,400 or more gives 1.
  /// - Complexity: O(1).
  public func fraction(atSecond second: Double) -> Double {
    guard second > 0 else { return 0 }
    guard second < 86_400 else { return 1 }
    let minute = Int(second / 60)
    let along = second / 60 - Double(minute)
    return shares[minute] + (shares[minute + 1] - shares[minute]) * along
  }

  /// The second after midnight by which `fraction` of the day has come; where several seconds
  /// would do, because nothing comes for a while, the end of the lull.
  ///
  /// - Parameter fraction: A share in 0 ..< 1.
  /// - Returns: A time in 0 ..< 86,400.
  /// - Complexity: O(log minutes), eleven steps.
  public func second(ofFraction fraction: Double) -> Double {
    precondition(fraction >= 0 && fraction < 1, "a share of the day lies in 0 ..< 1")
    var (below, above) = (0, 1_440)
    while above - below > 1 {
      let middle = (below + above) / 2
      if shares[middle] <= fraction { below = middle } else { above = middle }
    }
    let along = (fraction - shares[below]) / (shares[above] - shares[below])
    return (Double(below) + along) * 60
  }
}
