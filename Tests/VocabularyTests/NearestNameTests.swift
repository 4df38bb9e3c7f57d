import Testing
import Vocabulary

@Suite("Nearest names")
struct NearestNameTests {
  static let known = ["USFED", "TARGET", "Fedwire Funds", "CHAPS", "CHIPS", "CIPS", "T2 RTGS"]

  @Test(
    "The fewest slips win, the earlier among equals",
    arguments: [
      ("TARGT", "TARGET"), ("TRAGET", "TARGET"), ("target", "TARGET"), ("TARGETS", "TARGET"),
      ("Fedwre Funds", "Fedwire Funds"), ("Fedwire", "Fedwire Funds"), ("CHPS", "CHAPS"),
      ("CIHPS", "CHIPS"), ("T2 RGTS", "T2 RTGS"),
    ])
  func nearest(written: String, expected: String) {
    #expect(NearestName.of(written, among: Self.known) == expected)
  }

  @Test(
    "Where nothing is near there is no suggestion", arguments: ["Lynx", "", "X", "SWIFT GPI", "日本"])
  func none(written: String) {
    #expect(NearestName.of(written, among: Self.known) == nil)
    #expect(NearestName.question(written, among: Self.known) == "")
  }

  @Test("A very long name is not compared")
  func long() {
    #expect(NearestName.of(String(repeating: "T", count: 101), among: Self.known) == nil)
  }

  @Test("The question stands after the sentence")
  func question() {
    #expect(NearestName.question("TARGT", among: Self.known) == "; did you mean 'TARGET'?")
  }
}
