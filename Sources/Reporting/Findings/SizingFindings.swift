import Outcomes
import Vocabulary

/// What may be said of a sizing, in sentences computed from its rows.
///
/// The same sentences stand in the terminal and on the page, so that the two never say different
/// things. No sentence holds a number that is not in a row; which sentences there are follows from
/// the rows too.
struct SizingFindings {
  /// What came out.
  let sizing: Sizing
  /// By model, then by currency, in the order of the rows.
  let groups: [SizingGroup]
  /// What readers call a model, by its name.
  private let title: (String) -> String

  /// The findings; `title` turns the name of a model into what readers call it.
  init(_ sizing: Sizing, title: @escaping (String) -> String = { $0.printable }) {
    (self.sizing, self.title) = (sizing, title)
    groups = SizingGroup.groups(of: sizing)
  }

  /// The findings beside those of a run, whose models have titles.
  init(_ sizing: Sizing, of findings: Findings) {
    let models = findings.models
    self.init(sizing) { name in
      models.first { $0.name == name }?.readable ?? name.printable
    }
  }

  /// The models with their groups.
  var models: [(title: String, groups: [SizingGroup])] {
    SizingGroup.byModel(groups).map { (title($0.model), $0.groups) }
  }

  /// What was done, in a few sentences.
  ///
  /// How many replications took which part, what amounts are, that needs grow with the length of a
  /// replication, and which levels so few replications cannot show. Without trials, as for flows
  /// that were only recorded, nothing is said of them.
  var basis: String {
    let start =
      "Flows of \(Double(sizing.recorded).grouped) replications of \(sizing.length), recorded "
      + "while no pool was ever short"
    guard groups.contains(where: { !$0.tried.isEmpty || $0.given != nil }) else {
      return start + "."
    }
    let others = sizing.fresh.counted("other")
    let fresh = sizing.fresh.counted("fresh one")
    let lines =
      sizing.hasCreditLines
      ? " Amounts are cash: credit lines are drawn first, as far as they go, and what that costs is "
        + "not in the cost a year." : ""
    return start + ", chose each answer, \(others) scaled it, and \(fresh) tried it. "
      + "Nothing refills a pool from outside: what is needed grows with that length of time."
      + lines + tooFew
  }

  /// Which levels the replications are too few to show, in a sentence; empty where they show all.
  ///
  /// A level p needs p·(n + 1) ≤ n: below that the order statistic of the rank would be the one
  /// after the largest.
  private var tooFew: String {
    let hidden = Set(sizing.rows.map(\.level)).sorted().filter {
      $0 * Double(sizing.fresh + 1) > Double(sizing.fresh) + 1e-9
    }
    guard !hidden.isEmpty, sizing.fresh > 0 else { return "" }
    return " \(Double(sizing.fresh).grouped) replications cannot show "
      + "\(hidden.map { Quantity.bareLevel($0) }.listed) %: there it is what the worst of them took."
  }

  /// How far from the cheapest an allocation of these groups may be, in a sentence; `nil` where
  /// no bound is known.
  ///
  /// Shapes are compared in the first set before they are scaled: that is what the certificate is
  /// of. Below half a thousandth it is called proven.
  func gap(_ groups: [SizingGroup]) -> String? {
    let gaps = groups.flatMap(\.rows).compactMap { row -> Double? in
      guard let lowest = row.lowestYearlyCost, lowest.isFinite, let cost = row.unscaledYearlyCost,
        cost.isFinite
      else { return nil }
      return lowest > 0 ? max(0, cost / lowest - 1) : cost > 0 ? .infinity : 0
    }
    guard let widest = gaps.max(), widest.isFinite else { return nil }
    guard widest >= 0.000_5 else {
      return "Each allocation has the shape of the cheapest that keeps its level in the recorded "
        + "replications, as is proven."
    }
    return "The shape of each allocation costs at most \(Quantity.share(widest)) more than the "
      + "cheapest that keeps its level in the recorded replications."
  }
}

