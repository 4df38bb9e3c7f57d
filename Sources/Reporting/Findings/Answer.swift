import Measures
import Outcomes

/// The answer of a run in two sentences for the head of the page: one on speed, one on money.
///
/// Of several later models the best one is named beside the first. Only differences whose paired
/// interval leaves zero out are told, or all of a single replication, which has no intervals.
///
/// A sentence is left out where a run has no such figure.
struct Answer {
  /// At most two sentences.
  let sentences: [String]
  /// What the brackets of the sentences are; `nil` where there is nothing to compare.
  ///
  /// A replication alone says so in it, since its differences may be chance.
  let note: String?

  /// Reads the sentences from the rows.
  init(_ findings: Findings) {
    guard findings.models.count > 1 else {
      (sentences, note) = (Headline(findings).sentences, nil)
      return
    }
    let fastest = Answer.fastest(findings)
    sentences = [
      Answer.speed(fastest, findings), Answer.money(beside: fastest?.model, findings),
    ].compactMap { $0 }
    note = Answer.note(findings.comparison)
  }
}

extension Answer {
  /// What the brackets are, or why there are none.
  ///
  /// What the design of the experiment makes of the interval is told elsewhere (`DesignText`).
  private static func note(_ comparison: Comparison) -> String {
    let count = comparison.header.replications
    if comparison.variation == .nothing { return DesignText(comparison).sameness ?? "" }
    return count > 1
      ? "In brackets: the 95 % interval of the paired difference over \(count) replications."
      : "One replication gives no interval: chance could have made any difference."
  }
}

/// A later model with what may be told of it.
private struct Candidate {
  var model: ModelHeader
  /// One at least: how the sentence begins, and the difference.
  var parts: [(lead: String, contrast: Contrast)]
}

extension Answer {
  /// In the order in which the sentence tells them.
  private static let times: [(lead: String, metric: Metric)] = [
    ("half of the payments are credited within", .medianTime),
    ("95 % of the payments are credited within", .time95),
  ]
  /// Where too few payments are credited for a quantile.
  private static let shares: [(lead: String, metric: Metric)] = [
    ("the share of payments credited within a day is", .within24Hours)
  ]

  /// The later model that credits soonest among those that can be told from the first: by the 95th
  /// percentile, then by the median, or by the share of a day where no quantile is given.
  private static func fastest(_ findings: Findings) -> Candidate? {
    let byTime = candidates(times, findings)
    let ranked = byTime.isEmpty ? candidates(shares, findings) : byTime
    func rank(_ candidate: Candidate) -> (Double, Double) {
      func mean(_ metric: Metric) -> Double {
        findings.row(candidate.model.name, metric)?.estimate.mean ?? .infinity
      }
      return byTime.isEmpty
        ? (-mean(.within24Hours), 0) : (mean(.time95), mean(.medianTime))
    }
    return ranked.min { rank($0) < rank($1) }
  }

  /// Later models with at least one difference among `metrics` that chance does not explain.
  private static func candidates(
    _ metrics: [(lead: String, metric: Metric)], _ findings: Findings
  ) -> [Candidate] {
    findings.laterModels.compactMap { later in
      let parts = metrics.compactMap { lead, metric in
        findings.contrast(later, metric).map { (lead, $0) }
      }.filter { $0.1.verdict != .undecided }
      return parts.isEmpty ? nil : Candidate(model: later, parts: parts)
    }
  }

  /// - Parameter fastest: The model to be told of; `nil` where none can be told from the first.
  /// - Returns: A sentence in any case but that of a run without models: that nothing is
  ///   significant, or that there is nothing to compare.
  private static func speed(_ fastest: Candidate?, _ findings: Findings) -> String? {
    guard let first = findings.models.first else { return nil }
    guard let fastest else {
      let beyond = beyond([first] + findings.laterModels.prefix(1), findings)
      let isKnown = findings.laterModels.contains { later in
        (times + shares).contains { findings.contrast(later, $0.metric) != nil }
      }
      return isKnown
        ? "No difference in speed to \(first.readable) is significant\(beyond)."
        : "The run gives no times that could be compared\(beyond)."
    }
    let others = findings.laterModels.count
    let place = others == 1 ? "" : " the fastest of the \(others) others,"
    let parts = fastest.parts.enumerated().map { number, part in
      let lead =
        number == 0 ? part.lead : part.lead.replacing("of the payments are credited ", with: "")
      return phrase(lead, part.contrast, number == 0 ? first.readable : nil)
    }
    return "With \(fastest.model.readable),\(place) " + parts.joined(separator: ", and ")
      + beyond([first, fastest.model], findings) + "."
  }

