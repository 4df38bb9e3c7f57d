import Testing
import Vocabulary

@testable import Chance

@Suite("Philox4x32-10")
struct PhiloxTests {
  /// Counter, key and answer of the three lines `philox4x32 10` of Random123 1.14.0,
  /// `tests/kat_vectors`.
  static let published: [[UInt32]] = [
    [0, 0, 0, 0, 0, 0, 0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8],
    [
      0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff,
      0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd,
    ],
    [
      0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344, 0xa409_3822, 0x299f_31d0,
      0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1,
    ],
  ]

  @Test("gives the published answers", arguments: published)
  func knownAnswers(vector: [UInt32]) {
    let words = Philox.mixed(
      (vector[0], vector[1], vector[2], vector[3]), key: (vector[4], vector[5]))
    #expect([words.0, words.1, words.2, words.3] == Array(vector[6...]))
  }
}

@Suite("RandomStream")
struct RandomStreamTests {
  let stream = RandomStream(seed: 42, replication: 3, StreamName("flow", "f"))

  @Test("puts key, draw, block and replication where the address says")
  func address() {
    // The third published vector: key a4093822 299f31d0, counter 243f6a88 85a308d3 | 13198a2e |
    // 03707344; answer d16cfe09 94fdcceb | 5001e420 24126ea1.
    let stream = RandomStream(.init(value: 0x299f_31d0_a409_3822), replication: 0x0370_7344)
    let bits = stream.bits(draw: 0x85a3_08d3_243f_6a88, block: 0x1319_8a2e)
    #expect(bits == (0x94fd_cceb_d16c_fe09, 0x2412_6ea1_5001_e420))
  }

  @Test("is keyed by the digest of seed and name")
  func key() {
    var digest = Digest()
    digest.combine(42 as UInt64)
    digest.combine(StreamName("flow", "f").digest)
    #expect(stream == RandomStream(.init(value: digest.value), replication: 3))
  }

  @Test("each part of the address gives another draw")
  func parts() {
    let neighbours = [
      RandomStream(seed: 43, replication: 3, StreamName("flow", "f")),
      RandomStream(seed: 42, replication: 4, StreamName("flow", "f")),
      RandomStream(seed: 42, replication: 3, StreamName("flow", "g")),
      RandomStream(seed: 42, replication: 3, StreamName("volume", "f")),
      RandomStream(seed: 42, replication: 3, StreamName("flow", "f", "")),
    ]
    #expect(neighbours.allSatisfy { $0.bits(draw: 0).first != stream.bits(draw: 0).first })
    #expect(stream.bits(draw: 1).first != stream.bits(draw: 0).first)
    #expect(stream.bits(draw: 1 << 32).first != stream.bits(draw: 0).first)
    #expect(stream.bits(draw: 0, block: 1).first != stream.bits(draw: 0).first)
  }

  @Test("lies inside (0, 1), with the mean and variance of an even spread", arguments: [0, 1])
  func uniform(half: Int) {
    let count = 200_000
    let draws = (0..<UInt64(count)).map { draw in
      let both = stream.uniforms(draw: draw)
      return half == 0 ? both.first : both.second
    }
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = draws.reduce(0, +) / Double(count)
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    // Four standard errors: √(1/12/n) and √(1/180/n).
    #expect(abs(mean - 0.5) < 4 * (1 / 12 / Double(count)).squareRoot())
    #expect(abs(variance - 1 / 12) < 4 * (1 / 180 / Double(count)).squareRoot())
  }

  @Test(
    "both halves of a block, and two streams of a digit's difference, know nothing of each other")
  func independence() {
    let count = 100_000
    let other = RandomStream(seed: 42, replication: 3, StreamName("flow", "g"))
    var (halves, streams) = (0.0, 0.0)
    for draw in 0..<UInt64(count) {
      let both = stream.uniforms(draw: draw)
      halves += (both.first - 0.5) * (both.second - 0.5)
      streams += (both.first - 0.5) * (other.uniform(draw: draw) - 0.5)
    }
    // Four standard errors of a mean of products of independent numbers: 1/12/√n.
    let bound = 4 / 12 / Double(count).squareRoot()
    #expect(abs(halves / Double(count)) < bound && abs(streams / Double(count)) < bound)
  }

  @Test("a chance of nought never happens, a certainty always")
  func certainties() {
    #expect((0..<1_000).allSatisfy { !stream.happens(0, draw: $0) })
    #expect((0..<1_000).allSatisfy { stream.happens(1, draw: $0) })
  }

  @Test(
    "a purpose is half of a block of its draw, a round 256 blocks on",
    arguments: 0..<3 as Range<UInt32>)
  func purposes(round: UInt32) {
    for purpose in Purpose.allCases {
      let block = UInt32(purpose.rawValue) / 2 + 256 * round
      let both = stream.uniforms(draw: 77, block: block)
      let expected = purpose.rawValue % 2 == 0 ? both.first : both.second
      #expect(stream.uniform(purpose, draw: 77, round: round) == expected)
    }
    let pair = stream.uniforms(.arrival, draw: 77, round: round)
    #expect(pair.first == stream.uniform(.arrival, draw: 77, round: round))
    #expect(pair.second == stream.uniform(.amount, draw: 77, round: round))
  }

  @Test("the raw values of the purposes are fixed for ever")
  func rawValues() {
    let names = [
      "arrival", "amount", "destination", "returning", "screening", "falseAlert", "reviewTime",
      "condition", "repair", "repairTime", "recall", "recallTime", "inwardWork", "inwardTime",
      "correspondentWork", "stepFailure", "reorganisation", "reorganisationTime", "dispute",
      "resolution",
    ]
    #expect(Purpose.allCases.map { "\($0)" } == names)
    #expect(Purpose.allCases.map(\.rawValue) == Array(0..<20))
  }
}
