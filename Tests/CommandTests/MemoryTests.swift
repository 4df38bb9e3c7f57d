import Foundation
import TestSupport
import Testing

/// What a payment of a replication costs in memory, by the whole program: the slope between two
/// runs of one replication that differ in the number of their payments alone.
@Suite struct MemoryTests {
  private func peak(_ payments: Int, in folder: Folder) throws -> Int {
    let flow =
      "f: {from: A, to: B, currency: USD, arrivals: \(payments) per day, amount: {constant: 1}}"
    var ledger = SmallLedger("memory", flows: [flow])
    (ledger.openingBalance, ledger.blockInterval) = ("1bn", "1s")
    let file = folder.url.appendingPathComponent("memory.yaml")
    try Data(ledger.text.utf8).write(to: file)
    return try Command.peakMemory(
      of: ["run", "memory.yaml", "--no-store", "--out", "out"], in: folder)
  }

  @Test(.enabled(if: Command.tellsMemory))
  func aPaymentOfAReplicationTakesLessThanSixtyFourBytes() throws {
    let folder = try Folder()
    let (few, many) = (10_000, 130_000)
    var (least, most) = (0, 0)
    var slope: Double { Double(most - least) / Double(many - few) }
    // A mark that is read while others keep the machine busy may be too low, never too high.
    for _ in 0..<10 where slope <= 15 {
      least = max(least, try peak(few, in: folder))
      most = max(most, try peak(many, in: folder))
    }
    // 32 for its facts and 8 for its place in the order of times, less what fits into memory that
    // reading the scenario has left; 105 and more when each scope kept its payments' times.
    #expect(slope > 15 && slope < 64, "\(slope) bytes a payment")
  }
}
