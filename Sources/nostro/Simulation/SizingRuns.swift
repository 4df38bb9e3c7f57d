import Bookkeeping
import Calendars
import Liquidity
import Outcomes
import Scenarios
import Settlement
import Vocabulary

/// The runs of a sizing: flows recorded without any shortage, then proposals on fresh payments.
struct SizingRuns {
  let world: World
  let concurrency: Int
  /// How many replications are recorded; the fresh ones follow them.
  let recorded: Int
  let fresh: Int

  /// Records the flows of a model and streams them through SIZE.
  func study(_ model: ModelID, _ terms: SizingTerms, progress: (Int) -> Void) async throws
    -> SizingStudy
  {
    let empty: SizingStudy
    do { empty = try SizingStudy(terms) } catch { throw Failure.badInput("\(error)") }
    var study = empty
    let lanes = FlowBlock.laneCount
    try await InOrder.run(
      (recorded + lanes - 1) / lanes, concurrency: concurrency,
      work: { block in
        let records = try replications(of: block).map { replication in
          try world.withinBudget { world throws(TooManyEvents) in
            try world.replicate(
              model, replication: UInt32(replication), flowBucket: terms.bucket)
          }
        }
        return (blocks: empty.blocks(of: records), digests: records.map(\.digests))
      },
      take: { block, recorded in
        study.add(recorded.blocks, replications: replications(of: block).count)
        for digests in recorded.digests { study.likeness.add(digests) }
        progress(replications(of: block).count)
        return true
      })
    return study
  }

  private func replications(of block: Int) -> Range<Int> {
    block * FlowBlock.laneCount..<min(recorded, (block + 1) * FlowBlock.laneCount)
  }

  /// Runs a proposal on fresh replications.
  ///
  /// - Returns: For each currency, how often no payment waited for money.
  func realised(_ proposal: Proposal, _ terms: SizingTerms, progress: (Int) -> Void) async throws
    -> [SuccessShare]
  {
    let trial = try World.compiled(world.scenario.holding(proposal), world.terms)
    let currencies = trial.currencies
    var successes = [Int](repeating: 0, count: terms.pools.count)
    try await InOrder.run(
      fresh, concurrency: concurrency,
      work: { number in
        let record = try trial.withinBudget { trial throws(TooManyEvents) in
          try trial.replicate(proposal.model, replication: UInt32(recorded + number))
        }
        return currencies.map { currency in
          zip(trial.corridors, record.lanes).allSatisfy { route, fact in
            route.currency != currency || fact.microseconds[.liquidity] == 0
          }
        }
      },
      take: { _, successful in
        for currency in successes.indices where successful[currency] { successes[currency] += 1 }
        progress(1)
        return true
      })
    return successes.map { SuccessShare(successes: $0, count: fresh) }
  }
}

extension Scenario {
  /// The scenario with the pools of a proposal, without credit lines, and without rebalancing
  /// where the proposal has none.
  ///
  /// A pool is topped up below the same share of its target as in the scenario.
  fileprivate func holding(_ proposal: Proposal) -> Scenario {
    var scenario = self
    for place in scenario.pools.indices {
      let pool = scenario.pools[place]
      let opening = Money(minorUnits: proposal.opening[place], pool.currency)
      let share =
        pool.target.minorUnits > 0
        ? Double(pool.floor.minorUnits) / Double(pool.target.minorUnits) : 0
      let floor = Int64((Double(opening.minorUnits) * share).rounded(.down))
      scenario.pools[place].openingBalance = opening
      scenario.pools[place].target = opening
      scenario.pools[place].floor = Money(minorUnits: min(floor, opening.minorUnits), pool.currency)
      scenario.pools[place].creditLimit = .zero(pool.currency)
    }
    if proposal.arrangement == .none { scenario.models[proposal.model.place].rebalancing = nil }
    return scenario
  }
}
