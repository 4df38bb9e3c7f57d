import Chance
import Testing

@Suite("A mirrored stream")
struct MirroredStreamTests {
  @Test("draws 1 − u where the other draws u, exactly", arguments: 0..<50 as Range<UInt64>)
  func mirror(draw: UInt64) {
    let stream = RandomStream(seed: 42, replication: 3, purpose: .amount, entity: 7)
    let mirrored = RandomStream(
      seed: 42, replication: 3 | RandomStream.mirror, purpose: .amount, entity: 7)
    #expect(mirrored.uniform(draw: draw) == 1 - stream.uniform(draw: draw))
    #expect(mirrored.bits(draw: draw) == ~stream.bits(draw: draw))
  }
}