  private static let quantiles: [(name: String, metric: Metric)] = [
    ("the median", .medianTime), ("the 95th percentile", .time95),
  ]

  /// What is told of times that lie beyond the horizon, so that they stand in no comparison:
  /// `; with B, the 95th percentile lies beyond the horizon in 61 of 200 replications (…)`.
  private static func beyond(_ models: [ModelHeader], _ findings: Findings) -> String {
    models.flatMap { model in
      quantiles.compactMap { name, metric in
        findings.row(model.name, metric).flatMap { row in
          row.estimate.mean == nil
            ? "; with \(model.readable), \(name) \(findings.beyondText(row))" : nil
        }
      }
    }.joined()
  }

  /// `half of the payments are credited within 18 s, against 5 h with B (5 h to 6 h less)`.
  ///
  /// - Parameter first: Named in the first part of a sentence alone.
  /// - Returns: Times that read alike are told as equal, with the difference that rounding hides.
  private static func phrase(_ lead: String, _ contrast: Contrast, _ first: String?) -> String {
    let (before, after) = (contrast.first.meanText, contrast.later.meanText)
    let against = first.map { " with \($0)" } ?? ""
    guard before != after else {
      return "\(lead) \(after), as\(against.isEmpty ? " before" : against)"
        + contrast.rest("less", "more")
    }
    return "\(lead) \(after), against \(before)\(against)"
      + contrast.boundsInBrackets("less", "more")
  }

  /// What the money in the pools costs where it costs least, and in the fastest model.
  ///
  /// Where every later model costs more, the fastest is told of rather than the cheapest of the
  /// dearer: a reader asks what the speed costs.
  ///
  /// - Returns: `nil` where the first model's cost is not known.
  private static func money(beside fastest: ModelHeader?, _ findings: Findings) -> String? {
    let lead = "Funding the pools costs"
    guard let first = findings.models.first,
      let start = findings.row(first.name, .totalFundingCost),
      let startCost = start.estimate.mean, startCost.isFinite
    else { return nil }
    let told = candidates([(lead, .totalFundingCost)], findings)
    func cost(_ candidate: Candidate) -> Double { candidate.parts[0].contrast.to }
    guard var best = told.min(by: { cost($0) < cost($1) }) else {
      return "\(lead) \(start.meanText) with \(first.readable); no difference is significant."
    }
    // Where every other model costs more, the one that is fastest is of interest.
    let fast = told.first { $0.model.name == fastest?.name }
    if cost(best) > startCost, let fast { best = fast }
    let contrast = best.parts[0].contrast
    let (before, after) = (start.meanText, contrast.later.meanText)
    guard before != after else {
      return "\(lead) \(after) with \(best.model.readable) as with \(first.readable)"
        + contrast.rest("less", "more") + "."
    }
    var sentence = "\(lead) \(after) with \(best.model.readable), against \(before) with "
    sentence += first.readable + contrast.boundsInBrackets("less", "more")
    if let fast, fast.model.name != best.model.name {
      let other = fast.parts[0].contrast.later.meanText
      if other != after { sentence += "; with \(fast.model.readable), it costs \(other)" }
    }
    return sentence + "."
  }
}

extension Contrast {
  /// The bounds of the difference, its sign as a word: ` (5 h to 9 h less)`; nothing without an
  /// interval.
  ///
  /// - Parameters:
  ///   - lower: The word for a fall, `less`.
  ///   - higher: That for a rise.
  fileprivate func boundsInBrackets(_ lower: String, _ higher: String) -> String {
    bounds.map { " (\($0) \(isFall ? lower : higher))" } ?? ""
  }

  /// A difference that rounding hides: `, but for 7 min less (5 min to 9 min)`; nothing where there
  /// is none.
  fileprivate func rest(_ lower: String, _ higher: String) -> String {
    let by = to - from
    guard by != 0 else { return "" }
    let size = Quantity(value: by.magnitude, unit: later.unit).differenceText
    let word = by < 0 ? lower : higher
    return ", but for \(size) \(word)" + (bounds.map { " (\($0))" } ?? "")
  }
}
