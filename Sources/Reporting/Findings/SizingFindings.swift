import Outcomes
import Vocabulary

/// What may be said of a sizing, in sentences computed from its rows.
struct SizingFindings {
  let sizing: Sizing
  let groups: [SizingGroup]
  /// What readers call a model, by its name.
  private let title: (String) -> String

  /// The findings; `title` turns the name of a model into what readers call it.
  init(_ sizing: Sizing, title: @escaping (String) -> String = { $0.printable }) {
    (self.sizing, self.title) = (sizing, title)
    groups = SizingGroup.groups(of: sizing)
  }

  /// The models with their groups.
  var models: [(title: String, groups: [SizingGroup])] {
    SizingGroup.byModel(groups).map { (title($0.model), $0.groups) }
  }

  /// What was done, in a sentence.
  var basis: String {
    let start =
      "Flows of \(Double(sizing.recorded).grouped) replications, recorded while no pool was ever "
      + "short, in buckets of \(sizing.bucket)"
    guard groups.contains(where: { !$0.tried.isEmpty || $0.given != nil }) else {
      return start + "."
    }
    return start + "; each answer tried on \(Double(sizing.fresh).grouped) fresh ones."
  }

  /// How far from the cheapest an allocation of these groups may be, in a sentence; `nil` where
  /// no bound is known.
  func gap(_ groups: [SizingGroup]) -> String? {
    let gaps = groups.flatMap(\.rows).compactMap { row -> Double? in
      guard let lowest = row.lowestYearlyCost, lowest.isFinite, row.yearlyCost.isFinite else {
        return nil
      }
      return row.yearlyCost > 0 ? max(0, 1 - lowest / row.yearlyCost) : 0
    }
    guard let widest = gaps.max() else { return nil }
    guard widest >= 0.000_5 else {
      return "Each allocation is proven to be the cheapest that keeps its level in the recorded "
        + "replications."
    }
    return "Another allocation that keeps its level in the recorded replications could cost "
      + "\(Quantity.share(widest)) less at most."
  }
}

extension SizingFindings {
  /// What tokens save beside windows and windows beside none, at the highest level, in two
  /// sentences at most.
  ///
  /// Windows are sized with transfers that know the future and no real policy needs less: what
  /// tokens save is a lower bound, what windows save an upper one.
  func savings(_ groups: [SizingGroup]) -> [String] {
    guard let level = groups.flatMap(\.levels).max() else { return [] }
    return [tokens(groups, level), windows(groups, level)].compactMap { $0 }
  }

  private func tokens(_ groups: [SizingGroup], _ level: Double) -> String? {
    let (saved, nothing) = savings(groups, of: "token", beside: "windowed", level)
    let start = "At \(Quantity.level(level)) "
    if saved.isEmpty {
      return nothing.isEmpty
        ? nil
        : start + "tokens need as much as windows do when transfers know the future"
          + (groups.count > 1 ? " in every currency" : "") + ": no saving is certain."
    }
    let rest = nothing.isEmpty ? "" : "; no saving is certain in \(nothing.listed)"
    return start + "tokens save at least \(saved.listed) beside windows, since windowed knows the "
      + "future and no real policy needs less\(rest)."
  }

  private func windows(_ groups: [SizingGroup], _ level: Double) -> String? {
    let (saved, nothing) = savings(groups, of: "windowed", beside: "none", level)
    if saved.isEmpty {
      return nothing.isEmpty ? nil : "Windows save nothing beside no rebalancing at all."
    }
    let rest = nothing.isEmpty ? "" : "; nothing in \(nothing.listed)"
    return "Windows save at most \(saved.listed) beside no rebalancing at all\(rest)."
  }

  /// The savings with their share of the total, and the codes of currencies without one.
  private func savings(
    _ groups: [SizingGroup], of arrangement: String, beside other: String, _ level: Double
  ) -> (saved: [String], nothing: [String]) {
    var (saved, nothing): ([String], [String]) = ([], [])
    for group in groups {
      guard let saving = group.saving(of: arrangement, beside: other, at: level) else { continue }
      if saving.amount == 0 {
        nothing.append(group.currency.code)
      } else {
        // What is not the whole does not read as one.
        let share = Double(saving.amount) / Double(saving.of)
        let percent = share < 1 ? (min(share, 0.999) * 100).fixed(1) : "100"
        saved.append("\(group.money(saving.amount)) (\(percent) %)")
      }
    }
    return (saved, nothing)
  }
}
