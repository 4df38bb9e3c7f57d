public import Outcomes
import Vocabulary

/// `report.html`: the answer of a run as one page that needs nothing beside itself.
///
/// It loads nothing, follows light and dark, prints on A4, and is the same bytes for the same
/// comparison. Its one script sorts tables; without it everything is there all the same. Names and
/// texts of a scenario are escaped wherever they stand.
public enum ReportPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - comparison: What came out; sections of which it has no figure are left out.
  ///   - identity: The program of the run.
  ///   - clocks: The clocks under the pictures of the pools, UTC first as a rule.
  ///   - limits: What the model leaves out, a sentence each.
  ///   - sources: What it rests on: weak facts, and what was assumed, a sentence each.
  ///   - week: The opening hours of a week of the run, or `nil` for a page without them.
  ///   - sizing: What a sizing of the same scenario gave, or `nil` for a page without it.
  ///
  /// - Complexity: O(rows of the comparison × models); what is long is cut by each section, so that
  ///   a page stays below 300 kB.
  public static func html(
    _ comparison: Comparison, identity: RunIdentity, clocks: [ClockAxis], limits: [String],
    sources: [String] = [], week: OpeningWeek? = nil,
    sizing: Sizing? = nil
  ) -> String {
    let findings = Findings(comparison)
    let header = comparison.header
    let sections = [
      SizingSection.section(sizing, findings),
      CreditCurves.section(findings), ExpectationTable.section(findings),
      CauseHours.section(findings), WaitingTimes.section(findings),
      ClockWeek.section(week, findings),
      PoolBalances.section(findings, clocks: clocks), CorridorTable.section(findings),
      MonitoringSection.section(findings),
    ]
    let answer = Answer(findings)
    let verdict = verdict(sizing, findings)
    let tiles = KeyFigures.tiles(findings)
    return PageTemplate.render(
      PageView(
        title: (header.title.isEmpty ? header.name : header.title).printable,
        style: PageStyle.text,
        question: [header.question.printable].filter { !$0.isEmpty },
        description: [header.description.printable].filter { !$0.isEmpty },
        sentences: (verdict + answer.sentences).map(\.unbroken),
        notes: ((verdict.isEmpty ? [] : [balances]) + notes(answer, comparison)).map(\.unbroken),
        tiles: tiles.isEmpty ? [] : [TilesView(items: tiles)],
        sections: sections.compactMap { $0 },
        limits: ModelCaveats.view(findings, limits: limits, sources: sources, sizing: sizing),
        glossary: GlossarySection.view(findings),
        again: facts(header, identity) + fingerprints(comparison.models),
        command: command(header, sizing) + ties(identity)))
  }

  /// What the figures beside a sizing are of.
  private static let balances =
    "Times, costs and all figures outside of the sizing are of the scenario's own replications, with "
    + "the balances and the treasury of the file."

  /// What a sizing says first.
  private static func verdict(_ sizing: Sizing?, _ findings: Findings) -> [String] {
    sizing.map { SizingFindings($0, of: findings).verdict } ?? []
  }

  /// What the brackets of the answer are, and what the replications have in common.
  private static func notes(_ answer: Answer, _ comparison: Comparison) -> [String] {
    let sameness = comparison.header.replications > 1 ? DesignText(comparison).sameness : nil
    return [answer.note, sameness == answer.note ? nil : sameness].compactMap { $0 }
  }

  /// What makes the figures of the page again: the command that ran, with the seed and the numbers
  /// of replications; where the file is remains the reader's to say.
  private static func command(_ header: Header, _ sizing: Sizing?) -> String {
    guard let sizing else {
      return "nostro compare SCENARIO.yaml --seed \(header.seed) "
        + "--replications \(header.replications)"
    }
    let levels = Set(sizing.rows.map(\.level)).sorted().map(Quantity.bareLevel)
    return "nostro size SCENARIO.yaml --seed \(header.seed) --replications \(sizing.recorded) "
      + "--fresh \(sizing.fresh) --bucket '\(sizing.bucket)'"
      + (levels.isEmpty ? "" : " --service-level \(levels.joined(separator: " "))")
      + (sizing.given.isEmpty ? "" : " --given ALLOCATION.csv")
  }

  /// The option that orders ties anew, where it was given.
  private static func ties(_ identity: RunIdentity) -> String {
    identity.shuffledTies.map { " --shuffle-ties \($0)" } ?? ""
  }

  /// What identifies a run, for a reader who has the page alone.
  private static func facts(_ header: Header, _ identity: RunIdentity) -> [FactView] {
    [
      FactView(name: "Scenario", value: header.name.printable),
      FactView(name: "Digest of its files", value: header.scenarioDigest.description),
      FactView(name: "Payments instructed from", value: header.from.description),
      FactView(name: "until", value: header.until.description),
      FactView(name: "Followed until", value: header.horizon.description),
      FactView(name: "Seed", value: String(header.seed)),
      FactView(name: "Replications", value: String(header.replications)),
      FactView(name: "Version of Nostro", value: identity.version.printable),
      FactView(name: "Version of the zone rules", value: identity.zoneDataVersion.printable),
    ]
      + (identity.shuffledTies.map {
        [FactView(name: "Simultaneous events", value: "shuffled by seed \($0)")]
      } ?? [])
  }

  /// Equal digests mean equal events, entries and ends of payments, in every replication.
  private static func fingerprints(_ models: [ModelHeader]) -> [FactView] {
    models.map { model in
      FactView(
        name: "Fingerprints of \(model.readable): events, books, outcomes",
        value: "\(model.events) \(model.books) \(model.outcomes)")
    }
  }
}
