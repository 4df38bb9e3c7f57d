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

  /// What was done, in a few sentences.
  var basis: String {
    let start =
      "Flows of \(Double(sizing.recorded).grouped) replications of \(sizing.length), recorded "
      + "while no pool was ever short"
    guard groups.contains(where: { !$0.tried.isEmpty || $0.given != nil }) else {
      return start + "."
    }
    let fresh = Double(sizing.fresh).grouped
    return start
      + ", chose each answer, \(fresh) others scaled it, and \(fresh) fresh ones tried it. "
      + "Nothing refills a pool from outside: what is needed grows with that length of time."
  }

  /// How far from the cheapest an allocation of these groups may be, in a sentence; `nil` where
  /// no bound is known.
  func gap(_ groups: [SizingGroup]) -> String? {
    let gaps = groups.flatMap(\.rows).compactMap { row -> Double? in
      guard let lowest = row.lowestYearlyCost, lowest.isFinite, let cost = row.unscaledYearlyCost,
        cost.isFinite
      else { return nil }
      return cost > 0 ? max(0, 1 - lowest / cost) : 0
    }
    guard let widest = gaps.max() else { return nil }
    guard widest >= 0.000_5 else {
      return "Each allocation has the shape of the cheapest that keeps its level in the recorded "
        + "replications, as is proven."
    }
    return "The shape of each allocation is within \(Quantity.share(widest)) of the cheapest that "
      + "keeps its level in the recorded replications."
  }
}

extension SizingFindings {
  /// What is freed at the lowest level, in a few sentences: by tokens beside the treasury's policy,
  /// by the policy beside no rebalancing, and by a later model beside the first.
  ///
  /// What follows from conservation alone is not called a saving: where no payment leaves the bank,
  /// pools that act as one need what charges take.
  func savings(_ groups: [SizingGroup]) -> [String] {
    guard let level = groups.flatMap(\.levels).min(), let model = groups.first?.model else {
      return []
    }
    var sentences: [String] = []
    if let first = self.groups.first?.model, first != model {
      sentences.append(contentsOf: beside(first, groups, level))
    } else {
      sentences += [tokens(groups, level), policy(groups, level)].compactMap { $0 }
    }
    if sizing.estimating.contains(model) {
      sentences.append(
        "The treasury of the file goes by estimates; policy tops up to what each pool opens with "
          + "instead.")
    }
    if sizing.simulated.contains(model) {
      sentences.append(
        "Runs did not end as the recorded flows say, so that every fresh replication was simulated: "
          + "limits of a clearing, failures and warm-ups are not in those flows.")
    }
    return sentences + conservation(groups)
  }

  private func tokens(_ groups: [SizingGroup], _ level: Double) -> String? {
    let pairs = open(groups).compactMap { group -> Freed? in
      let other = group.row("policy", level) == nil ? "none" : "policy"
      return freed(group, group.saving(of: "token", beside: other, at: level))
    }
    return sentence(
      "At \(Quantity.level(level)) pools that act as one need", pairs, than: "each on its own")
  }

  private func policy(_ groups: [SizingGroup], _ level: Double) -> String? {
    let pairs = groups.compactMap { group in
      freed(group, group.saving(of: "policy", beside: "none", at: level))
    }
    return sentence(
      "At \(Quantity.level(level)) the treasury's policy needs", pairs,
      than: "no rebalancing at all")
  }

  /// What a model holds with its own treasury beside what the first model does.
  private func beside(_ first: String, _ groups: [SizingGroup], _ level: Double) -> [String] {
    let pairs = open(groups).compactMap { group -> Freed? in
      guard let own = group.own,
        let other = self.groups.first(where: { $0.model == first && $0.currency == group.currency }
        ),
        let othersOwn = other.own, let less = group.row(own, level)?.allocated,
        let more = other.row(othersOwn, level)?.allocated
      else { return nil }
      return freed(group, (more - less, more))
    }
    let start = "At \(Quantity.level(level)) it needs"
    return [sentence(start, pairs, than: "\(title(first)) with its own treasury")]
      .compactMap { $0 }
  }

  /// What one currency frees, or takes more.
  private typealias Freed = (amount: Int64, text: String)

  private func freed(_ group: SizingGroup, _ saving: (amount: Int64, of: Int64)?) -> Freed? {
    guard let saving else { return nil }
    guard saving.amount != 0, saving.of > 0 else { return (0, group.currency.code) }
    let share = Quantity.share(abs(Double(saving.amount)) / Double(saving.of))
    return (saving.amount, "\(group.money(abs(saving.amount))) (\(share))")
  }

  /// `… needs 5M USD (10 %) less and 2M EUR (1 %) more than batch; as much in GBP.`
  private func sentence(_ start: String, _ freed: [Freed], than other: String) -> String? {
    guard !freed.isEmpty else { return nil }
    let less = freed.filter { $0.amount > 0 }.map(\.text)
    let more = freed.filter { $0.amount < 0 }.map(\.text)
    let same = freed.filter { $0.amount == 0 }.map(\.text)
    let parts = [
      less.isEmpty ? nil : less.listed + " less", more.isEmpty ? nil : more.listed + " more",
    ].compactMap { $0 }
    guard !parts.isEmpty else { return "\(start) as much as \(other) in \(same.listed)." }
    let rest = same.isEmpty ? "" : "; as much in \(same.listed)"
    return "\(start) \(parts.listed) than \(other)\(rest)."
  }

  /// The groups whose currency payments leave.
  private func open(_ groups: [SizingGroup]) -> [SizingGroup] {
    groups.filter { !sizing.closed.contains($0.currency) }
  }

  private func conservation(_ groups: [SizingGroup]) -> [String] {
    let codes = groups.map(\.currency).filter { sizing.closed.contains($0) }.map(\.code)
    guard !codes.isEmpty else { return [] }
    return [
      "In \(codes.listed) no payment leaves the bank: that its pools, as one, need next to nothing "
        + "is conservation, not a saving of a rail."
    ]
  }
}
