import Testing
import Vocabulary

@Suite("Digests")
struct DigestTests {
  @Test("The same facts in the same order give the same digest, in another order another")
  func order() {
    var first = Digest()
    var second = Digest()
    var third = Digest()
    for fact in [UInt64(1), 2, 3] { first.combine(fact) }
    for fact in [UInt64(1), 2, 3] { second.combine(fact) }
    for fact in [UInt64(1), 3, 2] { third.combine(fact) }
    #expect(first == second)
    #expect(first != third)
    #expect(first.description.count == 16)
  }

  @Test("Bytes count with their number")
  func bytes() {
    func digest(_ bytes: [UInt8]) -> Digest {
      var digest = Digest()
      digest.combine(bytes: bytes)
      return digest
    }
    #expect(digest([]) != digest([0]))
    #expect(digest([0]) != digest([0, 0]))
    #expect(digest(Array(repeating: 0, count: 8)) != digest(Array(repeating: 0, count: 16)))
    #expect(digest([1, 2, 3]) == digest([1, 2, 3]))
  }

  @Test("One bit of a fact changes about half the bits of the digest")
  func avalanche() {
    var changed = 0
    for bit in 0..<64 {
      var plain = Digest()
      var flipped = Digest()
      plain.combine(UInt64(0x1234_5678_9ABC_DEF0))
      flipped.combine(UInt64(0x1234_5678_9ABC_DEF0) ^ (1 << UInt64(bit)))
      changed += (plain.value ^ flipped.value).nonzeroBitCount
    }
    #expect((28 * 64...36 * 64).contains(changed))
  }
}
