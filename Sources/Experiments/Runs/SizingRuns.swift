import Bookkeeping
import Calendars
import Liquidity
import Outcomes
import Scenarios
import Settlement
import Vocabulary

/// The runs of a sizing: flows recorded without any shortage, then proposals on payments that
/// sizing has not seen.
///
/// The three sets of replications have nothing in common, so that an answer is never tried on what chose it.
/// Flows are recorded in worlds whose pools open with nothing and may go below it: what is then missing is
/// what had to be there.
struct SizingRuns {
  let world: World
  let threads: Int
  /// How many replications pick the shape, from the first, `recorded`; how many set the scale, after
  /// them, `fresh`; and so many again, after those, try the answer.
  let plan: SizingPlan

  /// What replications are for.
  enum Purpose { case shape, scale, trial }

  /// From 0; the sets follow one another without a gap.
  private func replications(for purpose: Purpose) -> Range<Int> {
    switch purpose {
    case .shape: 0..<plan.recorded
    case .scale: plan.recorded..<plan.recorded + plan.fresh
    case .trial: plan.recorded + plan.fresh..<plan.recorded + 2 * plan.fresh
    }
  }

  /// Records the flows of a model in a set of replications, with what its treasury does where it
  /// orders up to what each pool holds.
  ///
  /// - Parameters:
  ///   - terms: Levels and windows of the model, and the length of a bucket.
  ///   - listener: Told of replications, a block at a time.
  /// - Throws: `.badInput` where the terms are no problem that can be sized, or a replication takes more
  ///   events than it may.
  /// - Complexity: O(n) in the replications; memory holds a few blocks of flows, not all.
  func study(_ model: ModelID, _ terms: SizingTerms, for purpose: Purpose, listener: Listener)
    async throws(Failure) -> SizingStudy
  {
    let recording = FlowRecording(bucket: terms.bucket, hasTreasury: true)
    let ordering = try World.compiled(world.scenario.orderingUp(model), world.terms)
    let empty: SizingStudy
    do { empty = try SizingStudy(terms) } catch { throw Failure.badInput("\(error)") }
    var study = empty
    let (all, lanes) = (replications(for: purpose), FlowBlock.laneCount)
    try await InOrder.run(
      (all.count + lanes - 1) / lanes, threads: threads,
      work: { block throws(Failure) in
        let first = all.lowerBound + block * lanes
        let block = first..<min(all.upperBound, first + lanes)
        let records = try block.map { replication throws(Failure) in
          try ordering.withinBudget { world throws(TooManyEvents) in
            try world.replicate(model, replication: UInt32(replication), flows: recording)
          }
        }
        return (block: empty.block(of: records), count: records.count)
      },
      take: { _, recorded throws(Failure) in
        study.add(recorded.block)
        listener.advanced(recorded.count)
        return true
      })
    return study
  }

  /// Whether nothing waits under a proposal, in each fresh replication: [currency][replication].
  ///
  /// - Parameter predicted: The same as the recorded flows say. It stands where the first
  ///   replications, simulated, all end so; at the first that does not, all are simulated.
  /// - Returns: With the verdicts whether all were simulated.
  func realised(_ proposal: Proposal, predicted: [[Bool]]?, listener: Listener)
    async throws(Failure)
    -> (verdicts: [[Bool]], isSimulated: Bool)
  {
    let trial = try World.compiled(world.scenario.holding(proposal), world.terms)
    let first = try await verdicts(proposal.model, trial, 0..<plan.checked, listener)
    if let predicted,
      zip(first, predicted).allSatisfy({ $0.elementsEqual($1.prefix(plan.checked)) })
    {
      return (predicted, false)
    }
    let rest = try await verdicts(proposal.model, trial, plan.checked..<plan.fresh, listener)
    return (zip(first, rest).map { $0 + $1 }, true)
  }

  /// Simulates a proposal and says in which replications no payment waited for money, by currency.
  ///
  /// - Parameter places: Which of the replications for trials, from 0.
  private func verdicts(
    _ model: ModelID, _ trial: World, _ places: Range<Int>, _ listener: Listener
  ) async throws(Failure) -> [[Bool]] {
    let start = replications(for: .trial).lowerBound + places.lowerBound
    let currencies = trial.currencies
    var verdicts = [[Bool]](repeating: [], count: currencies.count)
    try await InOrder.run(
      places.count, threads: threads,
      work: { number throws(Failure) in
        let record = try trial.withinBudget { trial throws(TooManyEvents) in
          try trial.replicate(model, replication: UInt32(start + number))
        }
        return currencies.map { currency in
          zip(trial.corridors, record.corridors).allSatisfy { corridor, fact in
            corridor.currency != currency || fact.microseconds[.liquidity] == 0
          }
        }
      },
      take: { _, kept throws(Failure) in
        for currency in kept.indices { verdicts[currency].append(kept[currency]) }
        listener.advanced(1)
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
  ///
  /// - Returns: With its policy where it has one, and without any treasury where the proposal is one that does
  ///   without.
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
