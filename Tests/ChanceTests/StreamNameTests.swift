import Chance
import Testing

@Suite("StreamName")
struct StreamNameTests {
  /// Found by solving the digest's second word for printable letters.
  static let twins = ["paymentsdaadaaaa", "zhavsoioZiRxgoki"]

  @Test("tells where one name ends and the next begins")
  func framing() {
    let names = [
      StreamName("flow", "a", "bc"), StreamName("flow", "ab", "c"), StreamName("flow", "abc"),
      StreamName("flow", "a-bc"), StreamName("flowa", "bc"), StreamName("flow", "abc", ""),
    ]
    #expect(Set(names).count == names.count)
    #expect(Set(names.map(\.digest)).count == names.count)
    #expect(StreamName("flow", "a").of("bc") == names[0])
  }

  @Test("compares bytes: letters that only look alike are two names")
  func bytes() {
    let (composed, apart) = (StreamName("flow", "\u{e9}"), StreamName("flow", "e\u{301}"))
    #expect(composed != apart && composed.digest != apart.digest)
    #expect(StreamName("flow", "B") < StreamName("flow", "a"))
    #expect(StreamName("flow", "a") < StreamName("flow", "a", "b"))
  }

  @Test("two names of one digest are found, equal names are not two")
  func collision() throws {
    let (one, other) = (
      StreamName("flow", StreamNameTests.twins[0]), StreamName("flow", StreamNameTests.twins[1])
    )
    #expect(one.digest == other.digest && one != other)
    let many = (0..<1_000).map { StreamName("flow", "\($0)") }
    #expect(StreamName.firstOfOneDigest(among: many + many) == nil)
    let found = try #require(StreamName.firstOfOneDigest(among: many + [other] + many + [one]))
    #expect(found == (one, other))
  }
}
