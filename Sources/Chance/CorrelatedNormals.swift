import CGSL

/// Standard normal numbers with given correlations, one to a name, each drawn at the address of its
/// name.
///
/// Names of one family (`volume suppliers NYC SIN` and `volume suppliers SIN NYC`) that all have one
/// correlation s ≥ 0 with each other, and one with every other family, take √s of a number of
/// their family's and √(1 − s) of one of their own: so a member that joins moves no number of
/// anybody. The numbers of families, and those of names without one, are Z = L z with L the Cholesky
/// factor of their correlations *in the order of the names* and z drawn apart. So no order in which
/// things are given moves a number, and a family that joins moves no number of those before its
/// name, nor of those that no chain of correlations joins to it. It does move, in general, those
/// after its name that are joined to it: numbers that do not know of each other cannot have a
/// correlation, so one of the two has to follow.
///
/// Where correlations are of another form every name stands alone.
struct CorrelatedNormals: Hashable, Sendable {
  /// A number that is a weighted sum of draws.
  private struct Sum: Hashable, Sendable {
    var places: [Int] = []
    var weights: [Double] = []
  }

  /// Names that share a number: `share` of the variance of each.
  private struct Family: Hashable, Sendable {
    /// By which it stands in order.
    let name: StreamName
    /// Where its number draws.
    let stream: StreamName
    /// The places of its members.
    let members: [Int]
    let share: Double
  }

  /// What a number takes of its family's, and of a draw of its own; −1 for none.
  private struct Member: Hashable, Sendable {
    var family = -1
    var share = 1.0
    var own = -1
  }

  /// The names of the streams that are drawn in.
  let streams: [StreamName]
  private let sums: [Sum]
  private let members: [Member]

  /// Numbers for `names`.
  ///
  /// - Parameter correlation: Square and symmetric, 1 on the diagonal, in the order of `names`.
  /// - Throws: The place of the first name, in the order of the names, whose correlations
  ///   contradict those of names before it: the matrix is not positive definite.
  /// - Complexity: O(n²), and O(m³) for m families joined by correlations.
  init(_ names: [StreamName], correlation: [[Double]]) throws(Contradiction) {
    precondition(correlation.count == names.count, "a row of correlations for each name")
    if let families = CorrelatedNormals.families(of: names, correlation),
      let sums = try? CorrelatedNormals.factor(of: families, correlation)
    {
      self.init(names, families, sums)
    } else {
      let alone = names.enumerated().map {
        Family(name: $1, stream: $1, members: [$0], share: 1)
      }
      self.init(names, alone, try CorrelatedNormals.factor(of: alone, correlation))
    }
  }

  private init(_ names: [StreamName], _ families: [Family], _ sums: [Sum]) {
    var streams = families.map(\.stream)
    var members = [Member](repeating: Member(), count: names.count)
    for (place, family) in families.enumerated() {
      for member in family.members {
        members[member] = Member(family: place, share: family.share)
        guard family.share < 1 else { continue }
        members[member].own = streams.count
        streams.append(names[member])
      }
    }
    (self.streams, self.sums, self.members) = (streams, sums, members)
  }

  /// Correlations that no numbers can have.
  struct Contradiction: Error { let place: Int }

  /// The streams in a replication, in their order.
  func streams(seed: UInt64, replication: UInt32) -> [RandomStream] {
    streams.map { RandomStream(seed: seed, replication: replication, $0) }
  }

  /// The numbers at an address, in the order in which the names were given.
  ///
  /// - Parameter streams: Those of a replication.
  /// - Complexity: A draw for each name and family, a product for each pair of families joined.
  func values(_ streams: [RandomStream], draw: UInt64) -> [Double] {
    let drawn = streams.map { gsl_cdf_ugaussian_Pinv($0.uniform(draw: draw)) }
    let common = sums.map { sum in
      zip(sum.places, sum.weights).reduce(0.0) { $0 + drawn[$1.0] * $1.1 }
    }
    return members.map { member in
      guard member.own >= 0 else { return common[member.family] }
      return member.share.squareRoot() * common[member.family]
        + (1 - member.share).squareRoot() * drawn[member.own]
    }
  }
}

