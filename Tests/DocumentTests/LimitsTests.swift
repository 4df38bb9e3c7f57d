import Foundation
import Scenarios
import Settlement
import TestSupport
import Testing

/// What the model leaves out stands once in the program; pages repeat it to the letter.
///
/// To take over what the program says now, set `NOSTRO_SNAPSHOTS=rewrite` and read the diff.
@Suite struct LimitsTests {
  private static let article = "Sources/Nostro.docc/Limits.md"

  /// The list of the article, a section for each topic.
  private var list: String {
    ModelLimit.Topic.allCases.map { topic in
      let sentences = ModelLimits.all.filter { $0.topic == topic }.map { "- \($0.sentence)\n" }
      return "### \(topic.rawValue)\n\n" + sentences.joined()
    }.joined(separator: "\n")
  }

  @Test func theArticleListsEveryLimit() throws {
    let text = try Repository.text(LimitsTests.article)
    let start = try #require(text.range(of: "### ")).lowerBound
    if ProcessInfo.processInfo.environment["NOSTRO_SNAPSHOTS"] == "rewrite" {
      let written = Data((text[..<start] + list).utf8)
      try written.write(to: Repository.root.appendingPathComponent(LimitsTests.article))
    } else {
      #expect(text[start...] == list)
    }
  }

  @Test func theLimitsOfTheReadmeAreFiveOfThem() throws {
    let lines = try Repository.text("README.md").split(separator: "\n")
    let items = lines.drop { $0 != "## Limits" }.dropFirst().prefix { $0.hasPrefix("- ") }
    #expect(items.count == 5)
    for item in items {
      #expect(ModelLimits.all.contains { $0.sentence == item.dropFirst(2) }, "\(item)")
    }
  }

  @Test func noLimitIsSaidTwiceAndEachIsASentence() {
    let sentences = ModelLimits.all.map(\.sentence)
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences {
      #expect(sentence.hasSuffix(".") && sentence.first?.isLowercase == false, "\(sentence)")
    }
  }

  /// By hand from the files: `five-branches` has correspondents and tokens; `gridlock-ring` clearings
  /// without disturbances; `rtgs-outage` an outage.
  @Test func aReportStatesWhatConcernsItsScenario() throws {
    func limits(_ name: String) throws -> [String] {
      ModelLimits.sentences(
        for: try ScenarioFile.read(at: Repository.file("Scenarios/\(name).yaml")))
    }
    let pooled = "With tokens all pools of a currency act as one, in every currency of the model."
    let foreseen =
      "Nobody foresees a disturbance: an outage that was announced cannot be described."
    let queued =
      "Limits of a clearing start anew with each window of its system; trades that settle payment "
      + "versus payment pass its queues by."
    let (week, ring, outage) = (
      try limits("five-branches"), try limits("gridlock-ring"), try limits("rtgs-outage")
    )
    #expect(week.contains(pooled) && !week.contains(foreseen) && !week.contains(queued))
    #expect(ring.contains(queued) && !ring.contains(pooled) && !ring.contains(foreseen))
    #expect(outage.contains(foreseen))
    #expect(week.contains { $0.hasPrefix("The hours of MEPS+ are of confidence 'low'") })
  }
}
