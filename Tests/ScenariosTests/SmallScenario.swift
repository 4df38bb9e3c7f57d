import Foundation
import Vocabulary

@testable import Scenarios

/// A small scenario that reads, with parts of it exchanged.
struct SmallScenario {
  var text = """
    scenario: week
    experiment: {from: 2026-03-06T05:00:00Z, until: 2026-03-07T05:00:00Z, run-out: 4d}
    branches:
      NYC: {zone: America/New_York, calendar: USFED, opens: 09:00, closes: 17:00}
      LDN: {zone: Europe/London, calendar: GBENG, opens: 09:00, closes: 17:00}
    pools:
      - {branch: any, currency: USD, system: CHIPS, opening-balance: 5M, funding-rate: 100bp,
         day-count: ACT/360}
    corridors:
      - from: NYC
        to: LDN
        currency: USD
        hops: [{correspondent: Big bank, system: CHIPS, processing: 10min}]
    flows:
      suppliers:
        {from: NYC, to: LDN, currency: USD, arrivals: 60 per business-day, amount: {constant: 25k}}
    models:
      batch: {rail: correspondent}

    """
  /// The folder of the files that it names.
  var folder = ""

  /// The scenario with one passage exchanged for another.
  func with(_ passage: String, _ other: String) -> SmallScenario {
    precondition(text.contains(passage), "the small scenario has no '\(passage)'")
    var copy = self
    copy.text = text.replacingOccurrences(of: passage, with: other)
    return copy
  }

  func read() throws(ScenarioErrors) -> Scenario {
    try ScenarioFile.read(text: text, named: "week.yaml", folder: folder)
  }

  /// The problems as printed; none where it reads.
  var problems: [String] {
    do {
      _ = try read()
      return []
    } catch {
      return "\(error)".split(separator: "\n").map(String.init)
    }
  }
}