extension SizingFindings {
  /// What is freed at the lowest level, in a few sentences: by tokens beside the treasury's policy,
  /// by the policy beside no rebalancing, and by a later model beside the first.
  ///
  /// What follows from conservation alone is not called a saving: where no payment leaves the bank,
  /// pools that act as one need what charges take.
  ///
  /// The first model is judged against itself, later ones against the first.
  ///
  /// - Returns: No sentence where nothing is laid out.
  func savings(_ groups: [SizingGroup]) -> [String] {
    guard let level = groups.flatMap(\.levels).min(), let model = groups.first?.model else {
      return []
    }
    var sentences: [String] = []
    if sizing.simulated.contains(model) {
      sentences.append(
        "Runs wait where the recorded flows do not, so that every fresh replication was simulated: "
          + "limits of a clearing and failures are not in those flows, and no pre-funding lifts them. "
          + "What is realised may lie below what is promised, whatever the pools hold.")
    } else if let first = self.groups.first?.model, first != model {
      sentences.append(contentsOf: beside(first, groups, level))
    } else {
      sentences += [tokens(groups, level), policy(groups, level)].compactMap { $0 }
    }
    return sentences + treasury(of: model) + conservation(groups)
  }

  /// How the policy that is sized differs from the treasury of the file, in a sentence.
  private func treasury(of model: String) -> [String] {
    let instead = "policy tops up to what each pool opens with, whenever it can, instead."
    if sizing.estimating.contains(model) {
      return ["The treasury of the file goes by estimates; \(instead)"]
    }
    guard sizing.lowFloors.contains(model) else { return [] }
    return [
      "The treasury of the file tops up below its floors, or to another amount than pools open with; "
        + "\(instead) With the floors of the file the same amounts keep less: --given tries them."
    ]
  }

  /// Pools that act as one beside the treasury's policy or, without one, beside pools that nothing
  /// refills; only where payments leave the bank.
  private func tokens(_ groups: [SizingGroup], _ level: Double) -> String? {
    let hasPolicy = groups.contains { $0.row("policy", level) != nil }
    let pairs = open(groups).compactMap { group in
      freed(group, group.saving(of: "token", beside: hasPolicy ? "policy" : "none", at: level))
    }
    return sentence(
      "At \(Quantity.level(level)) pools that act as one need", pairs,
      than: hasPolicy ? "with the treasury's policy" : "each on its own")
  }

  /// `nil` where the model has no policy.
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
    let hasTreasury = self.groups.contains { $0.model == first && $0.own == "policy" }
    let other = title(first) + (hasTreasury ? " with its treasury's policy" : "")
    return [sentence("At \(Quantity.level(level)) it needs", pairs, than: other)].compactMap { $0 }
  }

  /// What one currency frees, or takes more, and whether that is more than half.
  private typealias Freed = (amount: Int64, isLarge: Bool, text: String)

  /// - Parameter saving: In minor units; below zero where it takes more.
  /// - Returns: `nil` where one of the two is not laid out.
  private func freed(_ group: SizingGroup, _ saving: (amount: Int64, of: Int64)?) -> Freed? {
    guard let saving else { return nil }
    guard saving.amount != 0, saving.of > 0 else { return (0, false, group.currency.code) }
    let share = Double(saving.amount) / Double(saving.of)
    let text = "\(group.money(abs(saving.amount))) (\(Quantity.share(abs(share))))"
    return (saving.amount, share > 0.5, text)
  }

  /// `… needs 5M USD (10 %) less and 2M EUR (1 %) more than batch; as much in GBP.` What frees more
  /// than half wants an explanation, and gets one.
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
    let explanation =
      freed.contains(where: \.isLarge)
      ? " More than a half is freed where payments go from one of the bank's own pools to another, "
        + "or where the peaks of many pools do not come together." : ""
    return "\(start) \(parts.listed) than \(other)\(rest).\(explanation)"
  }

  /// The groups whose currency payments leave.
  ///
  /// The others are told by `conservation`.
  private func open(_ groups: [SizingGroup]) -> [SizingGroup] {
    groups.filter { !sizing.closed.contains($0.currency) }
  }

  /// - Returns: One sentence, or none where payments leave the bank in every currency.
  func conservation(_ groups: [SizingGroup]) -> [String] {
    let codes = groups.map(\.currency).filter { sizing.closed.contains($0) }.map(\.code)
    guard !codes.isEmpty else { return [] }
    return [
      "In \(codes.listed) no payment leaves the bank: that its pools, as one, need next to nothing "
        + "is conservation, not a saving of a rail."
    ]
  }
}
