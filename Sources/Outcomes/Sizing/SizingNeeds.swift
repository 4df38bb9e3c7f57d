import Liquidity

/// What the pools of one model needed of cash in the replications of a set: what is left when their
/// credit lines are drawn. Made once of a study, asked often.
struct SizingNeeds: Sendable {
  /// What is asked.
  let terms: SizingTerms
  /// How many replications there were.
  let count: Int
  /// Whether they are all the same, so that together they are one observation.
  let isOneObservation: Bool
  /// By currency and pool, then by replication: without rebalancing, and with the treasury.
  private let alone, withTreasury: [[[Int64]]]
  /// By currency, then by replication: all pools as one, and with transfers that know the future.
  private let pooled, bound: [[Int64]]

  /// What a study has seen.
  ///
  /// - Complexity: O(pools · replications).
  init(_ study: SizingStudy) {
    (terms, count, isOneObservation) = (study.terms, study.count, study.isOneObservation)
    let (lines, recorded) = (study.terms.lines, study.recorded)
    func cash(_ losses: [[Int64]], _ lines: [Int64]) -> [[Int64]] {
      zip(losses, lines).map { own, line in own.map { max(0, $0 - line) } }
    }
    alone = zip(recorded, lines).map { cash($0.flows.alone, $1) }
    withTreasury = zip(recorded, lines).map { cash($0.losses, $1) }
    func together(_ needs: [Int64], _ lines: [Int64]) -> [Int64] {
      let line = lines.reduce(0, +)
      return needs.map { max(0, $0 - line) }
    }
    pooled = zip(recorded, lines).map { together($0.flows.token, $1) }
    bound = recorded.indices.map { currency in
      let flows = recorded[currency].flows
      return together(
        study.terms.hasWindows[currency] ? flows.windowed : flows.token, lines[currency])
    }
  }

  /// What the pools of a currency need under an arrangement that can be followed.
  ///
  /// - Parameter unitCosts: What it costs to hold a minor unit in each pool.
  /// - Precondition: The arrangement is not the bound, which is no allocation.
  func group(_ arrangement: SizingArrangement, _ currency: Int, unitCosts: [Double])
    -> JointProblem.Group
  {
    switch arrangement {
    case .none: return .init(needs: alone[currency], total: nil, unitCosts: unitCosts)
    case .policy: return .init(needs: withTreasury[currency], total: nil, unitCosts: unitCosts)
    case .token:
      let nothing = [Int64](repeating: 0, count: count)
      return .init(
        needs: alone[currency].map { _ in nothing }, total: pooled[currency], unitCosts: unitCosts)
    case .bound: preconditionFailure("a bound is no allocation")
    }
  }

  /// What no treasury undercuts, in a currency, by replication.
  func bound(_ currency: Int) -> [Int64] { bound[currency] }

  /// In which replications nothing waits for money when the pools of a currency hold what they are
  /// given, under an arrangement that can be followed.
  func isKept(_ allocation: [Int64], _ arrangement: SizingArrangement, _ currency: Int) -> [Bool] {
    let group = group(arrangement, currency, unitCosts: allocation.map { _ in 0 })
    var isKept = [Bool](repeating: true, count: count)
    for replication in JointProblem([group], mayFail: 0).failures(of: [allocation]) {
      isKept[replication] = false
    }
    return isKept
  }
}
