import Bookkeeping
import Calendars
import Liquidity
package import Outcomes
package import Scenarios
package import Settlement
import Vocabulary

/// The runs of a sizing: flows recorded without any shortage, then proposals on payments that
/// sizing has not seen.
package struct SizingRuns {
  package let world: World
  package let concurrency: Int
  /// How many replications pick the shape, from the first; how many set the scale, after them; and
  /// so many again, after those, try the answer.
  package let recorded: Int
  package let fresh: Int

  /// The runs of a compiled scenario, `concurrency` at once.
  package init(world: World, concurrency: Int, recorded: Int, fresh: Int) {
    (self.world, self.concurrency) = (world, concurrency)
    (self.recorded, self.fresh) = (recorded, fresh)
  }

  /// What replications are for.
  package enum Purpose { case shape, scale, trial }

  private func replications(for purpose: Purpose) -> Range<Int> {
    switch purpose {
    case .shape: 0..<recorded
    case .scale: recorded..<recorded + fresh
    case .trial: recorded + fresh..<recorded + 2 * fresh
    }
  }

  /// Records the flows of a model in a set of replications, with what its treasury does where it
  /// orders up to what each pool holds.
  package func study(_ model: ModelID, _ terms: SizingTerms, for purpose: Purpose, progress: (Int) -> Void)
    async throws -> SizingStudy
  {
    let recording = FlowRecording(bucket: terms.bucket, hasTreasury: true)
    let ordering = try World.compiled(world.scenario.orderingUp(model), world.terms)
    let empty: SizingStudy
    do { empty = try SizingStudy(terms) } catch { throw Failure.badInput("\(error)") }
    var study = empty
    let (all, lanes) = (replications(for: purpose), FlowBlock.laneCount)
    try await InOrder.run(
      (all.count + lanes - 1) / lanes, concurrency: concurrency,
      work: { block in
        let first = all.lowerBound + block * lanes
        let records = try (first..<min(all.upperBound, first + lanes)).map { replication in
          try ordering.withinBudget { world throws(TooManyEvents) in
            try world.replicate(model, replication: UInt32(replication), flows: recording)
          }
        }
        return (block: empty.block(of: records), count: records.count)
      },
      take: { _, recorded in
        study.add(recorded.block)
        progress(recorded.count)
        return true
      })
    return study
  }

  /// How many fresh replications are simulated at least, to hold what their flows say against it.
  package var checked: Int { min(fresh, max(20, fresh / 10)) }

  /// Whether nothing waits under a proposal, in each fresh replication: [currency][replication].
  ///
  /// - Parameter predicted: The same as the recorded flows say. It stands where the first
  ///   replications, simulated, all end so; at the first that does not, all are simulated.
  /// - Returns: With the verdicts whether all were simulated.
  package func realised(_ proposal: Proposal, predicted: [[Bool]]?, progress: (Int) -> Void) async throws
    -> (verdicts: [[Bool]], isSimulated: Bool)
  {
    let trial = try World.compiled(world.scenario.holding(proposal), world.terms)
    let first = try await verdicts(proposal.model, trial, 0..<checked, progress)
    if let predicted, zip(first, predicted).allSatisfy({ $0.elementsEqual($1.prefix(checked)) }) {
      return (predicted, false)
    }
    let rest = try await verdicts(proposal.model, trial, checked..<fresh, progress)
    return (zip(first, rest).map { $0 + $1 }, true)
  }

  private func verdicts(
    _ model: ModelID, _ trial: World, _ places: Range<Int>, _ progress: (Int) -> Void
  ) async throws -> [[Bool]] {
    let start = replications(for: .trial).lowerBound + places.lowerBound
    let currencies = trial.currencies
    var verdicts = [[Bool]](repeating: [], count: currencies.count)
    try await InOrder.run(
      places.count, concurrency: concurrency,
      work: { number in
        let record = try trial.withinBudget { trial throws(TooManyEvents) in
          try trial.replicate(model, replication: UInt32(start + number))
        }
        return currencies.map { currency in
          zip(trial.corridors, record.lanes).allSatisfy { route, fact in
            route.currency != currency || fact.microseconds[.liquidity] == 0
          }
        }
      },
      take: { _, kept in
        for currency in kept.indices { verdicts[currency].append(kept[currency]) }
        progress(1)
        return true
      })
    return verdicts
  }
}

extension Scenario {
  /// The scenario in which a model's treasury orders up to what each pool opens with, whatever that
  /// is: opening, floor and target are all nothing, and it goes by no estimate.
  fileprivate func orderingUp(_ model: ModelID) -> Scenario {
    var scenario = self
    for place in scenario.pools.indices {
      let nothing = Money.zero(scenario.pools[place].currency)
      scenario.pools[place].openingBalance = nothing
      scenario.pools[place].target = nothing
      scenario.pools[place].floor = nothing
    }
    scenario.models[model.place].rebalancing?.forgetEstimate()
    return scenario
  }

  /// The scenario with the pools of a proposal.
  ///
  /// A pool is topped up to what the proposal opens it with: at once below it with `policy`, below
  /// the same share of it as in the file where the treasury of the file acts.
  fileprivate func holding(_ proposal: Proposal) -> Scenario {
    var scenario = self
    for place in scenario.pools.indices {
      let pool = scenario.pools[place]
      let opening = Money(minorUnits: proposal.opening[place], pool.currency)
      scenario.pools[place].openingBalance = opening
      scenario.pools[place].target = opening
      scenario.pools[place].floor = opening
      guard proposal.arrangement == nil, pool.target.minorUnits > 0 else { continue }
      let share = Double(pool.floor.minorUnits) / Double(pool.target.minorUnits)
      let floor = Int64((Double(opening.minorUnits) * share).rounded(.down))
      scenario.pools[place].floor = Money(minorUnits: min(floor, opening.minorUnits), pool.currency)
    }
    switch proposal.arrangement {
    case .none?, .bound?: scenario.models[proposal.model.place].rebalancing = nil
    case .policy?: scenario.models[proposal.model.place].rebalancing?.forgetEstimate()
    case .token?, nil: break
    }
    return scenario
  }
}

extension Rebalancing {
  /// Goes by floors and targets where it went by an estimate.
  fileprivate mutating func forgetEstimate() {
    guard case .windows(var terms) = self else { return }
    terms.estimate = nil
    self = .windows(terms)
  }
}
