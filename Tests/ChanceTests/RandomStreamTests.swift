import Testing

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
  let stream = RandomStream(seed: 42, replication: 3, purpose: .amount, entity: 7)

  @Test("puts seed, draw, purpose, entity and replication where the address says")
  func address() {
    // The third published vector: key a4093822 299f31d0, counter 243f6a88 85a308d3 | 13198a2e |
    // 03707344; 0x13 is no purpose, so the words are compared through purpose 1.
    let words = Philox.mixed(
      (0x243f_6a88, 0x85a3_08d3, 0x0119_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
    let stream = RandomStream(
      seed: 0x299f_31d0_a409_3822, replication: 0x0370_7344, purpose: .arrivals,
      entity: 0x19_8a2e)
    #expect(
      stream.bits(draw: 0x85a3_08d3_243f_6a88) == UInt64(words.1) << 32 | UInt64(words.0))
  }

  @Test("each part of the address gives another draw")
  func parts() {
    let neighbours = [
      RandomStream(seed: 43, replication: 3, purpose: .amount, entity: 7),
      RandomStream(seed: 42, replication: 4, purpose: .amount, entity: 7),
      RandomStream(seed: 42, replication: 3, purpose: .volume, entity: 7),
      RandomStream(seed: 42, replication: 3, purpose: .amount, entity: 8),
    ]
    #expect(neighbours.allSatisfy { $0.bits(draw: 0) != stream.bits(draw: 0) })
    #expect(stream.bits(draw: 1) != stream.bits(draw: 0))
    #expect(stream.bits(draw: 1 << 32) != stream.bits(draw: 0))
  }

  @Test("lies inside (0, 1), with the mean and variance of an even spread")
  func uniform() {
    let count = 200_000
    let draws = (0..<UInt64(count)).map { stream.uniform(draw: $0) }
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = draws.reduce(0, +) / Double(count)
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    // Four standard errors: √(1/12/n) and √(1/180/n).
    #expect(abs(mean - 0.5) < 4 * (1 / 12 / Double(count)).squareRoot())
    #expect(abs(variance - 1 / 12) < 4 * (1 / 180 / Double(count)).squareRoot())
  }

  @Test("a chance of nought never happens, a certainty always")
  func certainties() {
    #expect((0..<1_000).allSatisfy { !stream.happens(0, draw: $0) })
    #expect((0..<1_000).allSatisfy { stream.happens(1, draw: $0) })
  }

  @Test("the raw values of the purposes are fixed for ever")
  func purposes() {
    #expect(Purpose.allCases.map(\.rawValue) == Array(1...15) + [20] + Array(30...34))
  }
}
