import Outcomes
public import Scenarios
import Settlement
import Vocabulary

extension SizingRuns {
  /// Sizes the pools under each model and tries each answer.
  ///
  /// One set of replications picks the shape, a second scales it, a third that neither knew tries it.
  ///
  /// - Parameter listener: Told of replications that are done.
  /// - Throws: `.badInput` where the plan does not go with the scenario, or a replication takes more
  ///   events than it may.
  func sizing(listener: Listener) async throws(Failure) -> Sizing {
    var sizing = Sizing(
      recorded: plan.recorded, fresh: plan.fresh, bucket: plan.bucket,
      length: world.scenario.experiment.horizon - world.scenario.experiment.from)
    sizing.closed = world.closedCurrencies
    sizing.hasCreditLines = world.scenario.pools.contains { $0.creditLimit.minorUnits > 0 }
    for model in world.scenario.models.indices.map(ModelID.init) {
      try await size(model, &sizing, listener)
    }
    return sizing
  }

  /// Sizes the pools under one model and adds to the sizing what it needs, and how the answer did.
  ///
  /// The trials of the recorded flows stand where the first of them, simulated, end as these say: a tenth of
  /// the simulations is then enough.
  private func size(
    _ model: ModelID, _ sizing: inout Sizing, _ listener: Listener
  ) async throws(Failure) {
    let terms = try terms(of: model)
    let shape = try await study(model, terms, for: .shape, listener: listener)
    let scale = try await study(model, terms, for: .scale, listener: listener)
    let trial = try await study(model, terms, for: .trial, listener: listener)
    let answer = SizingAnswer(shape: shape, scale: scale, of: model, in: world.scenario)
    var realised: [(Proposal, [[Bool]])] = []
    var isSimulated = false
    for proposal in answer.proposals {
      let predicted = answer.verdicts(proposal, in: trial)
      let outcome = try await self.realised(proposal, predicted: predicted, listener: listener)
      realised.append((proposal, outcome.verdicts))
      isSimulated = isSimulated || outcome.isSimulated
    }
    if isSimulated { sizing.simulated.append(world.scenario.models[model.place].name) }
    answer.write(to: &sizing, realised: realised)
    guard let given = plan.given?[model.place] else { return }
    let proposal = answer.proposal(holding: given)
    let outcome = try await self.realised(proposal, predicted: nil, listener: listener)
    answer.write(to: &sizing, given: proposal, realised: outcome.verdicts)
  }

  /// The terms of a model, with the windows of its treasury.
  private func terms(of model: ModelID) throws(Failure) -> SizingTerms {
    var (windows, lag): ([(at: Instant, pools: [PoolID])], TimeSpan) = ([], .zero)
    if case .windows(let terms) = world.scenario.models[model.place].rebalancing {
      (windows, lag) = (world.rebalancingWindows(of: model), terms.lag)
    }
    do {
      return try SizingTerms(
        world.scenario, bucket: plan.bucket, levels: plan.levels, windows: windows, lag: lag)
    } catch { throw Failure.badInput("\(world.scenario.name): \(error)") }
  }
}

extension SizingPlan {
  /// How many replications all runs of a sizing take together, where the trials end as the recorded
  /// flows say.
  public func replications(of scenario: Scenario) -> Int {
    scenario.models.reduce(0) { sum, model in
      let trials = levels.count * model.sizingArrangements.count
      return sum + recorded + 2 * fresh + trials * checked + (given == nil ? 0 : fresh)
    }
  }

  /// How many fresh replications are simulated at least, to hold what their flows say against it: a
  /// tenth, 20 at least (assumed).
  var checked: Int { min(fresh, max(20, fresh / 10)) }
}

extension World {
  /// The currencies in which no payment leaves the bank's pools but for charges: each goes from a
  /// branch to a branch and is credited as it was sent.
  fileprivate var closedCurrencies: [Currency] {
    currencies.filter { currency in
      corridors.allSatisfy { corridor in
        corridor.currency != currency
          || (corridor.from != .outside && corridor.to != .outside
            && corridor.creditedIn == currency)
      }
    }
  }
}