extension CorrelatedNormals {
  /// The families among names: of one kind and first name. Members that have nothing in common
  /// stand alone.
  ///
  /// - Returns: `nil` where a family has not one correlation of at least 0 among its members, or
  ///   not one with each other family.
  private static func families(of names: [StreamName], _ correlation: [[Double]]) -> [Family]? {
    let groups = Dictionary(grouping: names.indices) {
      StreamName("", Array(names[$0].parts.prefix(2)))
    }
    let named = groups.sorted { $0.key < $1.key }
    var familyOf = [Int](repeating: 0, count: names.count)
    for (place, group) in named.enumerated() { for name in group.value { familyOf[name] = place } }
    let firsts = named.map { $0.value[0] }
    let shares = named.map { $0.value.count == 1 ? 1 : correlation[$0.value[0]][$0.value[1]] }
    for (one, row) in correlation.enumerated() {
      let family = familyOf[one]
      for (other, value) in row.enumerated() where other != one {
        let second = familyOf[other]
        let isOne =
          family == second
          ? value == shares[family] && value >= 0
          : value == correlation[firsts[family]][firsts[second]]
            && (value == 0 || shares[family] > 0 && shares[second] > 0)
        guard isOne else { return nil }
      }
    }
    return zip(named, shares).flatMap { group, share in
      let members = group.value
      guard members.count > 1, share > 0 else {
        return members.map {
          Family(name: names[$0], stream: names[$0], members: [$0], share: 1)
        }
      }
      let name = StreamName(names[members[0]].parts[0], names[members[0]].parts[1])
      let stream = StreamName(name.parts[0] + " of all", name.parts[1])
      return [Family(name: name, stream: stream, members: members, share: share)]
    }
  }

  /// The Cholesky factor of the families' correlations, row by row (Banachiewicz): a row is made of
  /// those before it alone, and a pair without a correlation takes exact zeros, so that another
  /// family changes no bit of it. (GSL's factor works in blocks that depend on the size of the
  /// whole.) A family may follow from those before it; a name that stands alone may not.
  private static func factor(of families: [Family], _ correlation: [[Double]])
    throws(Contradiction) -> [Sum]
  {
    func between(_ one: Int, _ other: Int) -> Double {
      let (one, other) = (families[one], families[other])
      return correlation[one.members[0]][other.members[0]] / (one.share * other.share).squareRoot()
    }
    var sums = [Sum](repeating: Sum(), count: families.count)
    for joined in groups(families, correlation) {
      for (row, place) in joined.enumerated() {
        var weights: [Double] = []
        for (column, before) in joined[..<row].enumerated() {
          let known = sums[before].weights
          var rest = between(place, before)
          for earlier in 0..<column { rest -= weights[earlier] * known[earlier] }
          if known[column] == 0, abs(rest) > 1e-9 {
            throw Contradiction(place: families[place].members[0])
          }
          weights.append(known[column] == 0 ? 0 : rest / known[column])
        }
        let rest = weights.reduce(1) { $0 - $1 * $1 }
        let mayFollow = families[place].share < 1 && rest > -1e-12
        guard rest > (mayFollow ? -1 : 0) else {
          throw Contradiction(place: families[place].members[0])
        }
        weights.append(mayFollow && rest < 1e-12 ? 0 : rest.squareRoot())
        sums[place] = Sum(places: Array(joined[...row]), weights: weights)
      }
    }
    return sums
  }

  /// The families that chains of correlations join, each group in the order of the names.
  private static func groups(_ families: [Family], _ correlation: [[Double]]) -> [[Int]] {
    let order = families.indices.sorted { families[$0].name < families[$1].name }
    var groupOf = [Int](repeating: -1, count: order.count)
    var count = 0
    for first in order where groupOf[first] < 0 {
      groupOf[first] = count
      var open = [first]
      while let place = open.popLast() {
        let row = correlation[families[place].members[0]]
        for other in order where groupOf[other] < 0 && row[families[other].members[0]] != 0 {
          groupOf[other] = count
          open.append(other)
        }
      }
      count += 1
    }
    var groups = [[Int]](repeating: [], count: count)
    for place in order { groups[groupOf[place]].append(place) }
    return groups
  }
}
