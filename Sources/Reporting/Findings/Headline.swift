import Measures
import Outcomes

/// The answer of a run in sentences, computed from its rows alone.
///
/// Every sentence follows the verdict of the paired difference: which model is faster is read from
/// the figures, and a difference that chance could have made is called one. A time that is later
/// than the horizon in some replications is told as that, with the median over all of them.
///
/// The terminal prints them first; the page has the two sentences of `Answer` instead, which
/// chooses among later models.
struct Headline {
  /// Sentences on the speed and then on the money of every later model; for one model its own.
  let sentences: [String]

  /// Reads the sentences from the rows.
  ///
  /// - Complexity: O(models), each a lookup.
  init(_ findings: Findings) {
    if let only = findings.models.first, findings.models.count == 1 {
      sentences = [Headline.alone(only, findings)]
    } else {
      sentences = findings.laterModels.flatMap { later in
        [Headline.speed(later, findings), Headline.cost(later, findings)].compactMap { $0 }
      }
    }
  }

  /// What one model does, with nothing beside it.
  ///
  /// Always a sentence: what cannot be given is told as that.
  private static func alone(_ model: ModelHeader, _ findings: Findings) -> String {
    let name = model.readable
    guard let half = findings.row(model.name, .medianTime) else {
      return "\(name): no median time to credit can be given."
    }
    let start =
      half.estimate.mean == nil
      ? "\(name): the median time to credit \(findings.beyondText(half))"
      : "\(name): half of the payments are credited within \(withInterval(half))"
    guard let most = findings.row(model.name, .time95) else {
      return start + "; no 95th percentile can be given."
    }
    guard most.estimate.mean != nil else {
      return start + "; the 95th percentile \(findings.beyondText(most))."
    }
    return start + ", and 95 % within \(withInterval(most))."
  }

  /// `18 s (95 % interval 17 s to 19 s)`; the mean alone where there is no interval.
  private static func withInterval(_ row: OutcomeRow) -> String {
    guard let interval = row.estimate.interval else { return row.meanText }
    let bounds = Quantity.bounds(interval.lowerBound, interval.upperBound, row.unit)
    return row.meanText + " (95 % interval \(bounds))"
  }
}

/// A verdict is that of the paired interval, at 95 %; of one replication there is none, and the
/// words say so.
extension Headline {
  /// How fast a later model is beside the first, at the median and at the 95th percentile.
  ///
  /// Where median and tail agree in direction one verdict is given for both; where they do not,
  /// each is told for itself and nothing is called faster.
  private static func speed(_ later: ModelHeader, _ findings: Findings) -> String {
    let name = later.readable
    let other = findings.models.first?.readable ?? ""
    let median = findings.contrast(later, .medianTime)
    let tail = findings.contrast(later, .time95)
    if let median, let tail, median.verdict == tail.verdict {
      let parts = "\(phrase(median, "the median")); \(phrase(tail, "the 95th percentile"))"
      switch median.verdict {
      case .lower:
        return
          "With \(name), payments are credited faster than with \(other): \(parts)."
      case .higher:
        return
          "With \(name), payments are credited more slowly than with \(other): \(parts)."
      case .undecided:
        return "\(name) and \(other) cannot be told apart by speed: \(parts)."
      case .single:
        return "\(name) beside \(other), without an interval, which takes "
          + DesignText(findings.comparison).need + ": \(parts)."
      }
    }
    let figures: [(Contrast?, String, Metric)] = [
      (median, "the median", .medianTime), (tail, "the 95th percentile", .time95),
    ]
    let parts = figures.map { contrast, place, metric in
      contrast.map { phrase($0, place) } ?? apart(later, place, metric, findings)
    }
    return "\(name) beside \(other): \(parts.joined(separator: "; "))."
  }

  /// A time of two models that cannot be compared, since one lies beyond the horizon or is missing:
  /// `the 95th percentile lies beyond the horizon in 61 of 200 replications (…) against 2 h`.
  private static func apart(
    _ later: ModelHeader, _ place: String, _ metric: Metric, _ findings: Findings
  ) -> String {
    let rows = [later.name, findings.models[0].name].map { findings.row($0, metric) }
    guard rows.contains(where: { $0 != nil }) else { return "\(place) is given by no model" }
    let texts = rows.map { row in
      row.map { $0.estimate.mean == nil ? findings.beyondText($0) : "is \($0.meanText)" }
        ?? "is not given"
    }
    return "\(place) with \(later.readable) \(texts[0]), with "
      + "\(findings.models[0].readable) it \(texts[1])"
  }

  /// `the median falls from 7 h to 4 s (7 h less, 95 % interval …)`.
  private static func phrase(_ contrast: Contrast, _ place: String) -> String {
    let (before, after) = (contrast.first.meanText, contrast.later.meanText)
    switch contrast.verdict {
    case .lower, .higher:
      let verb = contrast.verdict == .lower ? "falls" : "rises"
      guard before != after else {
        return "\(place) stays at \(after) (\(contrast.sizeText("less", "more")))"
      }
      return "\(place) \(verb) from \(before) to \(after) (\(contrast.sizeText("less", "more")))"
    case .undecided:
      return "\(place) is \(after) against \(before), no significant difference "
        + "(95 % interval \(contrast.intervalText ?? ""))"
    case .single: return "\(place) is \(after) against \(before)"
    }
  }

  /// What the money in the pools costs in a later model beside the first; nothing where the run
  /// does not say.
  ///
  /// The bank's cost of what lies in its pools over the run, in the reporting currency; what
  /// clients' money under way is worth stands in the table.
  private static func cost(_ later: ModelHeader, _ findings: Findings) -> String? {
    guard let cost = findings.contrast(later, .totalFundingCost) else { return nil }
    let (before, after) = (cost.first.meanText, cost.later.meanText)
    switch cost.verdict {
    case .lower, .higher:
      let verb = cost.verdict == .lower ? "falls" : "rises"
      guard before != after else {
        return "The cost of funding the pools stays at \(after) "
          + "(\(cost.sizeText("less", "more")))."
      }
      return "The cost of funding the pools \(verb) from \(before) to \(after) "
        + "(\(cost.sizeText("less", "more")))."
    case .undecided:
      return "The cost of funding the pools is \(after) against \(before), no significant "
        + "difference."
    case .single: return "The cost of funding the pools is \(after) against \(before)."
    }
  }
}
