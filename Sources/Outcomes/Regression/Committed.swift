/// What is committed of one scenario: fingerprints and figures, for any numbers of replications.
public struct Committed: Hashable, Sendable {
  /// The fingerprints of its models.
  public var fingerprints: [Fingerprint]
  /// Its figures.
  public var figures: [BaselineFigure]

  /// What is committed of a scenario.
  public init(fingerprints: [Fingerprint], figures: [BaselineFigure]) {
    (self.fingerprints, self.figures) = (fingerprints, figures)
  }

  /// How what came now stands to it.
  ///
  /// Only what was committed for the same number of replications is compared: the first ones are
  /// the same for any number, but not their digests and means.
  ///
  /// - Parameter platform: Where it came.
  /// - Complexity: O(n log n) in the figures.
  public func movement(to comparison: Comparison, platform: String) -> OutcomeMovement {
    let count = comparison.header.replications
    let kept = fingerprints.filter { $0.replications == count }
    let fresh = Fingerprint.all(of: comparison, scenario: "", platform: platform, because: "")
    let models = zip(fresh, comparison.models).map { now, model in
      OutcomeMovement.ModelMovement(
        name: model.name, title: model.title,
        state: kept.first { $0.model == now.model }.map { now.state(against: $0) } ?? .new)
    }
    let compared = figures.filter { $0.replications == count }
    return OutcomeMovement(
      scenario: comparison.header.name, replications: count, models: models,
      figures: compared.isEmpty ? [] : moved(compared, comparison),
      comparedFigures: compared.count,
      isFileChanged: kept.first.map {
        $0.scenarioDigest != "\(comparison.header.scenarioDigest)"
          || $0.seed != comparison.header.seed
      },
      committedCounts: Set(fingerprints.map(\.replications) + figures.map(\.replications)).sorted())
  }

  private func moved(_ before: [BaselineFigure], _ comparison: Comparison) -> [FigureMovement] {
    let titles = Dictionary(comparison.models.map { ($0.name, $0.title) }) { first, _ in first }
    let now = BaselineFigure.all(of: comparison)
    let places = Dictionary(now.map { ($0.row.name, $0.row) }) { first, _ in first }
    func movement(_ row: OutcomeRow, _ before: Estimate?, _ after: Estimate?) -> FigureMovement {
      FigureMovement(
        model: row.model, title: titles[row.model] ?? row.model, metric: row.metric,
        scope: row.scope, unit: row.unit, before: before, after: after)
    }
    let changed = before.compactMap { figure -> FigureMovement? in
      guard let after = places[figure.row.name], after.unit == figure.row.unit else {
        return movement(figure.row, figure.row.estimate, nil)
      }
      return figure.isSame(as: after)
        ? nil : movement(after, figure.row.estimate, after.estimate)
    }
    let known = Set(before.map(\.row.name))
    let added = now.filter { !known.contains($0.row.name) }
      .map { movement($0.row, nil, $0.row.estimate) }
    return FigureMovement.byWeight(changed + added)
  }
}

extension Fingerprint {
  /// How it stands to the committed one of the same model and number of replications.
  fileprivate func state(against kept: Fingerprint) -> OutcomeMovement.State {
    if outcomes == kept.outcomes, books == kept.books, events == kept.events { return .same }
    if platform != kept.platform { return .madeOn(kept.platform) }
    if outcomes != kept.outcomes { return .outcomes }
    return books == kept.books ? .order : .books
  }
}

extension BaselineFigure {
  /// Whether the mean of a fresh figure is the committed one, within the tolerance of its unit; of
  /// one that is later than the horizon, whether it is so as often and its bound is the same.
  func isSame(as fresh: OutcomeRow) -> Bool {
    func admits(_ before: Double?, _ after: Double?) -> Bool {
      guard let before, let after else { return before == nil && after == nil }
      return Tolerance.admits(before, after, unit: row.unit, replications: replications)
    }
    return row.estimate.censored == fresh.estimate.censored
      && admits(row.estimate.mean, fresh.estimate.mean)
      && admits(row.estimate.atLeast, fresh.estimate.atLeast)
  }
}

extension FigureMovement {
  /// The most telling first: over all payments before by currency before by pool, then by weight;
  /// equal ones in the order in which they came.
  static func byWeight(_ figures: [FigureMovement]) -> [FigureMovement] {
    func rank(_ scope: String) -> Int {
      scope == "all" ? 0 : scope.hasPrefix("currency ") ? 1 : 2
    }
    return figures.enumerated().sorted { left, right in
      let ranks = (rank(left.element.scope), rank(right.element.scope))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let weights = (left.element.weight, right.element.weight)
      return weights.0 == weights.1 ? left.offset < right.offset : weights.0 > weights.1
    }.map(\.element)
  }
}
