import Chance
import Vocabulary

/// Flows of which each payment draws its ends, and shares of unequal members.
extension ScenarioReader {
  /// What a flow does with lists at its ends: *each* pair of them is a flow, or the *total* is
  /// shared among them.
  enum SpreadWord: String, CaseIterable {
    case each, total
  }

  /// The keys that say how unequal the members of a list are.
  ///
  /// With weights 1 / nˢ (Zipf) the exponent s is given, or found by bisection from the share of
  /// the first ten; 0 makes all equal (assumed). Either key comes with `spread: total` only.
  static let concentrationFields = [
    Field(
      "concentration", .factor, .means("0"),
      "How unequal the members are: the n-th in line weighs 1/n to this power."),
    Field(
      "top-ten-share", .share, .leaves("concentration says it"),
      "How unequal the members are: the share of the first ten of them."),
  ]

  /// How many pairs of ends the spread flows of a scenario may have.
  ///
  /// Each is a corridor of the world; assumed.
  static let mostPairs = 250_000

  /// The exponent of a list of so many members.
  ///
  ///     flows.share.top-ten-share: found '50%', expected below 100% and at least the share of …
  ///
  /// - Parameter members: How many there are; of payers and payees the longer list.
  /// - Returns: `nil` where the exponent is refused (0 to 10), both keys are given, or no exponent
  ///   gives the share.
  func concentration(_ section: Section, members: Int) -> Double? {
    guard let written = section["top-ten-share"] else {
      return section.read("concentration") { ScenarioReader.factor($0, atMost: 10) }
    }
    if section.has("concentration") {
      problems.add(written, "given beside concentration, expected one of them")
      return nil
    }
    guard let share = section.read("top-ten-share", ScenarioReader.share) else { return nil }
    guard let found = ZipfWeights.exponent(whoseFirst: 10, of: members, have: share) else {
      problems.add(
        written,
        "found \(written.found), expected below 100% and at least the share of ten equal ones of "
          + "\(members)")
      return nil
    }
    return found
  }

  /// The ends of a flow whose payments each draw theirs; reports what stands against it.
  ///
  /// A payee that is the only one cannot also pay among others: whenever it paid there would be
  /// nobody to pay.
  ///
  ///     flows.one.spread: the one payee also pays, expected another payee for it
  mutating func spreadEnds(_ section: Section, _ from: [Party], _ to: [Party]) -> FlowEnds? {
    guard let exponent = concentration(section, members: max(from.count, to.count)) else {
      return nil
    }
    let pairs = pairCount(from, to)
    spreadPairs += pairs
    let written = section["spread"] ?? section.value
    if pairs == 0 {
      problems.add(written, "from and to are the same, expected two ends")
      return nil
    }
    guard Set(from).count == 1 || Set(to).isDisjoint(with: from) || to.count > 1 else {
      problems.add(written, "the one payee also pays, expected another payee for it")
      return nil
    }
    guard spreadPairs <= ScenarioReader.mostPairs else {
      problems.add(written, "more than \(ScenarioReader.mostPairs) pairs of ends in all")
      return nil
    }
    return FlowEnds(payers: from, payees: to, concentration: exponent)
  }

  /// Notes what the payments of a spread flow need.
  mutating func use(_ ends: FlowEnds, _ corridor: Corridor, at place: Problem) {
    spreads.append((ends, corridor, place))
  }
}
