import Outcomes

/// How much must be pre-funded: curves, marks of what was tried, and tables pool by pool.
///
/// The verdict of the sizing stands at the head of the page; here is what it rests on.
enum SizingSection {
  /// The section; `nil` without a sizing or with one that has nothing in it.
  ///
  /// - Parameter sizing: Groups without a curve or a trial have tables and no card.
  static func section(_ sizing: Sizing?, _ findings: Findings) -> SectionView? {
    guard let sizing else { return nil }
    let said = SizingFindings(sizing, of: findings)
    guard !said.groups.isEmpty else { return nil }
    let cards = said.models.flatMap { model in
      model.groups.filter { !$0.curves.isEmpty || !$0.tried.isEmpty }.map { (model.title, $0) }
    }
    var section = SectionView(id: "sizing", title: "How much must be pre-funded")
    section.remarks = remarks(said).map(\.unbroken)
    if !cards.isEmpty {
      section.legends = [legend(cards.contains { !$0.1.tried.isEmpty })]
      section.grids = [
        GridView(
          cards: cards.enumerated().map { place, card in
            SizingPicture(model: card.0, group: card.1).figure(id: "sizing-\(place)")
          })
      ]
    }
    section.tables = said.models.flatMap { SizingTables.tables($0.title, $0.groups) }
    return section
  }

  /// What a reader may not conclude from a sizing.
  ///
  /// - Returns: None without rows.
  static func limits(_ sizing: Sizing?) -> [String] {
    guard sizing?.rows.isEmpty == false else { return [] }
    return [
      "Pre-funding is sized so that nothing waits for money at all in a share of the replications. "
        + "Where some may wait a little, less is enough.",
      "Nothing refills a pool from outside, so that what is needed grows with the length of a "
        + "replication, its warm-up and run-out included.",
      "Each currency keeps its level by itself; all at once are kept less often.",
    ]
  }

  /// First what was done, then for each model what may be said of its amounts, and what trials
  /// showed.
  private static func remarks(_ said: SizingFindings) -> [String] {
    let sentences = said.models.flatMap { model in
      let own = said.savings(model.groups) + [said.gap(model.groups)].compactMap { $0 }
      let tried = said.trials(model.groups) + said.given(model.groups)
      return [own, tried].filter { !$0.isEmpty }.map {
        "\(model.title): " + $0.joined(separator: " ")
      }
    }
    let curves =
      " Curves show what to hold in the proportions that are laid out for the next level from theirs "
      + "on, so that each of their points can be laid out; that of the bound cannot."
    return [said.basis + curves] + sentences
  }

  /// The words of the arrangements are those of the tables and of sizing.csv.
  private static func legend(_ hasTrials: Bool) -> LegendView {
    let lines = Legend.lines([
      "none: no money moves between pools",
      "policy: in the windows of the file, topping up to what each pool opens with",
      "bound: what no treasury undercuts, with the future known",
      "token: the pools of a currency act as one",
    ]).entries
    let marks = Legend.marks(
      from: "promised, at what was allocated", to: "realised, with its 95 % interval")
    return LegendView(entries: lines + (hasTrials ? marks : []))
  }
}
