import Chance
import Testing

@Suite("A mirrored stream")
struct MirroredStreamTests {
  @Test("draws 1 − u where the other draws u, exactly", arguments: 0..<50 as Range<UInt64>)
  func mirror(draw: UInt64) {
    let stream = RandomStream(seed: 42, replication: 3, StreamName("flow", "f"))
    let mirrored = RandomStream(
      seed: 42, replication: 3 | RandomStream.mirror, StreamName("flow", "f"))
    #expect(mirrored.uniform(draw: draw) == 1 - stream.uniform(draw: draw))
    #expect(mirrored.bits(draw: draw).first == ~stream.bits(draw: draw).first)
    #expect(mirrored.bits(draw: draw).second == ~stream.bits(draw: draw).second)
  }
}
