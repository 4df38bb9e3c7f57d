import Testing
import Vocabulary

@Suite struct CountedNounTests {
  @Test(
    "one thing is not named in the plural",
    arguments: [
      (0, "0 routes"), (1, "1 route"), (2, "2 routes"), (999, "999 routes"),
      (1_000, "1,000 routes"), (1_234_567, "1,234,567 routes"), (-1, "-1 route"),
    ])
  func plural(_ number: Int, _ text: String) { #expect(number.counted("route") == text) }

  @Test func irregularPluralIsGiven() {
    #expect(1.counted("branch", "branches") == "1 branch")
    #expect(2.counted("branch", "branches") == "2 branches")
  }
}
