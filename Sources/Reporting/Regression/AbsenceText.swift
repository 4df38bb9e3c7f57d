import Outcomes

/// What of a scenario is not compared with what is committed, and why, in the words of the desk.
enum AbsenceText {
  /// A sentence for each reason: the fingerprints that have it, then the figures.
  ///
  ///     fingerprints and figures are not compared: none is committed
  ///
  /// - Returns: None where all is compared. Models that have one reason share a sentence.
  static func sentences(_ movement: OutcomeMovement) -> [String] {
    var reasons: [(absence: Absence, models: [String])] = []
    for model in movement.models {
      guard let absence = model.state.absence else { continue }
      if let place = reasons.firstIndex(where: { $0.absence == absence }) {
        reasons[place].models.append(model.name)
      } else {
        reasons.append((absence, [model.name]))
      }
    }
    var sentences = reasons.map { absence, models in
      let isOfFigures = movement.figureAbsence == absence
      return fingerprints(of: models, movement) + (isOfFigures ? " and figures" : "")
        + " are not compared: " + reason(absence, movement)
    }
    if let absence = movement.figureAbsence, !reasons.contains(where: { $0.absence == absence }) {
      sentences.append("figures are not compared: " + reason(absence, movement))
    }
    if !movement.strayModels.isEmpty {
      sentences.append(
        "fingerprints of \(movement.strayModels.listed) are not compared: the scenario has no such "
          + "model")
    }
    return sentences.map(\.printable)
  }

  /// The same, and that the committed rows are of another file: all that `--strict` fails for.
  static func strictSentences(_ movement: OutcomeMovement) -> [String] {
    let isStale = movement.holds && movement.isFileChanged == true
    return sentences(movement) + (isStale ? [MovementText.staleFile] : [])
  }

  /// Why something is not compared.
  ///
  /// - Returns: The end of a sentence, without a full stop.
  static func reason(_ absence: Absence, _ movement: OutcomeMovement) -> String {
    switch absence {
    case .nothing: "none is committed"
    case .otherReplications(let counts):
      "committed for \(counts.map(String.init).listed) replications, not for "
        + "\(movement.replications)"
    case .otherPlatforms(let names): "made on \(names.listed), not on \(movement.platform)"
    case .otherSeed(let seed): "committed as of seed \(seed), this is seed \(movement.seed)"
    }
  }

  /// Named only where they are not all.
  private static func fingerprints(of models: [String], _ movement: OutcomeMovement) -> String {
    models.count == movement.models.count ? "fingerprints" : "fingerprints of \(models.listed)"
  }
}
