import Liquidity
import Vocabulary

/// The parts of a problem of SIZE.
extension SizeInput {
  /// Flows by replication, pool and bucket; every row is as long as the first.
  ///
  /// - Parameter pools: How many rows each replication must have.
  static func flows(_ node: JSONNode?, _ pools: Int, _ reading: inout JSONReading) -> [[[Int64]]] {
    var buckets: Int?
    return reading.items(node, "$.flows").enumerated().map { place, node in
      let path = "$.flows[\(place)]"
      let rows = reading.items(node, path)
      if rows.count != pools {
        reading.expected("a row for each of \(pools) pools", path, found: "\(rows.count)")
      }
      var volume: Int128 = 0
      let flows = rows.enumerated().map { pool, node in
        row(node, "\(path)[\(pool)]", &buckets, &volume, &reading)
      }
      if volume > Int128(FlowBlock.largestVolume) {
        reading.expected("flows of at most 2⁵³ units in all", path, found: "\(volume)")
      }
      return flows
    }
  }

  /// One row of flows.
  ///
  /// - Parameters:
  ///   - buckets: How many flows the first row has, set by it; each further one must have as many.
  ///   - volume: The sum of the magnitudes of the replication so far.
  private static func row(
    _ node: JSONNode, _ path: String, _ buckets: inout Int?, _ volume: inout Int128,
    _ reading: inout JSONReading
  ) -> [Int64] {
    let items = reading.items(node, path)
    let expected = buckets ?? items.count
    buckets = expected
    if items.count != expected {
      reading.expected("\(expected) buckets like the rows before", path, found: "\(items.count)")
    }
    return items.enumerated().map { place, node in
      if case .integer(let flow) = node {
        volume += Int128(flow.magnitude)
        return flow
      }
      return reading.integer(node, "\(path)[\(place)]") ?? 0
    }
  }

  /// The service level; certainty where none is given.
  ///
  /// The nearest double is taken as it is: a share that is no level is noted, and certainty stands in.
  static func level(_ node: JSONNode?, _ reading: inout JSONReading) -> ServiceLevel {
    let share: Double? =
      switch node {
      case nil: 1
      case .integer(let value): Double(value)
      case .number(let value, _): value
      default: nil
      }
    if let level = share.flatMap({ ServiceLevel($0) }) { return level }
    reading.expected(
      "a share above 0, at most 1", "$.service_level", found: node?.description ?? "nothing")
    return .certain
  }

  /// The least that each pool must hold; 0 where it is not given.
  static func minima(_ node: JSONNode?, _ pools: Names, _ reading: inout JSONReading) -> [Int64] {
    var minima = [Int64](repeating: 0, count: pools.list.count)
    for (name, value) in reading.entries(node, "$.minima") ?? [] {
      let amount = reading.integer(
        value, "$.minima.\(name)", 0...FlowBlock.largestVolume, "an amount from 0 to 2⁵³")
      if let place = pools.places[name] {
        minima[place] = amount ?? 0
      } else {
        reading.note(
          "$.minima.\(name)", "is not known" + NearestName.question(name, among: pools.list))
      }
    }
    return minima
  }

  /// The windows with the pools that are open in each.
  ///
  /// Windows must lie one after the other, and `open`, where it is given, must have a list for each.
  static func windows(
    _ node: JSONNode?, _ open: JSONNode?, _ pools: Names, _ reading: inout JSONReading
  ) -> [SizeTerms.Window] {
    let buckets = reading.items(node, "$.windows").enumerated().map { place, node in
      reading.integer(node, "$.windows[\(place)]", 0...Int64(Int32.max), "a number of buckets") ?? 0
    }
    for (place, bucket) in buckets.enumerated().dropFirst() where bucket <= buckets[place - 1] {
      reading.expected(
        "more than the \(buckets[place - 1]) before it", "$.windows[\(place)]", found: "\(bucket)")
    }
    let lists = reading.items(open, "$.open")
    if open != nil, lists.count != buckets.count {
      reading.expected(
        "a list of pools for each of \(buckets.count.counted("window"))", "$.open",
        found: "\(lists.count)")
    }
    let members = lists.enumerated().map { window, node in
      reading.items(node, "$.open[\(window)]").enumerated().compactMap { place, node in
        reading.reference(node, "$.open[\(window)][\(place)]", pools)
      }
    }
    return buckets.enumerated().map { place, bucket in
      SizeTerms.Window(
        after: Int(bucket), open: place < members.count ? Set(members[place]) : nil)
    }
  }
}

extension ServiceLevel {
  /// Nothing may be short in any replication.
  static var certain: ServiceLevel {
    guard let level = ServiceLevel(1) else { preconditionFailure("a share of 1 is a level") }
    return level
  }
}
