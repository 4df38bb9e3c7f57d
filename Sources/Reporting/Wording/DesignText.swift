import Outcomes
import Vocabulary

/// What the design of an experiment means for its figures, in sentences; nothing to say of plain
/// replications.
///
/// Sentences follow from the design alone, not from the figures, but for how much a technique
/// gained and which batches depend on each other.
struct DesignText {
  /// What is told of: its design, its variances and its batches.
  private let comparison: Comparison

  /// - Complexity: O(1); sentences are made when they are asked for.
  init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  /// What `±` is.
  var interval: String {
    ofDesign
      ?? "± is half the 95 % interval over replications (Student t); a figure without it has fewer "
      + "than two replications."
  }

  /// What `±` is with batches, pairs or a control; `nil` for plain replications.
  var ofDesign: String? {
    if let batches = comparison.design?.batches {
      return "± is half the 95 % interval from \(batches) batches of the run (Student t); a figure "
        + "without it has no batches."
    }
    switch technique {
    case "antithetic":
      return
        "± is half the 95 % interval over antithetic pairs (Student t); a figure without it has "
        + "fewer than two pairs."
    case .some(let name):
      return "± is half the 95 % interval, means corrected by a control"
        + (name == "control" ? "" : " over antithetic pairs")
        + " (Lavenberg and Welch 1981); a figure without it has fewer than two values."
    case nil: return nil
    }
  }

  /// What the replications tell of chance where the payments are the same in all of them; `nil`
  /// where they are not.
  var sameness: String? {
    comparison.variation.sentence(replications: comparison.header.replications)
  }

  /// What an interval takes.
  ///
  /// For the sentence that a figure has no interval: what would give it one.
  var need: String {
    if comparison.variation == .nothing { return "something left to chance" }
    if comparison.design?.batches != nil { return "payments in every batch" }
    return technique?.hasPrefix("antithetic") == true ? "two pairs" : "two replications"
  }

  /// The word of `variance-reduction` with its parts: `antithetic`, `control`,
  /// `antithetic+control`; `nil` without any.
  private var technique: String? { comparison.design?.technique }

  /// What the design gave: the variance that is left, or the batches that are too short.
  var sentences: [String] { [told, variance, batches].compactMap { $0 } }

  /// What is told of sameness: nothing of one replication, which has no intervals anyway.
  private var told: String? { comparison.header.replications > 1 ? sameness : nil }

  /// By the median figure, the lower of two in the middle, and how many figures were harmed: a
  /// technique that helps one figure may hurt another.
  private var variance: String? {
    guard let technique, !comparison.variances.isEmpty else { return nil }
    let ratios = comparison.variances.map(\.ratio).sorted()
    let harmed = ratios.count { $0 > 1 }
    let median = ratios[(ratios.count - 1) / 2]
    let means =
      technique == "antithetic"
      ? "Antithetic pairs" : technique == "control" ? "The control" : "Antithetic pairs and control"
    let verb = technique == "control" ? "leaves" : "leave"
    let verdict =
      median < 1
      ? "\(means) \(verb) an estimated \(percent(median)) of the variance that as many independent "
        + "replications have, at the median of \(ratios.count.counted("figure")) (variance.csv)"
      : "\(means) \(technique == "control" ? "does" : "do") not help here: the variance is "
        + "\(percent(median)) of that of as many independent replications, at the median of "
        + "\(ratios.count.counted("figure")) (variance.csv)"
    let kept =
      technique.hasSuffix("control")
      ? " Quantiles, the longest time, peaks and shares are not corrected." : ""
    return verdict
      + (harmed == 0
        ? "." : "; \(harmed) of them \(harmed == 1 ? "is" : "are") known less well than without.")
      + kept
  }

  /// A ratio from ten on reads better as a multiple.
  private func percent(_ ratio: Double) -> String {
    ratio < 10 ? "\((ratio * 100).fixed(0)) %" : "\(ratio.fixed(0)) times"
  }

  /// Which figures have batches that depend on each other, with the worst of them, and which have a
  /// batch without a payment.
  private var batches: String? {
    guard !comparison.batches.isEmpty else { return nil }
    let known = comparison.batches.filter { $0.means.lag1 != nil }
    let doubtful = known.filter { !$0.means.isTrusted }
    let missing = comparison.batches.count - known.count
    let lack =
      missing == 0
      ? ""
      : " \(missing.counted("figure has", "figures have")) no interval, since some batch has no payments to take them of."
    guard let worst = doubtful.max(by: { ($0.means.lag1 ?? 0) < ($1.means.lag1 ?? 0) }) else {
      return
        "No batch depends on the one before it as far as \(known.count.counted("figure tells", "figures tell")) "
        + "(batches.csv)." + lack
    }
    return
      "\(doubtful.count) of \(known.count.counted("figure")) \(doubtful.count == 1 ? "has" : "have") "
      + "batches that depend on the one before, so that their intervals are too narrow (batches.csv), most of all \(worst.metric) of "
      + "\(worst.model.printable) with a lag-1 autocorrelation of "
      + "\((worst.means.lag1 ?? 0).fixed(2)): take fewer, longer batches." + lack
  }
}
