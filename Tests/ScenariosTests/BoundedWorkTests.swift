import Foundation
import Testing

@testable import Scenarios

/// What would take more than proportional work is refused by its number.
@Suite struct BoundedWorkTests {
  private func rows(_ count: Int, _ row: (Int) -> String) -> String {
    (0..<count).map(row).joined(separator: ", ")
  }

  private func refusal(_ body: String, root: String = "") -> String? {
    MessageBytes.refusal(Array("<Document\(root)>\(body)</Document>".utf8))?.message
  }

  @Test func aFewCommentsAreReadAndOpenOnesAreNot() {
    #expect(refusal("<!-- one --><!---->\n<!-- <a> '\" -->") == nil)
    #expect(
      refusal(String(repeating: "<!--", count: 40_000))
        == "found -- in a comment, expected it at the end alone, as -->")
    #expect(refusal("<!-- one") == "found a comment that is not closed, expected -->")
    #expect(refusal("<![CDATA[ <a> ]] > ]]>") == nil)
    #expect(
      refusal("<![CDATA[ one") == "found character data that is not closed, expected ]]>")
    #expect(
      refusal("<!-- <!DOCTYPE a> -->") == "found <!DOCTYPE, expected a message without declarations"
    )
  }

  @Test func tagsHaveSixtyFourAttributesAtMost() {
    let most = (0..<64).map { " a\($0)='>'" }.joined()
    #expect(refusal("", root: most) == nil)
    #expect(
      refusal("", root: most + " b=\"'\"")
        == "a tag with 65 attributes, expected at most 64")
    #expect(
      refusal("", root: String(repeating: " ", count: 20_000)) == "a tag longer than 16384 bytes")
  }

  @Test func aSweepHasAHundredBoundsAtMost() {
    var small = SmallScenario()
    small.text +=
      "sweep: {axes: {a: {path: scenario, values: 1..9 step 1}}, where: ["
      + rows(101) { _ in "a >= 1" } + "]}\n"
    #expect(small.problems.count == 1)
    #expect(small.problems[0].hasSuffix("sweep.where[100]: more than 100 bounds"))
  }

  @Test func aCalendarIsBasedOnAHundredAtMost() {
    var small = SmallScenario()
    small.text += "calendars: {C: {based-on: [" + rows(101) { _ in "GBENG" } + "]}}\n"
    #expect(small.problems.contains { $0.hasSuffix("more than 100 calendars to be based on") })
  }

  /// Second ones count: each is refused, a hundred are told, and nothing is said to lack a pool.
  @Test func secondPoolsPastTheLimitAreCounted() {
    let pool =
      "  - {branch: NYC, currency: USD, system: CHIPS, opening-balance: 5M, "
      + "funding-rate: 1bp, day-count: ACT/360}\n"
    let small = SmallScenario().with(
      "corridors:\n", String(repeating: pool, count: 2_100) + "corridors:\n")
    #expect(small.problems.count == 101)
    #expect(small.problems.last?.hasSuffix("and 2000 more, not shown") == true)
    #expect(!small.problems.contains { $0.contains("no pool of") })
  }
}
