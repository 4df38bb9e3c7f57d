import TestSupport
import Testing

/// What `Scenarios/README.md` says of `correspondent-gpi` is what its committed baseline holds.
@Suite struct PublishedFiguresTests {
  /// The means over the most replications that were committed.
  private let means: [String: Double]

  init() throws {
    var means: [String: (replications: Int, mean: Double)] = [:]
    let rows = try Repository.text("Scenarios/Baselines/correspondent-gpi.csv")
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for row in rows where row[2] == "all" {
      guard let replications = Int(row[4]), let mean = Double(row[5]) else { continue }
      let name = String(row[1])
      if replications > means[name]?.replications ?? 0 { means[name] = (replications, mean) }
    }
    self.means = means.mapValues(\.mean)
  }

  @Test(arguments: [
    ("credited within 5 min", "within.5min"), ("within 30 min", "within.30min"),
    ("within 6 h", "within.6h"), ("within 24 h", "within.24h"),
    ("at the payee's bank within 10 min", "reached_payees_bank.10min"),
    ("at the payee's bank within 1 h", "reached_payees_bank.1h"),
    ("direct or one bank between", "direct_or_one_intermediary"),
  ])
  func theTableTellsTheSimulatedShares(_ row: String, _ metric: String) throws {
    let lines = try Repository.text("Scenarios/README.md").split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("| \(row) |") })
    let share = try #require(means[metric])
    let tenths = Int((share * 1_000).rounded())
    #expect(line.hasSuffix("| \(tenths / 10).\(tenths % 10) % |"), "\(share)")
  }
}
