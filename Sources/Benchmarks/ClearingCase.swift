import Bookkeeping
import Foundation
import Liquidity
import Scenarios
import Settlement
import Vocabulary

extension Case {
  /// A day of gross settlement between 300 banks, from a CSV of 100,000 payments.
  static let clearing = Case(
    name: "clearing",
    about: "a gross RTGS day of 100,000 payments between 300 banks from a CSV, ms"
  ) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nostro-\(ProcessInfo.processInfo.processIdentifier)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let queue = Gridlock(participants: 300, payments: 100_000)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try csv(queue).write(toFile: folder + "/day.csv", atomically: true, encoding: .utf8)
    } catch { preconditionFailure("the benchmark's payments cannot be written: \(error)") }
    let total = queue.outflows.reduce(0, +)
    return [
      ("ample", 1.0, true), ("tight 2 %", 0.02, true), ("tight 0.5 %", 0.005, true),
      ("tight 0.5 % without offsetting", 0.005, false),
    ].flatMap { name, share, offsets in
      figures(name, scenario(Int64(Double(total) * share), offsets), folder)
    }
  }

  private static func figures(_ name: String, _ text: String, _ folder: String) -> [Figure] {
    let world: World
    do {
      world = try World(ScenarioFile.read(text: text, named: "benchmark", folder: folder))
    } catch {
      preconditionFailure("the benchmark's scenario is refused: \(error)")
    }
    let day = Figure.nanoseconds("clearing \(name)", operations: 1, rounds: 3) {
      world.simulate(ModelID(0), replication: 0).outcomes.value
    }
    let record = world.simulate(ModelID(0), replication: 0)
    let waited = record.pools.reduce(Int128(0)) { $0 + $1.queuedMicroseconds }
    let mean = Double(waited) / 60_000_000 / Double(max(1, record.payments.count))
    return [
      Figure(name: day.name, value: day.value / 1e6, unit: "ms"),
      Figure(name: "\(day.name): mean wait for money", value: mean, unit: "min"),
    ]
  }

  /// Payments evenly from 08:00 on, in the columns that a scenario reads.
  private static func csv(_ queue: Gridlock) -> String {
    var lines = ["id,instructed_utc,from,to,currency,amount,priority,deadline_utc"]
    let start = Instant(microseconds: 1_773_043_200_000_000)
    for (place, payment) in queue.payments.enumerated() {
      let instant = start + TimeSpan(microseconds: Int64(place) * 324_000)
      let (from, to) = (bank(payment.from), bank(payment.to ?? 0))
      lines.append("P\(place),\(instant),\(from),\(to),USD,\(payment.amount).00,5,")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func bank(_ place: Int) -> String {
    let number = String(place + 1)
    return "BANK" + String(repeating: "0", count: 3 - number.count) + number
  }

  private static func scenario(_ total: Int64, _ offsets: Bool) -> String {
    """
    scenario: benchmark
    question: How long does a day take?
    experiment: {seed: 1, replications: 1, from: 2026-03-09T00:00:00Z,
      until: 2026-03-10T00:00:00Z, run-out: 1d}
    systems:
      RTGS: {currency: USD, zone: UTC, calendar: NONE, days: Mon-Fri, opens: 07:00, closes: 18:00}
    branches:
      BANK: {count: 300, zone: UTC, calendar: NONE, opens: 08:00, closes: 18:00}
    pools:
      - {branch: BANK, currency: USD, system: RTGS, opening-balance: \(total), spread: total,
         concentration: 1, funding-rate: 100bp, day-count: ACT/360}
    flows:
      day: {file: day.csv}
    models:
      gross: {rail: interbank-clearing, clearing: {system: RTGS, offsetting: \(offsets)}}
    """
  }
}
