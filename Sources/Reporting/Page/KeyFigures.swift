import Measures
import Outcomes

/// The four figures at the head of the page.
///
/// Each leads to its definition in the glossary.
enum KeyFigures {
  /// Two of speed, one of service, one of money: assumed to be what a reader asks first.
  private static let figures: [(title: String, metric: Metric)] = [
    ("Median time to credit", .medianTime),
    ("95 % are credited within", .time95),
    ("Credited within an hour", .withinHour),
    ("Funding cost of the pools", .totalFundingCost),
  ]

  /// The tiles; a figure that no model has is left out.
  ///
  /// Values are means over replications; a figure that lies beyond the horizon says in how many it
  /// does instead.
  static func tiles(_ findings: Findings) -> [TileView] {
    figures.compactMap { title, metric in
      let values = findings.models.compactMap { model in
        findings.row(model.name, metric).map {
          FactView(name: model.readable, value: $0.meanText.unbroken)
        }
      }
      guard !values.isEmpty else { return nil }
      return TileView(
        text: title, links: LinkView.to(metric), values: values,
        remarks: remarks(metric, findings).map(\.unbroken))
    }
  }

  /// What there is instead of a mean, and the differences to the first model; of more than two
  /// models the tables below tell.
  ///
  /// Three models at most, so that tiles keep their height.
  private static func remarks(_ metric: Metric, _ findings: Findings) -> [String] {
    let beyond = findings.models.prefix(3).compactMap { model -> String? in
      guard let row = findings.row(model.name, metric), row.estimate.mean == nil else { return nil }
      let start = findings.models.count == 1 ? "" : "\(model.readable): "
      return start + findings.beyondText(row)
    }
    return beyond + differences(metric, findings)
  }

  /// Differences of one or two later models, each with its interval; of more the tables tell.
  private static func differences(_ metric: Metric, _ findings: Findings) -> [String] {
    guard findings.laterModels.count <= 2 else { return [] }
    return findings.laterModels.compactMap { later in
      guard let contrast = findings.contrast(later, metric), let row = contrast.difference else {
        return nil
      }
      let start = findings.models.count == 2 ? "" : "\(later.readable): "
      let size = row.differenceAndHalfWidth
      switch contrast.verdict {
      case .lower, .higher: return start + "difference \(size)"
      case .undecided: return start + "difference \(size), not significant"
      case .single: return start + "difference \(size), without an interval"
      }
    }
  }
}
