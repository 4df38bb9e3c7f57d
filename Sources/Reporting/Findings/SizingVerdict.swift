import Measures
import Outcomes
import Vocabulary

/// The answer of a sizing for who reads nothing else: what to hold with the first model and what it
/// costs, how often that was enough, and what each other model takes at the same service.
///
/// All of it at the lowest level that was asked, with what each model does itself.
extension SizingFindings {
  /// The sentences; none where nothing was laid out and tried.
  var verdict: [String] {
    guard let first = models.first, let level = groups.flatMap(\.levels).min(),
      let own = first.groups.first?.own
    else { return [] }
    let later = models.dropFirst().compactMap { model in
      beside(model, at: level, first: (first.title, together(first.groups, own, level)))
    }
    return [hold(first, own, level), kept(first.groups, own, level)].compactMap { $0 } + later
  }

  /// What to hold, in each currency and in all.
  ///
  /// - Parameters:
  ///   - own: The arrangement that the model follows by itself.
  ///   - level: Of each currency, 0 to 1.
  /// - Returns: A sentence with the amounts in the order of the currencies, and their sum in the
  ///   reporting currency where there are rates.
  private func hold(
    _ model: (title: String, groups: [SizingGroup]), _ own: String, _ level: Double
  ) -> String {
    let amounts = model.groups.map { group in
      group.money(group.row(own, level)?.allocated ?? 0)
    }
    let service = "so that nothing waits for money \(SizingFindings.odds(level))"
    return "\(model.title): hold \(amounts.listed) \(way(own)), \(service)"
      + "\(sum(together(model.groups, own, level), isSeveral: model.groups.count > 1))."
  }

  /// How a model's money moves, in a few words.
  private func way(_ arrangement: String) -> String {
    switch arrangement {
    case "none": "in pools that nothing refills"
    case "policy": "and top up to that whenever the treasury can"
    default: "in pools that act as one"
    }
  }

  /// `in 95 of 100 replications`, or at a level that is no whole per cent `in 99.9 % of replications`.
  private static func odds(_ level: Double) -> String {
    let whole = (level * 100).rounded()
    return abs(level * 100 - whole) < 1e-9
      ? "in \(Int(whole)) of 100 replications" : "in \(Quantity.level(level)) of replications"
  }

  /// What that comes to in the reporting currency: `: 666M USD in all, 6.5M USD a year`.
  private func sum(_ together: Sizing.Together?, isSeveral: Bool) -> String {
    guard let together, let cost = money(together.yearlyCost) else { return "" }
    let all = isSeveral ? money(together.allocated).map { "\($0) in all, " } ?? "" : ""
    return ": \(all)\(cost) a year"
  }

  /// How often it was enough in replications that neither chose nor scaled it.
  ///
  /// All currencies at once first: that is what a bank lives through. With one currency the two are
  /// the same.
  ///
  /// - Returns: `nil` where nothing was tried.
  private func kept(_ groups: [SizingGroup], _ own: String, _ level: Double) -> String? {
    guard let model = groups.first?.model, !sizing.oneObservation.contains(model) else {
      return "All replications are one observation: this is what these payments need."
    }
    let tried = groups.compactMap { group in
      group.tried.first { $0.arrangement == own && $0.level == level }
        .flatMap(\.realised).map { (currency: group.currency.code, share: $0) }
    }
    guard let least = tried.min(by: { $0.share.share < $1.share.share }) else { return nil }
    let start = "Of \(sizing.fresh.counted("fresh replication")) it kept "
    func text(_ share: Sizing.Share) -> String { "\(share.text) (\(share.intervalText))" }
    guard groups.count > 1, let all = together(groups, own, level)?.realised else {
      return start + text(least.share) + "."
    }
    return start + "\(text(all)) in all currencies at once, and \(text(least.share)) in "
      + "\(least.currency), the least of them."
  }

  /// What another model takes at the same service, and what that frees.
  ///
  /// Nothing is said where trials had to be simulated because recorded flows mislead, and what
  /// follows from conservation is called by that name.
  ///
  /// - Returns: `nil` too where a currency has no rate, since amounts of several currencies then
  ///   have no sum.
  private func beside(
    _ model: (title: String, groups: [SizingGroup]), at level: Double,
    first: (title: String, together: Sizing.Together?)
  ) -> String? {
    guard let own = model.groups.first?.own, let name = model.groups.first?.model,
      let together = together(model.groups, own, level), let all = money(together.allocated),
      let cost = money(together.yearlyCost), let other = first.together?.allocated,
      let amount = together.allocated
    else { return nil }
    guard !sizing.simulated.contains(name) else { return nil }
    let rest = amount <= other ? money(other - amount) : money(amount - other)
    let share = other > 0 ? " (\(Quantity.share(abs(other - amount) / other)))" : ""
    let change = rest.map { "\($0)\(share) \(amount <= other ? "less" : "more")" } ?? ""
    return "\(model.title): the same service \(way(own)) takes \(all), \(cost) a year; that is "
      + "\(change) than \(first.title)."
      + (conservation(model.groups).first.map { " \($0)" } ?? "")
  }

  /// The row of all currencies at a level.
  private func together(_ groups: [SizingGroup], _ arrangement: String, _ level: Double)
    -> Sizing.Together?
  {
    sizing.together.first {
      $0.model == groups.first?.model && $0.arrangement == arrangement && $0.level == level
    }
  }

  /// In the reporting currency; `nil` without an amount.
  private func money(_ amount: Double?) -> String? {
    guard let amount, let currency = sizing.reportingCurrency else { return nil }
    return Quantity(value: amount, unit: .currency(currency)).text
  }
}
