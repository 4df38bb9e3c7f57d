import Measures

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
  /// Only what was committed for the same number of replications is compared, fingerprints only
  /// where they were made on the same platform; of all else it is told why it is not.
  ///
  /// Figures are compared on every platform, within `Tolerance`; a fingerprint has none.
  ///
  /// - Parameter platform: Where it came.
  /// - Complexity: O(n log n) in the figures.
  public func movement(to comparison: Comparison, platform: String) -> OutcomeMovement {
    let (header, count) = (comparison.header, comparison.header.replications)
    let fresh = Fingerprint.all(of: comparison, scenario: "", platform: platform, because: "")
    let kept = fresh.map { now in fingerprints.first { $0.isOfTheSame(as: now) } }
    var known = Set(fresh.map(\.model))
    let strays = fingerprints.map(\.model).filter { known.insert($0).inserted }
    let compared = figures.filter { $0.replications == count }
    let hasChanged = kept.compactMap { $0.map { $0.scenarioDigest != "\(header.scenarioDigest)" } }
    return OutcomeMovement(
      scenario: header.name, replications: count, seed: header.seed, platform: platform,
      models: zip(zip(fresh, kept), comparison.models).map { pair, model in
        OutcomeMovement.ModelMovement(
          name: model.name, title: model.title,
          state: pair.1.map { pair.0.state(against: $0) } ?? .notCompared(absence(of: pair.0)),
          committedSeed: pair.1?.seed)
      },
      figures: compared.isEmpty ? [] : moved(compared, comparison),
      comparedFigures: compared.count,
      figureAbsence: compared.isEmpty ? .ofCounts(figures.map(\.replications)) : nil,
      isFileChanged: hasChanged.isEmpty ? nil : hasChanged.contains(true), strayModels: strays)
  }

  /// Why nothing committed can be held against a fingerprint.
  private func absence(of now: Fingerprint) -> Absence {
    let rows = fingerprints.filter { $0.model == now.model }
    let elsewhere = rows.filter { $0.replications == now.replications }
    guard elsewhere.isEmpty else { return .otherPlatforms(elsewhere.map(\.platform)) }
    return .ofCounts(rows.map(\.replications))
  }

  /// The figures that moved beyond their tolerance, with those that came or went, the most telling
  /// first.
  ///
  /// - Parameter before: What is committed for the same number of replications.
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
  /// Whether another is of the same model, number of replications and platform: what a table has
  /// once.
  func isOfTheSame(as other: Fingerprint) -> Bool {
    model == other.model && replications == other.replications && platform == other.platform
  }

  /// How it stands to the committed one of the same model, number of replications and platform.
  fileprivate func state(against kept: Fingerprint) -> OutcomeMovement.State {
    if outcomes != kept.outcomes { return .outcomes }
    if books != kept.books { return .books }
    if events != kept.events { return .order }
    return seed == kept.seed ? .same : .notCompared(.otherSeed(kept.seed))
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
    func rank(_ scope: Scope) -> Int { scope == .all ? 0 : scope.kind == .currency ? 1 : 2 }
    return figures.enumerated().sorted { left, right in
      let ranks = (rank(left.element.scope), rank(right.element.scope))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let weights = (left.element.weight, right.element.weight)
      return weights.0 == weights.1 ? left.offset < right.offset : weights.0 > weights.1
    }.map(\.element)
  }
}
