import Foundation
import Testing

/// What a payment of a replication costs in memory, by the whole program: the slope between two
/// runs of one replication that differ in the number of their payments alone.
@Suite struct MemoryTests {
  private func peak(_ payments: Int, in folder: Folder) throws -> Int {
    let text = """
      scenario: memory
      experiment: {seed: 1, replications: 1, from: 2026-03-05T00:00:00Z,
        until: 2026-03-06T00:00:00Z, run-out: 1d}
      branches:
        A: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
        B: {zone: UTC, calendar: NONE, opens: 00:00, closes: 24:00}
      pools:
        - {branch: any, currency: USD, system: CHIPS, opening-balance: 1bn, funding-rate: 100bp,
           day-count: ACT/360}
      flows:
        f: {from: A, to: B, currency: USD, arrivals: \(payments) per day, amount: {constant: 1}}
      models:
        m: {rail: tokenized-deposit, ledger: {block-interval: 1s, time-out: 10s}}
      """
    let file = folder.url.appendingPathComponent("memory.yaml")
    try Data(text.utf8).write(to: file)
    // A mark that is read while others keep the machine busy may be too low, never too high.
    return try (0..<3).map { _ in
      try Command.peakMemory(
        of: ["run", "memory.yaml", "--no-store", "--out", "out"], in: folder)
    }.reduce(0, max)
  }

  @Test(.enabled(if: Command.tellsMemory))
  func aPaymentOfAReplicationTakesLessThanSixtyFourBytes() throws {
    let folder = try Folder()
    let (few, many) = (10_000, 130_000)
    let slope = Double(try peak(many, in: folder) - peak(few, in: folder)) / Double(many - few)
    // 32 for its facts and 8 for its place in the order of times, less what fits into memory that
    // reading the scenario has left; 105 and more when each scope kept its payments' times.
    #expect(slope > 15 && slope < 64, "\(slope) bytes a payment")
  }
}
